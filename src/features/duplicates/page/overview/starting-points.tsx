import { createMemo, For, Show } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import { isFixedWidthRule, RULE_LABELS } from '../../../../model/rule';
import { useApp } from '../../../../ui/context';
import { IgnoreButton } from '../../../../ui/ignore/ignore-button';
import { TABLE, toTable } from '../../../../ui/state/table-address';
import { counted, valueText } from '../../../../ui/words';
import { LONGEST_IN_SENTENCE, shownText } from '../../../../wording/shown-text';
import { startingPoints, widelyShared } from './starting-points-of';
import './starting-points.css';

/** So many are shown without being asked for. */
const FEW = 5;

/** Where to start; each line leads to its list. */
export function StartingPoints(props: { result: OpenResult }) {
  const app = useApp();
  const widely = createMemo(() => widelyShared(props.result));
  const points = () => startingPoints(props.result);
  return (
    <Show when={points().length > 0 || widely().length > 0}>
      <section aria-labelledby="start-title">
        <h2 id="start-title">Where to start</h2>
        <ol class="points">
          <Show when={widely().length > 0}>
            <li>
              <details class="widely" open={widely().length <= FEW}>
                <summary class="point">
                  <span class="point-title">
                    {counted(widely().length, 'value')} {widely().length === 1 ? 'is' : 'are'} shared widely
                  </span>
                  <span class="point-reason">
                    Too many to be one machine: often a dock or VPN adapter. Ignoring one removes its group.
                  </span>
                  <span class="point-count">up to {counted(widely()[0]!.assets, 'asset')}</span>
                </summary>
                <ul class="widely-values">
                  <For each={widely()}>
                    {(shared) => (
                      <li>
                        <a
                          href={app.route.href(toTable({ group: shared.group }), TABLE.with({ sort: null }))}
                        >
                          {RULE_LABELS[shared.rule]}{' '}
                          <b classList={{ fixed: isFixedWidthRule(shared.rule) }}>
                            {shownText(valueText(shared.rule, shared.value), LONGEST_IN_SENTENCE)}
                          </b>
                        </a>
                        <a
                          class="widely-count"
                          href={app.route.href(toTable({ group: shared.group }), TABLE.with({ sort: null }))}
                        >
                          {counted(shared.assets, 'asset')}
                        </a>
                        <IgnoreButton rule={shared.rule} value={valueText(shared.rule, shared.value)} />
                      </li>
                    )}
                  </For>
                </ul>
              </details>
            </li>
          </Show>
          <For each={points()}>
            {(point) => (
              <li>
                <a class="point" href={app.route.href(...point.to)}>
                  <span class="point-title">{point.title}</span>
                  <span class="point-reason">{point.reason}</span>
                  <span class="point-count">{point.count}</span>
                </a>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}
