import { type JSX, Show } from 'solid-js';

/** What the last change did, said where the person looks, and the way back. */
export function UndoNotice(props: {
  /** Names the notice for screen readers. */
  label: string;
  canUndo: boolean;
  onUndo: () => void;
  children: JSX.Element;
}) {
  return (
    <div class="undo-notice" role="status" aria-label={props.label}>
      {props.children}
      <Show when={props.canUndo}>
        <button type="button" class="button button-small" onClick={() => props.onUndo()}>
          Undo
        </button>
      </Show>
    </div>
  );
}
