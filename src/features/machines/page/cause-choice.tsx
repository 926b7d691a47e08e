import { For, Show } from 'solid-js';
import type { CauseId, JudgementFigures } from '../../../model/judgement';
import { useApp } from '../../../ui/context';
import { toScreen } from '../../../ui/state/address';
import { REVIEW } from '../../../ui/state/review-address';
import { MACHINES } from './address';
import { useMachines } from './context';

/** The causes of the list that is shown, with their numbers, to choose one. */
export function CauseChoice(props: { figures: JudgementFigures | null }) {
  const app = useApp();
  const machines = useMachines();
  const place = () => app.route.of(MACHINES);
  const causes = (): readonly (readonly [CauseId, number])[] => {
    if (props.figures === null) return [];
    if (place().list === 'apart')
      return props.figures.apartByCause.map(({ cause, values }) => [cause, values]);
    const redundant = place().list === 'redundant';
    return props.figures.byCause.map((one) => [one.cause, redundant ? one.redundant : one.machines]);
  };
  return (
    <Show when={causes().length > 0}>
      <label class="save-what">
        <span>Cause</span>
        <select
          class="select"
          aria-label="Cause"
          value={place().cause}
          onChange={(event) => {
            const chosen = causes().find(([cause]) => cause === event.currentTarget.value)?.[0] ?? '';
            app.route.go(MACHINES.with({ cause: chosen, open: null }));
          }}
        >
          <option value="">all</option>
          <For each={causes()}>
            {([cause, count]) => (
              <option value={cause}>
                {machines.titleOf(cause)} ({count.toLocaleString('en')})
              </option>
            )}
          </For>
        </select>
      </label>
      <a
        class="button"
        href={app.route.href(toScreen('review'), REVIEW.with({ part: 'left', cause: place().cause }))}
      >
        {place().cause === '' ? 'Review' : 'Review this cause'}
      </a>
    </Show>
  );
}
