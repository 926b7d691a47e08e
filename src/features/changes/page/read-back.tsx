import { createEffect, createResource, createSignal, For, on, Show } from 'solid-js';
import { downloadBlob } from '../../../ui/browser/download';
import { useApp, useEngine } from '../../../ui/context';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { counted, countText, timeText } from '../../../ui/words';
import type { ChangesCalls, ReadBackView, ReadResults } from '../calls';
import { READ_BACK_STATES, type ReadBackState, SAID_WORDS, STATE_WORDS } from '../types';
import { CHANGES } from './address';

/** Lines that are shown; all are in the file. */
const MOST_SHOWN = 100;

/** What became of a hand-over: by the open dataset, and by a file of results. */
export function ReadBack() {
  const app = useApp();
  const engine = useEngine<ChangesCalls>();
  const [file, setFile] = createSignal<File | null>(null);
  const [state, setState] = createSignal<ReadBackState | null>(null);
  const [handOvers] = createResource(
    () => app.session.result()?.revision,
    async () => {
      const outcome = await engine.handOversToFollow();
      return outcome.ok ? outcome.value : [];
    },
  );
  const chosen = () => {
    const wanted = app.route.of(CHANGES).handOver;
    const list = handOvers() ?? [];
    return list.find(({ id }) => id === wanted) ?? list[0];
  };
  const [view] = createResource(
    () => {
      const revision = app.session.result()?.revision;
      return chosen() === undefined || revision === undefined
        ? null
        : { id: chosen()!.id, file: file(), revision };
    },
    async ({ id, file: given }) => {
      const results = given === null ? null : { name: given.name, blob: given };
      const outcome = await engine.readBack(id, results);
      if (!outcome.ok && outcome.trouble !== null) app.session.report(outcome.trouble);
      return outcome.ok ? outcome.value : null;
    },
  );
  createEffect(on(chosen, () => setFile(null), { defer: true }));
  const save = async () => {
    const outcome = await engine.saveReadBack();
    const name = view()?.handOver.fileName.replace(/\.zip$/, '_read_back.csv') ?? 'read_back.csv';
    if (outcome.ok) downloadBlob(outcome.value, name);
    else if (outcome.trouble !== null) app.session.report(outcome.trouble);
  };
  return (
    <Show when={chosen()}>
      <section aria-labelledby="read-back-title">
        <h2 id="read-back-title">Handed over</h2>
        <div class="toolbar-line read-back-line">
          <label class="save-what">
            <span>Kit</span>
            <select
              class="select"
              aria-label="Hand-over"
              onChange={(event) => app.route.go(CHANGES.with({ handOver: event.currentTarget.value }))}
            >
              <For each={handOvers()}>
                {({ id, at, records, dataset }) => (
                  <option value={id} selected={id === chosen()!.id}>
                    {timeText(at)}, {countText(records)} of {dataset.name}
                  </option>
                )}
              </For>
            </select>
          </label>
          <label class="button">
            Load result file
            <input
              type="file"
              class="visually-hidden"
              accept=".csv,.txt,.log,.json,.tsv,text/*"
              onChange={(event) => {
                setFile(event.currentTarget.files?.[0] ?? null);
                event.currentTarget.value = '';
              }}
            />
          </label>
          <button type="button" class="button" disabled={!view()} onClick={() => void save()}>
            Save read-back as CSV
          </button>
        </div>
        <Show when={view()} fallback={<p class="quiet">Comparing with the open dataset …</p>}>
          {(read) => (
            <>
              <Show
                when={!read().sameDataset}
                fallback={
                  <p class="calm-notice">
                    The open dataset is the one that was handed over: open a later export to see what is gone.
                  </p>
                }
              >
                <p class="section-note">As the open dataset shows them.</p>
              </Show>
              <Show when={read().results}>{(results) => <Results results={results()} />}</Show>
              <div class="chips" role="group" aria-label="State">
                <Chip
                  label="All"
                  count={read().handOver.records}
                  on={state() === null}
                  onClick={() => setState(null)}
                />
                <For each={READ_BACK_STATES}>
                  {(one) => (
                    <Chip
                      label={capital(STATE_WORDS[one])}
                      count={read().counts[one]}
                      on={state() === one}
                      onClick={() => setState(one)}
                    />
                  )}
                </For>
              </div>
              <Lines view={read()} state={state()} />
            </>
          )}
        </Show>
      </section>
    </Show>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function Chip(props: { label: string; count: number; on: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      class="chip-button"
      classList={{ 'chip-on': props.on }}
      aria-pressed={props.on}
      onClick={() => props.onClick()}
    >
      {props.label} <span class="chip-count">{countText(props.count)}</span>
    </button>
  );
}

function Results(props: { results: ReadResults }) {
  const results = () => props.results;
  return (
    <div class="calm-notice" role="status">
      <p>
        {results().fileName}, read as {results().space === 'asset' ? 'asset IDs' : 'host IDs'}:{' '}
        {countText(results().said.purged)} purged, {countText(results().said.error)} error,{' '}
        {countText(results().said.notFound)} not found, {countText(results().unsaid)} not named.
      </p>
      <Show when={results().contradicted > 0}>
        <p>
          <b>
            {counted(results().contradicted, 'record')} said to be purged{' '}
            {results().contradicted === 1 ? 'is' : 'are'} in the open dataset.
          </b>
        </p>
      </Show>
      <Show when={results().unknown > 0}>
        <p>
          {counted(results().unknown, 'line')} {results().unknown === 1 ? 'is' : 'are'} about an ID that was
          not handed over.
        </p>
      </Show>
    </div>
  );
}

function Lines(props: { view: ReadBackView; state: ReadBackState | null }) {
  const engine = useEngine<ChangesCalls>();
  const [lines] = createResource(
    () => ({ state: props.state, view: props.view }),
    async ({ state }) => {
      const outcome = await engine.readBackLines(state, 0, MOST_SHOWN);
      return outcome.ok ? outcome.value : [];
    },
  );
  const all = () => (props.state === null ? props.view.handOver.records : props.view.counts[props.state]);
  return (
    <Show when={(lines.latest ?? []).length > 0} fallback={<p class="quiet">None.</p>}>
      <ScrollTable label="What was handed over">
        <table class="plain stacked read-back">
          <thead>
            <tr>
              <th>Handed over</th>
              <th>Host ID</th>
              <th>Survivor (keep)</th>
              <th>Now</th>
              <Show when={props.view.results}>
                <th>Result file</th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <For each={lines.latest}>
              {(line) => (
                <tr>
                  <td class="fixed" data-label="ID">
                    {line.assetId}
                  </td>
                  <td class="fixed" data-label="Host ID">
                    {line.hostId}
                  </td>
                  <td class="fixed" data-label="Survivor">
                    {line.survivor}
                  </td>
                  <td data-label="Now">
                    {STATE_WORDS[line.state]}
                    <Show when={line.backAs}>
                      {(back) => (
                        <>
                          {' '}
                          as <b class="fixed">{back().assetId}</b> ({back().title})
                        </>
                      )}
                    </Show>
                  </td>
                  <Show when={props.view.results}>
                    <td data-label="File">{line.said === null ? '–' : SAID_WORDS[line.said]}</td>
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollTable>
      <Show when={all() > MOST_SHOWN}>
        <p class="section-note">
          The first {MOST_SHOWN} of {countText(all())}; all of them are in the CSV.
        </p>
      </Show>
    </Show>
  );
}
