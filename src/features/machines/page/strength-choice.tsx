import { For, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { MACHINES } from './address';

/** Weak ones have a list of their own. */
const STRENGTHS = ['strong', 'likely'] as const;

/** How sure the judgement is, to choose one; only machines have a strength. */
export function StrengthChoice() {
  const app = useApp();
  const place = () => app.route.of(MACHINES);
  return (
    <Show when={place().list === 'machines' || place().list === 'redundant'}>
      <label class="save-what">
        <span>Strength</span>
        <select
          class="select"
          aria-label="Strength"
          value={place().strength ?? ''}
          onChange={(event) => {
            const strength = STRENGTHS.find((one) => one === event.currentTarget.value) ?? null;
            app.route.go(MACHINES.with({ strength, open: null }));
          }}
        >
          <option value="">all</option>
          <For each={STRENGTHS}>{(strength) => <option value={strength}>{strength}</option>}</For>
        </select>
      </label>
    </Show>
  );
}
