import { createResource, createSignal, For, Show } from 'solid-js';
import { valueOr } from '../../../model/outcome';
import { useApp, useEngine } from '../../../ui/context';
import { Confirm } from '../../../ui/parts/confirm';
import { DATASET, toScreen, toStart } from '../../../ui/state/address';
import type { SensorCalls } from '../calls';

/** The worked examples of the criteria, each opened as a dataset with its own settings. */
export function Examples() {
  const app = useApp();
  const engine = useEngine<SensorCalls>();
  const { session } = app;
  const [examples] = createResource(async () => valueOr(await engine.sensorExamples(), []));
  const [asked, setAsked] = createSignal<string | null>(null);
  const open = async (id: string) => {
    const opened = await session.run('open', 'Opening the example', (on) => engine.openSensorExample(id, on));
    if (opened === null) return;
    session.replace(opened);
    void session.refreshDatasets();
    app.route.go(toStart, toScreen('sensor'), DATASET.with({ id: opened.header.id }));
  };
  /** What is only in memory would be lost. */
  const ask = (id: string) => {
    const opened = session.result();
    const isKept = session.datasets().some(({ header }) => header.id === opened?.header.id);
    if (opened === null || isKept || opened.header.origin === 'sample') void open(id);
    else setAsked(id);
  };
  return (
    <section aria-labelledby="examples-title">
      <h2 id="examples-title">Worked examples</h2>
      <p class="section-note">
        Each opens as a dataset of a few made-up assets with its own settings. What you change there holds
        there alone.
      </p>
      <ul class="points examples">
        <For each={examples() ?? []}>
          {(example) => (
            <li>
              <button
                type="button"
                class="point"
                disabled={session.job() !== null}
                onClick={() => ask(example.id)}
              >
                <span class="point-title">{example.title}</span>
                <span class="point-reason">{example.text}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={asked()}>
        {(id) => (
          <Confirm
            open
            title="Open the example"
            text={`“${session.result()?.header.name}” is only in memory: it is closed, and has to be read from its files again.`}
            action="Open the example"
            onConfirm={() => void open(id())}
            onClose={() => setAsked(null)}
          />
        )}
      </Show>
    </section>
  );
}
