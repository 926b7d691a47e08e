import { createSignal, For, Show } from 'solid-js';
import type { Command } from '../../ui/command';
import { Palette } from '../../ui/frame/palette';
import { Confirm } from '../../ui/parts/confirm';
import { Dialog } from '../../ui/parts/dialog';
import { Part } from './part';

const KINDS = ['middle', 'drawer', 'question', 'palette'] as const;
const COMMANDS: readonly Command[] = [
  { id: 'go', label: 'Overview', section: 'Go to', available: () => true, run: () => undefined },
  {
    id: 'save',
    label: 'Save Excel report',
    section: 'Save',
    keys: { key: 's', mod: true },
    available: () => true,
    run: () => undefined,
  },
];

/** Dialogs, each opened by its button. */
export function DialogParts() {
  const [open, setOpen] = createSignal<(typeof KINDS)[number] | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Part
        name="Dialog"
        states={KINDS.map((kind) => [
          kind,
          () => (
            <button type="button" class="button" onClick={() => setOpen(kind)}>
              Open
            </button>
          ),
        ])}
      />
      <For each={['middle', 'drawer'] as const}>
        {(kind) => (
          <Dialog open={open() === kind} title="Read other.json" kind={kind} onClose={close}>
            <p class="dialog-text">“three.json” is open. Open the assets of “other.json” in its place?</p>
            <div class="dialog-actions">
              <button type="button" class="button" onClick={close}>
                Cancel
              </button>
              <button type="button" class="button button-primary" onClick={close}>
                Replace
              </button>
            </div>
          </Dialog>
        )}
      </For>
      <Confirm
        open={open() === 'question'}
        title="Delete dataset"
        text="“three.json” with 4 assets will be deleted from this browser."
        action="Delete"
        onConfirm={close}
        onClose={close}
      />
      <Show when={open() === 'palette'}>
        <Palette commands={COMMANDS} onClose={close} />
      </Show>
    </>
  );
}
