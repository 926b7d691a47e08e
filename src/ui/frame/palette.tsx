import { createMemo, createSignal, For, Show } from 'solid-js';
import { nothingMatches } from '../../wording/nothing-matches';
import type { Command } from '../command';
import { Dialog } from '../parts/dialog';
import { keysText } from '../words';

/** Every command, found by typing. */
export function Palette(props: { commands: readonly Command[]; onClose: () => void }) {
  const [words, setWords] = createSignal('');
  const [at, setAt] = createSignal(0);
  const found = createMemo(() => {
    const wanted = words().toLowerCase().split(/\s+/).filter(Boolean);
    return props.commands.filter(
      (command) =>
        command.id !== 'view.palette' &&
        command.available() &&
        wanted.every((word) =>
          `${command.section} ${command.label} ${command.words ?? ''}`.toLowerCase().includes(word),
        ),
    );
  });
  const choose = (command: Command | undefined) => {
    if (command === undefined) return;
    props.onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = found().length;
    if (event.key === 'Enter') choose(found()[at()]);
    else if (event.key === 'ArrowDown' && count > 0) setAt((at() + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setAt((at() + count - 1) % count);
    else return;
    event.preventDefault();
    requestAnimationFrame(() =>
      document.querySelector('#palette [aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  };
  return (
    <Dialog open title="Commands" kind="palette" onClose={props.onClose}>
      <input
        class="palette-input"
        type="text"
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls="palette"
        aria-activedescendant={found().length > 0 ? `command-${at()}` : undefined}
        placeholder="What do you want to do?"
        value={words()}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette" class="palette-list" role="listbox" aria-label="Commands">
        <For each={found()}>
          {(command, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and takes the keys
            <div
              id={`command-${place()}`}
              class="palette-item"
              role="option"
              tabIndex={-1}
              aria-selected={place() === at()}
              onMouseMove={() => setAt(place())}
              onClick={() => choose(command)}
            >
              <span class="palette-section">{command.section}</span>
              <span>{command.label}</span>
              <Show when={command.keys}>{(keys) => <kbd>{keysText(keys())}</kbd>}</Show>
            </div>
          )}
        </For>
      </div>
      <Show when={found().length === 0}>
        <p class="palette-none">{nothingMatches('commands', words())}</p>
      </Show>
    </Dialog>
  );
}
