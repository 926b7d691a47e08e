import { For, Show } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import { useApp } from '../../../../ui/context';
import { startingPoints } from './starting-points-of';

/** Where to start; each line leads to its list. */
export function StartingPoints(props: { result: OpenResult }) {
  const app = useApp();
  const points = () => startingPoints(props.result);
  return (
    <Show when={points().length > 0}>
      <section aria-labelledby="start-title">
        <h2 id="start-title">Where to start</h2>
        <ol class="points">
          <For each={points()}>
            {(point) => (
              <li>
                <a class="point" href={app.route.href(...point.to)}>
                  <span class="point-title">{point.title}</span>
                  <span class="point-reason">{point.reason}</span>
                  <span class="point-count">{point.count}</span>
                </a>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}
