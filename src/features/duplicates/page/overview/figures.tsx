import type { GroupingSummary } from '../../../../model/grouping';
import { countText, percentText } from '../../../../ui/words';

/** The figures of the contract. */
export function Figures(props: { summary: GroupingSummary }) {
  return (
    <section class="figures" aria-label="Summary">
      <dl>
        <div>
          <dt>Host assets</dt>
          <dd>{countText(props.summary.hostAssets)}</dd>
        </div>
        <div>
          <dt>Potential duplicates</dt>
          <dd>{countText(props.summary.duplicateAssets)}</dd>
        </div>
        <div>
          <dt>Duplicate ratio</dt>
          <dd>{percentText(props.summary.duplicateRatio)}</dd>
        </div>
        <div>
          <dt>Duplicate groups</dt>
          <dd>{countText(props.summary.groups)}</dd>
        </div>
        <div>
          <dt>Clusters</dt>
          <dd>{countText(props.summary.clusters)}</dd>
        </div>
      </dl>
    </section>
  );
}
