import { Show } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import { useApp } from '../../../../ui/context';
import { toScreen } from '../../../../ui/state/address';
import { TABLE, toTable } from '../../../../ui/state/table-address';
import { counted, countText, percentText } from '../../../../ui/words';
import { CLUSTERS } from '../clusters/address';

/** The figures of the contract; those of a list lead to it. */
export function Figures(props: { result: OpenResult }) {
  const app = useApp();
  const summary = () => props.result.summary;
  const all = () => app.route.href(toTable({}), TABLE.with({ sort: null }));
  const clusters = () => app.route.href(toTable({}), toScreen('clusters'), CLUSTERS.with(CLUSTERS.start));
  return (
    <section class="figures" aria-label="Summary">
      <dl>
        <div>
          <dt>Host assets</dt>
          <dd>{countText(summary().hostAssets)}</dd>
        </div>
        <div>
          <dt>Potential duplicates</dt>
          <dd>
            <Figure count={summary().duplicateAssets} one="potential duplicate" href={all()} />
          </dd>
        </div>
        <div>
          <dt>Duplicate ratio</dt>
          <dd>{percentText(summary().duplicateRatio)}</dd>
        </div>
        <div>
          <dt>Duplicate groups</dt>
          <dd>
            <Figure count={summary().groups} one="duplicate group" href={all()} />
          </dd>
        </div>
        <div>
          <dt>Clusters</dt>
          <dd>
            <Figure count={summary().clusters} one="cluster" href={clusters()} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Nothing is behind a 0, so it is no link. */
function Figure(props: { count: number; one: string; href: string }) {
  return (
    <Show when={props.count > 0} fallback={countText(props.count)}>
      <a href={props.href} aria-label={`List ${counted(props.count, props.one)}`}>
        {countText(props.count)}
      </a>
    </Show>
  );
}
