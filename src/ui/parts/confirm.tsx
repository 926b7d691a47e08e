import { Dialog } from './dialog';

/** Asks before something that cannot be undone. */
export function Confirm(props: {
  open: boolean;
  title: string;
  text: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onClose}>
      <p class="dialog-text">{props.text}</p>
      <div class="dialog-actions">
        <button type="button" class="button" data-first-focus onClick={() => props.onClose()}>
          Cancel
        </button>
        <button
          type="button"
          class="button button-danger"
          onClick={() => {
            props.onConfirm();
            props.onClose();
          }}
        >
          {props.action}
        </button>
      </div>
    </Dialog>
  );
}
