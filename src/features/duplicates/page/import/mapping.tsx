import { createSignal, For, Show } from 'solid-js';
import { FIELD_IDS, type FieldId } from '../../../../model/field';
import { useApp } from '../../../../ui/context';
import { ScrollTable } from '../../../../ui/parts/scroll-table';
import type { PendingMapping } from '../../../../ui/state/session';
import './mapping.css';
import { doubleFields, FIELD_GROUPS, findingFields, mappingLabel } from './mapping-fields';

const SAMPLES = 4;

/** The columns of the file that waits for a look at them. */
export function Mapping() {
  const app = useApp();
  return <Show when={app.session.mapping()}>{(pending) => <Columns pending={pending()} />}</Show>;
}

/** A spreadsheet's columns: what the headers suggest, some rows to judge by, and every column reassignable. */
function Columns(props: { pending: PendingMapping }) {
  const app = useApp();
  const request = () => props.pending.request;
  const [columns, setColumns] = createSignal<readonly (FieldId | null)[]>(request().suggested);
  const finding = () => findingFields(columns());
  const doubled = () => doubleFields(columns());
  const confirm = async () => {
    if (await app.session.confirmMapping(columns())) app.goToOpened();
  };
  return (
    <section class="page" aria-labelledby="mapping-title">
      <h1 id="mapping-title" class="page-title">
        Which column holds what?
      </h1>
      <p class="lead">
        {request().file} has {request().headers.length} columns. Check what each one is read as; the choice is
        remembered for files with these headers.
      </p>
      <ScrollTable label="Columns of the file">
        <table class="plain mapping">
          <thead>
            <tr>
              <th>Column</th>
              <th>Read as</th>
              <Show when={request().preview.length > 0}>
                <th>First values</th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <For each={request().headers}>
              {(header, place) => (
                <tr classList={{ 'mapping-out': columns()[place()] == null }}>
                  <th scope="row">{header || `Column ${place() + 1}`}</th>
                  <td>
                    <select
                      class="select"
                      aria-label={`Read ${header || `column ${place() + 1}`} as`}
                      value={columns()[place()] ?? ''}
                      onChange={(event) => {
                        const field = FIELD_IDS.find((id) => id === event.currentTarget.value) ?? null;
                        setColumns(columns().map((other, at) => (at === place() ? field : other)));
                      }}
                    >
                      <option value="">leave out</option>
                      <For each={FIELD_GROUPS}>
                        {(group) => (
                          <optgroup label={group.label}>
                            <For each={group.fields}>
                              {(field) => <option value={field}>{mappingLabel(field)}</option>}
                            </For>
                          </optgroup>
                        )}
                      </For>
                    </select>
                  </td>
                  <Show when={request().preview.length > 0}>
                    <td class="mapping-values cut">
                      {request()
                        .preview.slice(0, SAMPLES)
                        .map((row) => row[place()] ?? '')
                        .filter((text) => text !== '')
                        .join(' · ')}
                    </td>
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollTable>
      <p class="lead">
        {finding()} of 5 identifiers mapped.
        <Show when={finding() === 0}>
          {' '}
          Choose a column for at least one field that finds duplicates, such as the MAC address.
        </Show>
        <For each={doubled()}>
          {(field) => <> Several columns are read as {mappingLabel(field)}: only one value is kept.</>}
        </For>
      </p>
      <div class="mapping-actions">
        <button
          type="button"
          class="button button-primary"
          disabled={finding() === 0}
          onClick={() => void confirm()}
        >
          Read with these columns
        </button>
        <button type="button" class="button" onClick={() => app.session.dismissMapping()}>
          Cancel
        </button>
      </div>
    </section>
  );
}
