import { For, Show } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import { RULE_IDS, RULE_LABELS, type RuleId } from '../../../../model/rule';
import { useApp } from '../../../../ui/context';
import { toTable } from '../../../../ui/state/table-address';
import { counted, countText } from '../../../../ui/words';

/** How many groups each field found, and how many assets it matches in whichever group; each leads to its list. */
export function FieldBars(props: { result: OpenResult }) {
  const app = useApp();
  const summary = () => props.result.summary;
  const most = () => Math.max(1, ...RULE_IDS.map((rule) => summary().byRule[rule]));
  const isOn = (rule: RuleId) => props.result.settings.rules.includes(rule);
  return (
    <section aria-labelledby="fields-title">
      <h2 id="fields-title">Groups by field</h2>
      <p class="section-note">
        Each pair of assets counts once, under the first field that shows it; further fields that match are
        named beside each group.
      </p>
      <ul class="bars">
        <For each={RULE_IDS}>
          {(rule, place) => (
            <li>
              <a class="bar-line" href={app.route.href(toTable({ rules: [rule] }))}>
                <span class="bar-label">{RULE_LABELS[rule]}</span>
                <span class="bar">
                  <span class="bar-fill" style={{ width: `${(summary().byRule[rule] / most()) * 100}%` }} />
                </span>
                <span class="bar-count">{isOn(rule) ? countText(summary().byRule[rule]) : 'off'}</span>
              </a>
              <p class="bar-note">
                <Show when={isOn(rule)} fallback="Switched off in the detection settings.">
                  <a href={app.route.href(toTable({ matching: rule }))}>
                    {counted(matchedAssets(summary().overlap, place()), 'asset')}
                  </a>{' '}
                  matched by it, of {countText(summary().withValue[rule])} with a value
                </Show>
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

/** Assets of every set of fields that has the field at that place. */
function matchedAssets(overlap: readonly number[], place: number): number {
  return overlap.reduce((sum, assets, bits) => (bits & (1 << place) ? sum + assets : sum), 0);
}
