import { useApp } from '../../../../ui/context';
import { Dialog } from '../../../../ui/parts/dialog';
import { counted } from '../../../../ui/words';

/** Asked when files come in while a dataset is open. */
export function ReplaceDialog() {
  const { incoming, session, inMemoryOnly } = useApp();
  const files = () => incoming.waiting()?.sources.map(({ name }) => name) ?? [];
  return (
    <Dialog open={incoming.waiting() !== null} title={title(files())} onClose={incoming.dismiss}>
      <p class="dialog-text">
        “{session.result()?.header.name ?? ''}” is open. Open {named(files())} on{' '}
        {files().length === 1 ? 'its' : 'their'} own, or add {files().length === 1 ? 'it' : 'them'}? An asset
        that is in both counts once, and its newer record stands.
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
    </Dialog>
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
