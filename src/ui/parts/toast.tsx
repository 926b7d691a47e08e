import { For, Show } from 'solid-js';
import type { Toasts } from '../state/toasts';
import { Icon } from './icon';

/** Messages about a moment, above the lower edge; they wait while the pointer or the focus is on them. */
export function ToastList(props: { toasts: Toasts }) {
  return (
    <div
      class="toasts"
      role="status"
      aria-live="polite"
      onPointerEnter={() => props.toasts.hold(true)}
      onPointerLeave={() => props.toasts.hold(false)}
      onFocusIn={() => props.toasts.hold(true)}
      onFocusOut={() => props.toasts.hold(false)}
    >
      <For each={props.toasts.shown()}>
        {(toast) => (
          <div class="toast">
            <span>{toast.text}</span>
            <Show when={toast.undo}>
              {(undo) => (
                <button
                  type="button"
                  class="button button-small"
                  onClick={() => {
                    undo()();
                    props.toasts.dismiss(toast);
                  }}
                >
                  Undo
                </button>
              )}
            </Show>
            <button
              type="button"
              class="button button-bare button-square"
              aria-label="Dismiss"
              onClick={() => props.toasts.dismiss(toast)}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </For>
    </div>
  );
}
