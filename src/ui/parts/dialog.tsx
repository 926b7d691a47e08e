import { Dialog as Kobalte } from '@kobalte/core/dialog';
import { createRenderEffect, type JSX, onCleanup, Show } from 'solid-js';
import { noteFocus } from '../browser/restore-focus';
import { Icon } from './icon';

/**
 * A dialog in the middle, or a drawer from the right; Esc and the close button leave it. The focus starts at what
 * has `data-first-focus`, else at the close button.
 */
export function Dialog(props: {
  open: boolean;
  title: string;
  kind?: 'middle' | 'drawer' | 'palette';
  onClose: () => void;
  children: JSX.Element;
}) {
  let content: HTMLDivElement | undefined;
  // Before anything of the dialog is there: its own way back fails where it is taken out whole.
  createRenderEffect(() => {
    if (!props.open) return;
    onCleanup(noteFocus());
  });
  return (
    <Kobalte open={props.open} onOpenChange={(open) => open || props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="overlay" />
        <Kobalte.Content
          ref={content}
          class={`dialog dialog-${props.kind ?? 'middle'}`}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onOpenAutoFocus={(event) => {
            const first = content?.querySelector<HTMLElement>('[data-first-focus]');
            if (first === undefined || first === null) return;
            event.preventDefault();
            first.focus();
          }}
        >
          <div class="dialog-head" classList={{ 'visually-hidden': props.kind === 'palette' }}>
            <Kobalte.Title class="dialog-title">{props.title}</Kobalte.Title>
            <Show when={props.kind !== 'palette'}>
              <Kobalte.CloseButton class="button button-bare button-square" aria-label="Close">
                <Icon name="close" />
              </Kobalte.CloseButton>
            </Show>
          </div>
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
