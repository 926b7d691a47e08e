import { createMemo, createSignal, For, Show } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import { RULE_IDS, RULE_LABELS } from '../../../../model/rule';
import { useApp } from '../../../../ui/context';
import { toTable } from '../../../../ui/state/table-address';
import { counted, countText, rulesOfBits, rulesText } from '../../../../ui/words';
import './overlap.css';

const FIRST_SHOWN = 8;
/** Between two fields, px. */
const STEP = 54;

/** Which fields match together: a line for each combination that occurs, most assets first. */
export function Overlap(props: { result: OpenResult }) {
  const app = useApp();
  const [all, setAll] = createSignal(false);
  const combinations = createMemo(() =>
    props.result.summary.overlap
      .map((assets, bits) => ({ assets, bits }))
      .filter(({ assets, bits }) => bits !== 0 && assets > 0)
      .sort((one, other) => other.assets - one.assets || one.bits - other.bits),
  );
  const shown = () => (all() ? combinations() : combinations().slice(0, FIRST_SHOWN));
  const most = () => combinations()[0]?.assets ?? 1;
  return (
    <section aria-labelledby="overlap-title">
      <h2 id="overlap-title">How the fields overlap</h2>
      <p class="section-note">Assets by the exact set of fields that match them.</p>
      <div class="overlap" style={{ '--rules': RULE_IDS.length }}>
        <div class="overlap-heads" aria-hidden="true">
          <For each={RULE_IDS}>{(rule) => <span>{RULE_LABELS[rule]}</span>}</For>
        </div>
        <ul>
          <For each={shown()}>
            {(combination) => (
              <li>
                <a
                  class="overlap-line"
                  aria-label={`${rulesText(rulesOfBits(combination.bits))}: ${counted(combination.assets, 'asset')}`}
                  title={`${rulesText(rulesOfBits(combination.bits))}`}
                  href={app.route.href(toTable({ overlap: combination.bits }))}
                >
                  <Dots bits={combination.bits} />
                  <span class="bar">
                    <span class="bar-fill" style={{ width: `${(combination.assets / most()) * 100}%` }} />
                  </span>
                  <span class="bar-count">{countText(combination.assets)}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
        <Show when={combinations().length > FIRST_SHOWN}>
          <button type="button" class="button button-bare button-small" onClick={() => setAll(!all())}>
            {all() ? 'Show fewer' : `Show all ${combinations().length} combinations`}
          </button>
        </Show>
        <Show when={combinations().length === 0}>
          <p class="quiet">No field matches any two assets.</p>
        </Show>
      </div>
    </section>
  );
}

/** A dot for each field, filled where it takes part, with a line from the first to the last. */
function Dots(props: { bits: number }) {
  const places = () => RULE_IDS.map((_, place) => place).filter((place) => (props.bits & (1 << place)) !== 0);
  const middle = (place: number) => STEP / 2 + place * STEP;
  const width = RULE_IDS.length * STEP;
  return (
    <svg class="dots" viewBox={`0 0 ${width} 24`} width={width} height="24" aria-hidden="true">
      <For each={RULE_IDS}>{(_, place) => <circle cx={middle(place())} cy="12" r="4.5" class="dot" />}</For>
      <Show when={places().length > 1}>
        <line x1={middle(places()[0]!)} x2={middle(places().at(-1)!)} y1="12" y2="12" class="dot-line" />
      </Show>
      <For each={places()}>{(place) => <circle cx={middle(place)} cy="12" r="5.5" class="dot-on" />}</For>
    </svg>
  );
}
