import { For, Show } from 'solid-js';
import { counted } from '../../../ui/words';
import type { JudgementDifference } from '../calls';
import { IDENTIFIER_LABELS, type JudgementSettings, MORE_IDENTIFIERS } from '../types';
import { useMachines } from './context';

/** The judgement's settings: identifiers beyond the five fields, the lists, when an agent is alive. Applied at once. */
export function JudgementSettingsPart() {
  const machines = useMachines();
  const settings = () => machines.view()?.settings;
  const change = (change: Partial<JudgementSettings>) => {
    const now = settings();
    if (now !== undefined) void machines.change({ ...now, ...change });
  };
  return (
    <Show when={settings()}>
      {(now) => (
        <details class="judgement-settings">
          <summary>
            <h2>Judgement settings</h2>
          </summary>
          <p class="quiet">They hold for every dataset and apply at once.</p>
          <fieldset class="setting-set">
            <legend>Identifiers beyond the five fields</legend>
            <p class="quiet">
              One that is switched off joins no records; where it differs, it still keeps them apart.
            </p>
            <For each={MORE_IDENTIFIERS}>
              {(identifier) => (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={now().identifiers.includes(identifier)}
                    onChange={(event) =>
                      change({
                        identifiers: MORE_IDENTIFIERS.filter((one) =>
                          one === identifier ? event.currentTarget.checked : now().identifiers.includes(one),
                        ),
                      })
                    }
                  />{' '}
                  {IDENTIFIER_LABELS[identifier]}
                </label>
              )}
            </For>
          </fieldset>
          <label class="check">
            <input
              type="checkbox"
              checked={now().useLists}
              onChange={(event) => change({ useLists: event.currentTarget.checked })}
            />{' '}
            Leave out values that are known to identify nothing
          </label>
          <label class="judgement-days">
            An agent is alive that checked in within{' '}
            <input
              class="field field-number"
              type="number"
              min="0.1"
              max="365"
              step="0.5"
              value={now().aliveDays}
              onChange={(event) => {
                const days = event.currentTarget.valueAsNumber;
                if (days > 0) change({ aliveDays: days });
              }}
            />{' '}
            days of the newest activity
          </label>
          <p role="status">
            <Show when={machines.view()?.difference}>
              {(difference) => <span>{differenceText(difference())} </span>}
            </Show>
            <Show when={machines.undo()}>
              {(undo) => (
                <button type="button" class="button button-small" onClick={() => undo()()}>
                  Undo
                </button>
              )}
            </Show>
          </p>
        </details>
      )}
    </Show>
  );
}

function differenceText({ machines, redundant, weak }: JudgementDifference): string {
  const said = [
    [machines, 'machine'],
    [redundant, 'redundant record'],
    [weak, 'weak set'],
  ] as const;
  const parts = said
    .filter(([count]) => count !== 0)
    .map(([count, what]) => `${counted(Math.abs(count), what)} ${count < 0 ? 'fewer' : 'more'}`);
  return parts.length === 0 ? 'The change made no difference.' : `${parts.join(', ')}.`;
}
