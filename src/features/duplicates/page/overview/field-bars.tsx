import { For } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import { RULE_IDS, RULE_LABELS } from '../../../../model/rule';
import { useApp } from '../../../../ui/context';
import { toTable } from '../../../../ui/state/table-address';
import { counted, countText } from '../../../../ui/words';

/** How many groups each field found; each bar leads to its groups. */
export function FieldBars(props: { result: OpenResult }) {
  const app = useApp();
  const most = () => Math.max(1, ...RULE_IDS.map((rule) => props.result.summary.byRule[rule]));
  return (
    <section aria-labelledby="fields-title">
      <h2 id="fields-title">Groups by field</h2>
      <p class="section-note">Each pair of assets counts once, under the first field that shows it.</p>
      <ul class="bars">
        <For each={RULE_IDS}>
          {(rule) => (
            <li>
              <a class="bar-line" href={app.route.href(toTable({ rules: [rule] }))}>
                <span class="bar-label">{RULE_LABELS[rule]}</span>
                <span class="bar">
                  <span
                    class="bar-fill"
                    style={{ width: `${(props.result.summary.byRule[rule] / most()) * 100}%` }}
                  />
                </span>
                <span class="bar-count">{countText(props.result.summary.byRule[rule])}</span>
                <span class="bar-note">
                  {counted(props.result.summary.withValue[rule], 'asset')} with a value
                </span>
              </a>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
