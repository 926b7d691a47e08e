import { createSignal, For, onMount, Show } from 'solid-js';
import type { CachedDataset } from '../../../client/api';
import { useApp } from '../../../ui/context';
import { Confirm } from '../../../ui/parts/confirm';
import { DatasetName } from '../../../ui/parts/dataset-name';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { Time } from '../../../ui/parts/time';
import { bytesText, counted, countText } from '../../../ui/words';
import './datasets.css';

/** What is cached in this browser, and what becomes of it. */
export function Datasets() {
  const app = useApp();
  const [toDelete, setToDelete] = createSignal<CachedDataset | 'all' | null>(null);
  onMount(() => void app.session.refreshDatasets());
  const total = () => app.session.datasets().reduce((sum, cached) => sum + cached.bytes, 0);
  const remove = () => {
    const target = toDelete();
    if (target === 'all') void app.session.removeAll();
    else if (target !== null) void app.session.remove(target.header.id);
  };
  return (
    <section class="page" aria-labelledby="datasets-title">
      <div class="section-head">
        <h1 id="datasets-title" class="page-title">
          Datasets
        </h1>
        <button type="button" class="button" onClick={app.chooseFiles}>
          Choose files
        </button>
        <button type="button" class="button button-danger" onClick={() => setToDelete('all')}>
          Delete all data
        </button>
      </div>
      <CacheSwitch />
      <Show when={app.session.memoryOnly() !== null && app.session.result()}>
        {(open) => (
          <p class="calm-notice" role="status">
            “{open().header.name}” is still open, in memory only: it is gone when this page is closed or
            reloaded. Save its reports first if you need them.
          </p>
        )}
      </Show>
      <Show
        when={app.session.datasets().length > 0}
        fallback={<p class="quiet">No dataset is kept in this browser.</p>}
      >
        <p class="section-note">
          {counted(app.session.datasets().length, 'dataset')}, {bytesText(total())} in this browser's storage.
        </p>
        <ScrollTable label="Cached datasets">
          <table class="plain stacked datasets">
            <thead>
              <tr>
                <th>Name</th>
                <th class="number">Assets</th>
                <th class="number">Size</th>
                <th>Imported</th>
                <th>From</th>
                <th>
                  <span class="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={app.session.datasets()}>
                {(cached) => (
                  <DatasetRow
                    cached={cached}
                    open={app.session.result()?.header.id === cached.header.id}
                    busy={app.session.job() !== null}
                    onOpen={() => app.openDataset(cached.header.id)}
                    onRename={(name) => void app.session.rename(cached.header.id, name)}
                    onDelete={() => setToDelete(cached)}
                  />
                )}
              </For>
            </tbody>
          </table>
        </ScrollTable>
      </Show>
      <Confirm
        open={toDelete() !== null}
        title={toDelete() === 'all' ? 'Delete all data' : 'Delete dataset'}
        text={deletionText(toDelete())}
        action={toDelete() === 'all' ? 'Delete everything' : 'Delete'}
        onConfirm={remove}
        onClose={() => setToDelete(null)}
      />
    </section>
  );
}

function DatasetRow(props: {
  cached: CachedDataset;
  open: boolean;
  busy: boolean;
  onOpen: () => void;
  onRename: (name: string) => void;
  onDelete: () => void;
}) {
  const header = () => props.cached.header;
  return (
    <tr>
      <td>
        <DatasetName
          name={header().name}
          onRename={props.onRename}
          onOpen={props.open || props.busy || props.cached.damaged ? undefined : props.onOpen}
        />
        <Show when={props.cached.damaged}>
          <span
            class="label-danger"
            title="Its stored copy cannot be read any more. Delete it and read the files again."
          >
            damaged
          </span>
        </Show>
        <Show when={header().unfinished}>
          {(unfinished) => (
            <span class="label-warn" title={unfinished().reason}>
              unfinished
            </span>
          )}
        </Show>
      </td>
      <td class="number" data-label="Assets">
        {countText(header().balance.assets)}
      </td>
      <td class="number" data-label="Size">
        {bytesText(props.cached.bytes)}
      </td>
      <td data-label="Imported">
        <Time at={header().importedAt} />
      </td>
      <td data-label="From">{originText(props.cached)}</td>
      <td class="row-actions">
        <Show when={!props.open} fallback={<span class="quiet">open now</span>}>
          <button
            type="button"
            class="button button-small"
            disabled={props.busy || props.cached.damaged}
            aria-label={`Open ${header().name}`}
            onClick={() => props.onOpen()}
          >
            Open
          </button>
        </Show>
        <button
          type="button"
          class="button button-small"
          aria-label={`Delete ${header().name}`}
          onClick={() => props.onDelete()}
        >
          Delete
        </button>
      </td>
    </tr>
  );
}

function CacheSwitch() {
  const app = useApp();
  return (
    <Show when={app.session.cache()}>
      {(cache) => (
        <div class="setting">
          <label class="check">
            <input
              type="checkbox"
              checked={cache().mode === 'on' || cache().mode === 'full'}
              disabled={cache().mode === 'unavailable'}
              onChange={(event) => void app.session.setCaching(event.currentTarget.checked)}
            />
            <span>Keep datasets in this browser</span>
          </label>
          <p class="setting-note">
            {cache().reason ??
              'They survive a reload and stay until you delete them. They never leave this computer.'}
          </p>
        </div>
      )}
    </Show>
  );
}

function originText(cached: CachedDataset): string {
  const { origin, files, gateway } = cached.header;
  if (origin === 'gateway') return gateway === undefined ? 'Gateway' : `Gateway, ${gateway.platform}`;
  if (origin === 'paste') return 'pasted text';
  if (origin === 'sample') return 'sample data';
  return files.length === 1 ? '1 file' : counted(files.length, 'file');
}

function deletionText(target: CachedDataset | 'all' | null): string {
  if (target === 'all')
    return 'Every dataset, setting and decision that Doublet keeps in this browser will be deleted, with the column names it remembers and the secret of redacted copies; theme, widths and keys stay. Deleted data can still lie in the browser’s own files until the browser clears them: clear the site data in the browser’s settings, too. Your files stay as they are. This cannot be undone.';
  if (target === null) return '';
  return `“${target.header.name}” with ${counted(target.header.balance.assets, 'asset')} will be deleted from this browser. The files it was read from stay as they are. This cannot be undone.`;
}
