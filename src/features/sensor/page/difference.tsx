import { For, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { UndoNotice } from '../../../ui/parts/undo-notice';
import { countText } from '../../../ui/words';
import type { SensorDifference } from '../types/list';
import type { SensorView } from '../types/view';
import { useSensor } from './context';
import { SENSOR_CHANGES, type SensorChange, toSensorPlace } from './state/place';

/** The words for each change, in a line and as a filter. */
export const CHANGE_WORDS: Readonly<Record<SensorChange, readonly [one: string, many: string]>> = {
  more: ['more merges', 'more merge'],
  fewer: ['fewer merges', 'fewer merge'],
  moved: ['merges elsewhere', 'merge elsewhere'],
  passiveNow: ['newly passive', 'newly passive'],
};

/** What the last change of settings did, each part leading to its assets, and the way back. */
export function Difference(props: { view: SensorView }) {
  const app = useApp();
  const sensor = useSensor();
  const changes = (difference: SensorDifference) =>
    SENSOR_CHANGES.filter((change) => difference[change].length > 0);
  return (
    <UndoNotice label="What the last change did" canUndo={sensor.canUndo()} onUndo={() => void sensor.undo()}>
      <Show when={props.view.difference}>
        {(difference) => (
          <>
            <Show when={isNothing(difference())}>
              <span class="quiet">The last change made no difference.</span>
            </Show>
            <For each={changes(difference())}>
              {(change) => (
                <a
                  class={`difference-part difference-${change}`}
                  href={app.route.href(toSensorPlace({ part: 'verdicts', changed: change }))}
                >
                  {changeText(change, difference()[change].length)}
                </a>
              )}
            </For>
            <Show when={difference().passiveBefore.length > 0}>
              <span>{countText(difference().passiveBefore.length)} no longer passive</span>
            </Show>
          </>
        )}
      </Show>
    </UndoNotice>
  );
}

/** "37 more merge", "1 fewer merges". */
export function changeText(change: SensorChange, count: number): string {
  return `${countText(count)} ${CHANGE_WORDS[change][count === 1 ? 0 : 1]}`;
}

function isNothing({ more, fewer, moved, passiveNow, passiveBefore }: SensorDifference): boolean {
  return [more, fewer, moved, passiveNow, passiveBefore].every((assets) => assets.length === 0);
}
