import { createResource, For, Show } from 'solid-js';
import { useApp, useEngine } from '../../../ui/context';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { Time } from '../../../ui/parts/time';
import { DATASET } from '../../../ui/state/address';
import { countText } from '../../../ui/words';
import type { ChangesCalls } from '../calls';
import type { FiguresPoint } from '../types';
import { Chart } from './chart';

/** Causes that have a chart of their own. */
const MOST_CAUSES = 6;

/** The figures of all kept datasets: small charts with one scale each, and the same as a table. */
export function OverTime() {
  const app = useApp();
  const engine = useEngine<ChangesCalls>();
  const [points] = createResource(
    () => ({ revision: app.session.result()?.revision, datasets: app.session.datasets() }),
    async () => {
      const outcome = await engine.figuresOverTime();
      return outcome.ok ? outcome.value : [];
    },
  );
  const shown = () => points.latest ?? [];
  const judged = () => shown().filter((point) => point.judged !== null);
  const causes = () => causesOf(shown());
  const redundantBy = (cause: string) => (point: FiguresPoint) =>
    point.judged === null ? null : (point.judged.byCause.find((one) => one.cause === cause)?.redundant ?? 0);
  return (
    <Show when={shown().length > 1}>
      <section aria-labelledby="over-time-title">
        <h2 id="over-time-title">All datasets</h2>
        <p class="section-note">
          By their newest activity. Each point leads to its dataset.
          {judged().length < shown().length
            ? ' A dataset that was never judged has only its assets; opening it judges it.'
            : ''}
        </p>
        <div class="charts">
          <Chart title="Assets" points={shown()} value={({ assets }) => assets} />
          <Chart
            title="Machines with several records"
            points={shown()}
            value={({ judged: one }) => one?.machines ?? null}
          />
          <Chart
            title="Redundant records"
            points={shown()}
            value={({ judged: one }) => one?.redundant ?? null}
          />
          <For each={causes()}>
            {({ cause, title }) => (
              <Chart title={`Redundant: ${title}`} points={shown()} value={redundantBy(cause)} />
            )}
          </For>
        </div>
        <ScrollTable label="Figures of all datasets">
          <table class="plain stacked">
            <thead>
              <tr>
                <th>Dataset</th>
                <th>Newest activity</th>
                <th class="number">Assets</th>
                <th class="number">Machines with several records</th>
                <th class="number">Redundant records</th>
              </tr>
            </thead>
            <tbody>
              <For each={[...shown()].reverse()}>
                {(point) => (
                  <tr>
                    <td data-label="Dataset">
                      <a
                        href={app.route.href(DATASET.with({ id: point.dataset.id }))}
                        aria-current={point.open ? 'true' : undefined}
                      >
                        {point.dataset.name}
                      </a>
                      {point.open ? ' (open)' : ''}
                    </td>
                    <td data-label="Activity">
                      <Time at={point.at} />
                    </td>
                    <td class="number" data-label="Assets">
                      {countText(point.assets)}
                    </td>
                    <td class="number" data-label="Machines">
                      {point.judged === null ? '–' : countText(point.judged.machines)}
                    </td>
                    <td class="number" data-label="Redundant">
                      {point.judged === null ? '–' : countText(point.judged.redundant)}
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </ScrollTable>
      </section>
    </Show>
  );
}

/** The causes with most redundant records over all datasets. */
function causesOf(points: readonly FiguresPoint[]): { cause: string; title: string }[] {
  const sums = new Map<string, { cause: string; title: string; redundant: number }>();
  for (const { cause, title, redundant } of points.flatMap((point) => point.judged?.byCause ?? [])) {
    const before = sums.get(cause)?.redundant ?? 0;
    sums.set(cause, { cause, title, redundant: before + redundant });
  }
  return [...sums.values()].sort((a, b) => b.redundant - a.redundant).slice(0, MOST_CAUSES);
}
