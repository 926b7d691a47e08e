import { For, Show } from 'solid-js';
import { counted } from '../../../ui/words';
import type { JudgementDifference } from '../calls';
import {
  IDENTIFIER_LABELS,
  type JudgementSettings,
  MORE_IDENTIFIERS,
  SURVIVOR_ORDERS,
  type SurvivorOrder,
} from '../types';
import { useMachines } from './context';

/** The judgement's settings: identifiers beyond the five fields, the lists, days, and what to keep. Applied at once. */
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
          <Days
            before="An agent is alive that checked in within"
            after="days of the newest activity"
            least={0.1}
            days={now().aliveDays}
            onChange={(aliveDays) => change({ aliveDays })}
          />
          <Days
            before="A record is stale without activity for"
            after="days"
            least={1}
            days={now().staleDays}
            onChange={(staleDays) => change({ staleDays })}
          />
          <label class="judgement-days">
            Of several records keep, after one with a living agent, the one with{' '}
            <select
              class="select"
              value={firstOf(now().survivorOrder)}
              onChange={(event) => {
                const first = CHOICES.find((one) => one === event.currentTarget.value)!;
                const others = SURVIVOR_ORDERS.filter((one) => one !== 'livingAgent' && one !== first);
                change({ survivorOrder: ['livingAgent', first, ...others] });
              }}
            >
              <For each={CHOICES}>{(choice) => <option value={choice}>{CHOICE_WORDS[choice]}</option>}</For>
            </select>
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

const CHOICES = ['newestActivity', 'mostComplete'] as const satisfies readonly SurvivorOrder[];
type Choice = (typeof CHOICES)[number];
const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  newestActivity: 'the newest activity, then the most fields',
  mostComplete: 'the most fields, then the newest activity',
};

/** What decides first where no agent lives. */
function firstOf(order: readonly SurvivorOrder[]): Choice {
  return CHOICES.find((choice) => choice === order.find((one) => one !== 'livingAgent')) ?? 'newestActivity';
}

const MOST_DAYS = 3650;

/** A setting in days, inside its sentence. */
function Days(props: {
  before: string;
  after: string;
  least: number;
  days: number;
  onChange: (days: number) => void;
}) {
  return (
    <label class="judgement-days">
      {props.before}{' '}
      <input
        class="field field-number"
        type="number"
        min={props.least}
        max={MOST_DAYS}
        step="any"
        value={props.days}
        onChange={(event) => {
          const days = event.currentTarget.valueAsNumber;
          if (days >= props.least && days <= MOST_DAYS) props.onChange(days);
          else event.currentTarget.valueAsNumber = props.days;
        }}
      />{' '}
      {props.after}
    </label>
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
