import { type JSX, Show } from 'solid-js';

/** What shows where a list or a screen has nothing to show: why, and what to do now. */
export function Empty(props: {
  /** One sentence. */
  text: JSX.Element;
  /** The button's words; without them there is no button. */
  action?: string;
  onAction?: () => void;
  /** Whether the answer is still on its way. */
  busy?: boolean;
}) {
  return (
    <div class="empty" aria-busy={props.busy ?? false}>
      <p>{props.text}</p>
      <Show when={props.action}>
        {(action) => (
          <button type="button" class="button" onClick={() => props.onAction?.()}>
            {action()}
          </button>
        )}
      </Show>
    </div>
  );
}
