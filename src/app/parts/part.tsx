import { For, type JSX } from 'solid-js';

/** One part with its name, in each of its states. */
export function Part(props: {
  name: string;
  states: readonly (readonly [state: string, shown: () => JSX.Element])[];
}) {
  return (
    <section class="part" aria-label={props.name}>
      <h2>{props.name}</h2>
      <For each={props.states}>
        {([state, shown]) => (
          <div class="part-state">
            <p class="part-name">{state}</p>
            <div class="part-shown">{shown()}</div>
          </div>
        )}
      </For>
    </section>
  );
}
