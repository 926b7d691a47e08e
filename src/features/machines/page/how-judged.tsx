import { For, Show } from 'solid-js';
import { useMachines } from './context';

/** The published table of weights and every cause: how a verdict comes about, to be read without a network. */
export function HowJudged() {
  const machines = useMachines();
  return (
    <Show when={machines.view()}>
      {(view) => (
        <details class="how-judged">
          <summary>
            <h2>How it is judged</h2>
          </summary>
          <p>
            Two records are compared in all that they share. Their points are added up: from 100 on the pair
            is strong, from 60 on likely, anything above nothing is weak and never acted upon. A veto forbids
            that two records are one machine, whatever else agrees. Machines are joined strongest pair first,
            never with a conflict inside.
          </p>
          <table class="plain weights">
            <thead>
              <tr>
                <th class="number">Points</th>
                <th>What agrees or disagrees</th>
              </tr>
            </thead>
            <tbody>
              <For each={view().weights}>
                {({ label, points }) => (
                  <tr>
                    <td class="number">{points === null ? 'veto' : points > 0 ? `+${points}` : points}</td>
                    <td>{label}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <dl class="causes">
            <For each={view().causes}>
              {({ title, sentence, action }) => (
                <>
                  <dt>{title}</dt>
                  <dd>
                    {sentence} {action}
                  </dd>
                </>
              )}
            </For>
          </dl>
        </details>
      )}
    </Show>
  );
}
