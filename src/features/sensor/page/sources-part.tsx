import { For, Show } from 'solid-js';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { countText } from '../../../ui/words';
import { type SensorSource, SOURCE_CLASSES, type SourceClass } from '../types/settings';
import type { SensorView } from '../types/view';
import { useSensor } from './context';
import { PUBLISHED, Published } from './published';
import { SOURCE_CLASS_WORDS } from './sensor-words';

/** The sources found in the dataset, each with its class, which can be reassigned. */
export function SourcesPart(props: { view: SensorView }) {
  const sensor = useSensor();
  const assign = ({ source, defaultClass }: SensorSource, value: SourceClass) =>
    void sensor.change((now) => {
      const others = Object.entries(now.sourceClasses).filter(([name]) => name !== source);
      const own: [string, SourceClass][] = value === defaultClass ? [] : [[source, value]];
      return { ...now, sourceClasses: Object.fromEntries([...others, ...own]) };
    });
  return (
    <section class="setting-part" aria-labelledby="sources-title">
      <div>
        <h2 id="sources-title">Sources found</h2>
        <p class="setting-note">
          An agent ID makes an asset managed whatever its sources; both kinds together are managed.
        </p>
        <ScrollTable label="Sources found, table">
          <table class="plain sources">
            <thead>
              <tr>
                <th>Source</th>
                <th class="number">Assets</th>
                <th>Class</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.view.sources}>
                {(source) => (
                  <tr>
                    <td>
                      <span class="fixed">{source.source}</span>
                      <Show when={source.caps && source.sourceClass === 'passive'}>
                        {' '}
                        <span class="chip">CAPS</span>
                      </Show>
                    </td>
                    <td class="number">{countText(source.assets)}</td>
                    <td>
                      <select
                        class="select"
                        aria-label={`Class of ${source.source}`}
                        onChange={(event) => {
                          const chosen = SOURCE_CLASSES.find((one) => one === event.currentTarget.value);
                          if (chosen !== undefined) assign(source, chosen);
                        }}
                      >
                        <For each={SOURCE_CLASSES}>
                          {(one) => (
                            <option value={one} selected={one === source.sourceClass}>
                              {SOURCE_CLASS_WORDS[one]}
                            </option>
                          )}
                        </For>
                      </select>
                      <span class="quiet">
                        {source.sourceClass === source.defaultClass ? ' by its name' : ' reassigned'}
                      </span>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </ScrollTable>
      </div>
      <Published text={PUBLISHED.sources} />
    </section>
  );
}

/** Which field holds the agent correlation ID. */
export function CorrelationPart(props: { view: SensorView }) {
  const sensor = useSensor();
  const chosen = () => props.view.settings.correlationIdField;
  const fields = () => {
    const found = props.view.correlationFields;
    const named = chosen();
    if (named === null || found.some(({ field }) => field === named)) return found;
    return [...found, { field: named, label: 'not in this dataset', assets: 0 }];
  };
  return (
    <>
      <label class="setting-number">
        <span>Read from</span>
        <select
          class="select"
          aria-label="Field of the correlation ID"
          onChange={(event) => {
            const correlationIdField = event.currentTarget.value || null;
            void sensor.change((now) => ({ ...now, correlationIdField }));
          }}
        >
          <option value="" selected={chosen() === null}>
            the usual names
          </option>
          <For each={fields()}>
            {({ field, label, assets }) => (
              <option value={field} selected={chosen() === field}>
                {field} ({label}, {countText(assets)} assets)
              </option>
            )}
          </For>
        </select>
      </label>
      <p class="setting-note">
        Exports have no standard field for it. Usual names, Doublet’s assumption: correlationId,
        agentCorrelationId, correlationUuid, agent.correlationId, passiveSensor.correlationId, or a custom
        attribute with such a key.
      </p>
      <Show when={!props.view.figures.coverage.correlationId.evaluated}>
        <p class="not-evaluated">Not in this export.</p>
      </Show>
    </>
  );
}
