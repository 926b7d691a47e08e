import { Show } from 'solid-js';
import type { CachedDataset } from '../../../../client/api';
import { useApp } from '../../../../ui/context';
import { Dialog } from '../../../../ui/parts/dialog';
import { Time } from '../../../../ui/parts/time';
import { keptCopyOf } from '../../../../ui/state/incoming';
import { counted } from '../../../../ui/words';

/** Asked when files come in while a dataset is open, or when they were imported before. */
export function ReplaceDialog() {
  const { incoming, session } = useApp();
  const files = () => incoming.waiting()?.sources.map(({ name }) => name) ?? [];
  const kept = () => {
    const waiting = incoming.waiting();
    return waiting?.origin === 'files' ? keptCopyOf(waiting.sources, session.datasets()) : null;
  };
  return (
    <Dialog open={incoming.waiting() !== null} title={title(files())} onClose={incoming.dismiss}>
      <Show when={kept()} fallback={<Replace files={files()} />}>
        {(copy) => <Again copy={copy()} files={files()} />}
      </Show>
    </Dialog>
  );
}

/** The same files are kept as a dataset: read again they would stand twice in the list, under one name. */
function Again(props: { copy: CachedDataset; files: readonly string[] }) {
  const { incoming, session, openDataset } = useApp();
  const header = () => props.copy.header;
  const isOpen = () => session.result()?.header.id === header().id;
  return (
    <>
      <p class="dialog-text">
        {named(props.files)} of this size {props.files.length === 1 ? 'was' : 'were'} imported already, on{' '}
        <Time at={header().importedAt} />
        {header().name === props.files[0] ? '' : `, and called “${header().name}”`}.{' '}
        {isOpen() ? 'That dataset is open.' : ''}
      </p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => incoming.dismiss()}>
          Cancel
        </button>
        <button type="button" class="button" onClick={() => incoming.accept(false)}>
          Read again
        </button>
        <button
          type="button"
          class="button button-primary"
          data-first-focus
          onClick={() => {
            const other = isOpen() ? null : header().id;
            incoming.dismiss();
            if (other !== null) openDataset(other);
          }}
        >
          {isOpen() ? 'Stay with it' : 'Open that one'}
        </button>
      </div>
    </>
  );
}

function Replace(props: { files: readonly string[] }) {
  const { incoming, session, inMemoryOnly } = useApp();
  return (
    <>
      <p class="dialog-text">
        “{session.result()?.header.name ?? ''}” is open. Open {named(props.files)} on{' '}
        {props.files.length === 1 ? 'its' : 'their'} own, or add {props.files.length === 1 ? 'it' : 'them'}?
        An asset that is in both counts once, and its newer record stands.
        {inMemoryOnly() ? ' What is open is in memory only, and is gone once another dataset is open.' : ''}
      </p>
      <div class="dialog-actions">
        <button type="button" class="button" data-first-focus onClick={() => incoming.dismiss()}>
          Cancel
        </button>
        <button type="button" class="button" onClick={() => incoming.accept(true)}>
          Add to it
        </button>
        <button type="button" class="button button-primary" onClick={() => incoming.accept(false)}>
          Open on its own
        </button>
      </div>
    </>
  );
}

const MOST_NAMED = 3;

function title(files: readonly string[]): string {
  return files.length === 1 ? `Read ${files[0]!}` : `Read ${counted(files.length, 'file')}`;
}

/** "a.json, b.json, c.json and 4 more". */
function named(files: readonly string[]): string {
  const first = files.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const more = files.length - first.length;
  if (more > 0) return `${first.join(', ')} and ${more} more`;
  return first.length < 2 ? first.join('') : `${first.slice(0, -1).join(', ')} and ${first.at(-1)!}`;
}
