import { For, Show } from 'solid-js';
import type { DatasetFile, DatasetHeader, FileKeys } from '../../../../model/dataset';
import { FIELDS } from '../../../../model/field';
import { useApp } from '../../../../ui/context';
import { counted } from '../../../../ui/words';
import './columns-read.css';

/** How each spreadsheet's columns were read, with the way to have them read otherwise, and each other file's keys. */
export function ColumnsRead(props: { header: DatasetHeader }) {
  const files = () => props.header.files.filter((file) => file.mapping !== undefined);
  const keyed = () => props.header.files.filter((file) => file.keys !== undefined);
  return (
    <>
      <For each={files()}>{(file) => <FileColumns header={props.header} file={file} />}</For>
      <For each={keyed()}>{(file) => <FileKeysRead name={file.name} keys={file.keys!} />}</For>
    </>
  );
}

function FileKeysRead(props: { name: string; keys: FileKeys }) {
  return (
    <section class="columns-read" aria-label={`Keys of ${props.name}`}>
      <h3>Keys of {props.name}</h3>
      <Show when={props.keys.read.length > 0}>
        <p>
          {counted(props.keys.read.length, 'key')} read: {props.keys.read.join(', ')}.
        </p>
      </Show>
      <Show when={props.keys.leftOut.length > 0}>
        <p class="quiet">
          {counted(props.keys.leftOut.length, 'key')} left out: {props.keys.leftOut.join(', ')}.
        </p>
      </Show>
    </section>
  );
}

function FileColumns(props: { header: DatasetHeader; file: DatasetFile }) {
  const app = useApp();
  const columns = () =>
    (props.file.mapping?.headers ?? []).map((header, place) => ({
      header: header || `Column ${place + 1}`,
      field: props.file.mapping?.columns[place] ?? null,
    }));
  const leftOut = () => columns().filter(({ field }) => field === null);
  return (
    <section class="columns-read" aria-label={`Columns of ${props.file.name}`}>
      <div class="section-head">
        <h3>Columns of {props.file.name} read as</h3>
        <Show
          when={app.session.hasSources(props.header.id)}
          fallback={<span class="quiet">Choose the file again to change it.</span>}
        >
          <button
            type="button"
            class="button button-small"
            aria-label={`Change how the columns of ${props.file.name} are read`}
            disabled={app.session.job() !== null}
            onClick={() => app.session.changeColumns(props.header, props.file)}
          >
            Change
          </button>
        </Show>
      </div>
      <ul class="column-pairs">
        <For each={columns()}>
          {({ header, field }) => (
            <Show when={field}>
              {(known) => (
                <li>
                  <span class="column-header">{header}</span>
                  <span aria-hidden="true"> → </span>
                  <span class="visually-hidden"> read as </span>
                  <b>{FIELDS[known()].label}</b>
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
      <Show when={leftOut().length > 0}>
        <p class="quiet">
          {counted(leftOut().length, 'column')} left out:{' '}
          {leftOut()
            .map(({ header }) => header)
            .join(', ')}
          .
        </p>
      </Show>
    </section>
  );
}
