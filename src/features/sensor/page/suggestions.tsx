import { batch, createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import { useApp, useEngine } from '../../../ui/context';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { counted, countText } from '../../../ui/words';
import type { SensorCalls } from '../calls';
import type { SensorSuggestion, SensorSuggestions, SuggestionEffect } from '../types/list';
import { takeSuggestion } from '../types/take-suggestion';
import type { SensorView } from '../types/view';
import { useSensor } from './context';
import { changeText } from './difference';
import { Exclusions } from './exclusions';

const FIRST = 8;
const FIRST_ADDRESSES = 10;

/** What the dataset says about the settings, with what each would change; one click takes a suggestion, Undo takes it back. */
export function Suggestions(props: { view: SensorView }) {
  const app = useApp();
  const engine = useEngine<SensorCalls>();
  const [found, setFound] = createSignal<SensorSuggestions | null>(null);
  const [effects, setEffects] = createSignal<readonly SuggestionEffect[] | null>(null);
  const [all, setAll] = createSignal(false);
  createEffect(
    on([() => props.view.revision, () => app.session.result()?.revision], async () => {
      const outcome = await engine.sensorSuggestions();
      if (!outcome.ok) return;
      batch(() => {
        setFound(outcome.value);
        setEffects(null);
      });
      const tries = await engine.sensorSuggestionEffects();
      if (found() === outcome.value) setEffects(tries.ok ? tries.value : []);
    }),
  );
  const list = () => found()?.suggestions ?? [];
  const tried = createMemo<readonly Tried[]>(() =>
    list().map((suggestion, at) => ({ suggestion, effect: effects()?.[at] ?? null })),
  );
  const worth = createMemo(() =>
    tried()
      .filter(({ effect }) => sizeOf(effect) > 0)
      .sort(byEffect),
  );
  const idle = createMemo(() => tried().filter(({ effect }) => sizeOf(effect) === 0));
  return (
    <>
      <section aria-labelledby="suggestions-title">
        <h2 id="suggestions-title">What a setting would change</h2>
        <Show
          when={list().length > 0 && effects() !== null}
          fallback={
            <p class="section-note">
              {found() === null || list().length > 0
                ? 'Looking what would change…'
                : 'This dataset suggests no change of the settings.'}
            </p>
          }
        >
          <p class="section-note">
            What changes most first. Taking one checks again at once; Undo takes it back.
          </p>
          <ul class="suggestions">
            <For each={all() ? worth() : worth().slice(0, FIRST)}>{(tried) => <Line tried={tried} />}</For>
          </ul>
          <Show when={!all() && worth().length > FIRST}>
            <button type="button" class="button button-small more" onClick={() => setAll(true)}>
              Show all {countText(worth().length)}
            </button>
          </Show>
          <Show when={idle().length > 0}>
            <details>
              <summary>{counted(idle().length, 'more suggestion')} would change nothing here</summary>
              <ul class="suggestions">
                <For each={idle()}>{(tried) => <Line tried={tried} />}</For>
              </ul>
            </details>
          </Show>
        </Show>
      </section>
      <Show when={(found()?.exclusions.length ?? 0) > 0}>
        <Exclusions list={found()!.exclusions} />
      </Show>
      <Show when={(found()?.addressCount ?? 0) > 0}>
        <section aria-labelledby="addresses-title">
          <h2 id="addresses-title">IP addresses in more than one network</h2>
          <p class="section-note">
            {counted(found()!.addressCount, 'address', 'addresses')}. The same IP address in different
            networks never merges (rows R5 and R7).
          </p>
          <ScrollTable label="IP addresses in more than one network, table">
            <table class="plain">
              <thead>
                <tr>
                  <th>IP address</th>
                  <th>Networks</th>
                  <th class="number">Assets</th>
                </tr>
              </thead>
              <tbody>
                <For each={found()!.addresses.slice(0, FIRST_ADDRESSES)}>
                  {(address) => (
                    <tr>
                      <td class="fixed">{address.ip}</td>
                      <td>{address.networks.join(', ')}</td>
                      <td class="number">{countText(address.assets)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </ScrollTable>
          <Show when={found()!.addressCount > FIRST_ADDRESSES}>
            <p class="section-note">and {countText(found()!.addressCount - FIRST_ADDRESSES)} more.</p>
          </Show>
        </section>
      </Show>
    </>
  );
}

function Line(props: { tried: Tried }) {
  const sensor = useSensor();
  const suggestion = () => props.tried.suggestion;
  return (
    <li>
      <span>
        {suggestion().text}{' '}
        <Show when={props.tried.effect !== null && sizeOf(props.tried.effect) > 0 && props.tried.effect}>
          {(effect) => <b>{effectText(effect())}.</b>}
        </Show>
      </span>
      <button
        type="button"
        class="button button-small"
        aria-label={`${actionText(suggestion())}: ${subject(suggestion())}`}
        onClick={() => void sensor.change((now) => takeSuggestion(now, suggestion()))}
      >
        {actionText(suggestion())}
      </button>
    </li>
  );
}

/** A suggestion with what it would change; `null` where that is not tried, or not yet. */
interface Tried {
  readonly suggestion: SensorSuggestion;
  readonly effect: SuggestionEffect | null;
}

/** Those that change most first; those that are not tried keep their order behind them. */
function byEffect(one: Tried, other: Tried): number {
  return sizeOf(other.effect) - sizeOf(one.effect);
}

function sizeOf(effect: SuggestionEffect | null): number {
  return effect === null ? 0.5 : effect.more + effect.fewer + effect.moved;
}

/** "9 fewer merge, 2 merge elsewhere". */
function effectText(effect: SuggestionEffect): string {
  return (['more', 'fewer', 'moved'] as const)
    .filter((change) => effect[change] > 0)
    .map((change) => changeText(change, effect[change]))
    .join(', ');
}

function actionText(suggestion: SensorSuggestion): string {
  switch (suggestion.kind) {
    case 'domain':
      return 'Add the domain';
    case 'exclude-hostname':
      return 'Exclude it';
    case 'range':
      return `Set as ${suggestion.assignment}`;
  }
}

function subject(suggestion: SensorSuggestion): string {
  switch (suggestion.kind) {
    case 'domain':
      return suggestion.domain;
    case 'exclude-hostname':
      return suggestion.hostname;
    case 'range':
      return suggestion.range;
  }
}
