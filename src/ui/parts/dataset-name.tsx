import { createSignal, Show } from 'solid-js';

/** A dataset's name, which opens it, and is changed in place: Enter keeps the new one, Esc the old. */
export function DatasetName(props: {
  name: string;
  onRename: (name: string) => void;
  /** Absent where it is open, or cannot be. */
  onOpen?: (() => void) | undefined;
}) {
  const [editing, setEditing] = createSignal(false);
  const finish = (text: string) => {
    if (!editing()) return;
    setEditing(false);
    const name = text.trim();
    if (name !== '' && name !== props.name) props.onRename(name);
  };
  return (
    <Show
      when={editing()}
      fallback={
        <span class="dataset-name">
          <Show
            when={props.onOpen}
            fallback={
              <span class="cut" title={props.name}>
                {props.name}
              </span>
            }
          >
            {(open) => (
              <button type="button" class="button-link cut" title={props.name} onClick={() => open()()}>
                {props.name}
              </button>
            )}
          </Show>
          <button
            type="button"
            class="button button-bare button-small"
            aria-label={`Rename ${props.name}`}
            onClick={() => setEditing(true)}
          >
            Rename
          </button>
        </span>
      }
    >
      <input
        class="field"
        aria-label="Dataset name"
        value={props.name}
        maxLength={200}
        ref={(input) => queueMicrotask(() => input.select())}
        onBlur={(event) => finish(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(event.currentTarget.value);
          if (event.key === 'Escape') setEditing(false);
        }}
      />
    </Show>
  );
}
