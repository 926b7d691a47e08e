import { createMemo, For, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { DATASET } from '../../../ui/state/address';
import { countText, timeText } from '../../../ui/words';
import type { FiguresPoint } from '../types';
import { linePath, placePoints, topOfScale } from './chart-scale';

const WIDTH = 320;
const HEIGHT = 128;

/**
 * One figure over the datasets, as a line from a scale that begins at 0. Every point is a link, by mouse and keyboard;
 * its figure and its dataset are its name.
 */
export function Chart(props: {
  title: string;
  points: readonly FiguresPoint[];
  /** `null` where the dataset has no such figure; the line goes on without it. */
  value: (point: FiguresPoint) => number | null;
}) {
  const app = useApp();
  const known = createMemo(() =>
    props.points.flatMap((point) => {
      const value = props.value(point);
      return value === null ? [] : [{ point, value }];
    }),
  );
  const top = createMemo(() => topOfScale(known().map(({ value }) => value)));
  const places = createMemo(() =>
    placePoints(
      known().map(({ point, value }) => ({ at: point.at, value })),
      top(),
      { width: WIDTH, height: HEIGHT },
    ),
  );
  const last = () => known().at(-1)?.value;
  return (
    <figure class="chart">
      <figcaption>
        {props.title} <b>{last() === undefined ? '–' : countText(last()!)}</b>
      </figcaption>
      <Show when={known().length > 0} fallback={<p class="quiet">No figures yet.</p>}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={`${props.title}, by dataset`}>
          <line class="chart-axis" x1="0" x2={WIDTH} y1={HEIGHT - 14} y2={HEIGHT - 14} />
          <line class="chart-grid" x1="0" x2={WIDTH} y1="24" y2="24" />
          <text class="chart-scale" x="0" y="10">
            {countText(top())}
          </text>
          <text class="chart-scale" x="0" y={HEIGHT - 2}>
            0
          </text>
          <path class="chart-line" d={linePath(places())} />
          <For each={known()}>
            {({ point, value }, at) => (
              // A group around it: an element that HTML has too would be made as one of HTML.
              <g>
                <a
                  href={app.route.href(DATASET.with({ id: point.dataset.id }))}
                  aria-label={`${point.dataset.name}, ${timeText(point.at)}: ${countText(value)}`}
                  aria-current={point.open ? 'true' : undefined}
                >
                  <title>{`${point.dataset.name}, ${timeText(point.at)}: ${countText(value)}`}</title>
                  <circle class="chart-target" cx={places()[at()]!.x} cy={places()[at()]!.y} r="12" />
                  <circle
                    class="chart-point"
                    classList={{ 'chart-open': point.open }}
                    cx={places()[at()]!.x}
                    cy={places()[at()]!.y}
                    r="4"
                  />
                </a>
              </g>
            )}
          </For>
        </svg>
      </Show>
    </figure>
  );
}
