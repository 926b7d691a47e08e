import { Dialog } from '../parts/dialog';
import { counted } from '../words';

/** Asked when files come in while a dataset is open. */
export function ReplaceDialog(props: {
  open: boolean;
  files: number;
  dataset: string;
  onReplace: () => void;
  onAdd: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog open={props.open} title={`Read ${counted(props.files, 'file')}`} onClose={props.onClose}>
      <p class="dialog-text">
        “{props.dataset}” is open. Open the new assets in its place, or add them to it? Assets that are in
        both are counted once.
      </p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => props.onClose()}>
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
