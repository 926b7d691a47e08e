import { Dialog } from '../../../../ui/parts/dialog';
import { counted } from '../../../../ui/words';

/** Asked when files come in while a dataset is open. */
export function ReplaceDialog(props: {
  open: boolean;
  /** The files' names. */
  files: readonly string[];
  dataset: string;
  onReplace: () => void;
  onAdd: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog open={props.open} title={title(props.files)} onClose={props.onClose}>
      <p class="dialog-text">
        “{props.dataset}” is open. Open the assets of {named(props.files)} in its place, or add them to it?
        Assets that are in both are counted once.
      </p>
      <div class="dialog-actions">
        <button type="button" class="button" data-first-focus onClick={() => props.onClose()}>
          Leave it as it is
        </button>
        <button type="button" class="button" onClick={() => props.onAdd()}>
          Add to it
        </button>
        <button type="button" class="button button-primary" onClick={() => props.onReplace()}>
          Replace
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
