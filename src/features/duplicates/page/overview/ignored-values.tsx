import { createSignal, For, Show } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import { RULE_LABELS } from '../../../../model/rule';
import { useApp } from '../../../../ui/context';
import { LongText } from '../../../../ui/parts/long-text';
import { ScrollTable } from '../../../../ui/parts/scroll-table';
import { counted, countText, valueText } from '../../../../ui/words';

const FIRST_SHOWN = 8;

/** Values that were kept out because they identify nothing, with how many assets have them and why. */
export function IgnoredValues(props: { result: OpenResult }) {
  const app = useApp();
  const [all, setAll] = createSignal(false);
  const ignored = () => [...props.result.ignored].sort((one, other) => other.assets - one.assets);
  return (
    <section aria-labelledby="ignored-title">
      <div class="section-head">
        <h2 id="ignored-title">Ignored values</h2>
        <button type="button" class="button button-small" onClick={() => app.setDialog('settings')}>
          Change detection settings
        </button>
      </div>
      <Show
        when={ignored().length > 0}
        fallback={
          <p class="quiet">
            {props.result.settings.matchExactly
              ? 'The settings ignore nothing: every shared value counts.'
              : 'No asset has a value that is on the list of ignored values.'}
          </p>
        }
      >
        <p class="section-note">
          {counted(ignored().length, 'value')} {ignored().length === 1 ? 'was' : 'were'} ignored.
        </p>
        <ScrollTable label="Ignored values, table">
          <table class="plain stacked">
            <thead>
              <tr>
                <th>Field</th>
                <th>Value</th>
                <th class="number">Assets</th>
                <th>Reason</th>
              </tr>
            </thead>
            <tbody>
              <For each={all() ? ignored() : ignored().slice(0, FIRST_SHOWN)}>
                {(value) => (
                  <tr>
                    <td data-label="Field">{RULE_LABELS[value.rule]}</td>
                    <td class="fixed" data-label="Value">
                      <LongText text={valueText(value.rule, value.value)} label="Ignored value" />
                    </td>
                    <td class="number" data-label="Assets">
                      {countText(value.assets)}
                    </td>
                    <td data-label="Reason">{value.reason}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </ScrollTable>
        <Show when={!all() && ignored().length > FIRST_SHOWN}>
          <button type="button" class="button button-small more" onClick={() => setAll(true)}>
            Show all {countText(ignored().length)}
          </button>
        </Show>
      </Show>
    </section>
  );
}
