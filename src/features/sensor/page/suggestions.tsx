import { createEffect, createSignal, For, on, Show } from 'solid-js';
import { useApp, useEngine } from '../../../ui/context';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { counted, countText } from '../../../ui/words';
import type { SensorCalls } from '../calls';
import type { SensorSuggestion, SensorSuggestions } from '../types/list';
import type { SensorSettings } from '../types/settings';
import type { SensorView } from '../types/view';
import { useSensor } from './context';
import { Exclusions } from './exclusions';

const FIRST = 8;
const FIRST_ADDRESSES = 10;

/** What the dataset says about the settings, worth most first; one click takes a suggestion, Undo takes it back. */
export function Suggestions(props: { view: SensorView }) {
  const app = useApp();
  const sensor = useSensor();
  const engine = useEngine<SensorCalls>();
  const [found, setFound] = createSignal<SensorSuggestions | null>(null);
  const [all, setAll] = createSignal(false);
  createEffect(
    on([() => props.view.revision, () => app.session.result()?.revision], async () => {
      const outcome = await engine.sensorSuggestions();
      if (outcome.ok) setFound(outcome.value);
    }),
  );
  const list = () => found()?.suggestions ?? [];
  return (
    <>
      <section aria-labelledby="suggestions-title">
        <h2 id="suggestions-title">What a setting would change</h2>
        <Show
          when={list().length > 0}
          fallback={
            <p class="section-note">
              {found() === null ? 'Looking…' : 'This dataset suggests no change of the settings.'}
            </p>
          }
        >
          <p class="section-note">Worth most first. Taking one checks again at once; Undo takes it back.</p>
          <ul class="suggestions">
            <For each={all() ? list() : list().slice(0, FIRST)}>
              {(suggestion) => (
                <li>
                  <span>{suggestion.text}</span>
                  <button
                    type="button"
                    class="button button-small"
                    aria-label={`${actionText(suggestion)}: ${subject(suggestion)}`}
                    onClick={() => void sensor.change((now) => taken(now, suggestion))}
                  >
                    {actionText(suggestion)}
                  </button>
                </li>
              )}
            </For>
          </ul>
          <Show when={!all() && list().length > FIRST}>
            <button type="button" class="button button-small more" onClick={() => setAll(true)}>
              Show all {countText(list().length)}
            </button>
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

function taken(now: SensorSettings, suggestion: SensorSuggestion): SensorSettings {
  switch (suggestion.kind) {
    case 'domain':
      return { ...now, domains: [...now.domains, suggestion.domain] };
    case 'exclude-hostname':
      return { ...now, excludedHostnames: [...now.excludedHostnames, suggestion.hostname] };
    case 'range': {
      const { range, assignment } = suggestion;
      return { ...now, ranges: [...now.ranges, { range, assignment }] };
    }
  }
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
