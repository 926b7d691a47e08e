import type { OpenResult } from '../../../../client/api';
import { countText, percentText } from '../../../../ui/words';

/** The figures of the contract. */
export function Figures(props: { result: OpenResult }) {
  return (
    <section class="figures" aria-label="Summary">
      <dl>
        <div>
          <dt>Host assets</dt>
          <dd>{countText(props.result.summary.hostAssets)}</dd>
        </div>
        <div>
          <dt>Potential duplicates</dt>
          <dd>{countText(props.result.summary.duplicateAssets)}</dd>
        </div>
        <div>
          <dt>Duplicate ratio</dt>
          <dd>{percentText(props.result.summary.duplicateRatio)}</dd>
        </div>
        <div>
          <dt>Duplicate groups</dt>
          <dd>{countText(props.result.summary.groups)}</dd>
        </div>
        <div>
          <dt>Clusters</dt>
          <dd>{countText(props.result.summary.clusters)}</dd>
        </div>
      </dl>
    </section>
  );
}
