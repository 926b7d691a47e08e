import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { Icon } from '../../../ui/parts/icon';

/** A list of short texts: each can be taken out, a new one is checked as it is typed. */
export function EntryList(props: {
  label: string;
  note?: string;
  placeholder: string;
  /** What one entry is: "domain". */
  one: string;
  entries: readonly string[];
  /** What is wrong with a new entry, in one sentence; `null` if nothing. */
  fault: (text: string) => Promise<string | null>;
  onAdd: (text: string) => Promise<boolean>;
  onRemove: (text: string) => void;
}) {
  const [text, setText] = createSignal('');
  const [fault, setFault] = createSignal('');
  const faultId = createUniqueId();
  let latest = 0;
  const check = async (typed: string) => {
    const mine = ++latest;
    setText(typed);
    const found = typed.trim() === '' ? null : await props.fault(typed.trim());
    if (mine === latest) setFault(found ?? '');
    return found;
  };
  const add = async (event: Event) => {
    event.preventDefault();
    const typed = text().trim();
    if (typed === '' || (await check(typed)) !== null) return;
    if (props.entries.includes(typed) || (await props.onAdd(typed))) setText('');
  };
  return (
    <div class="entries">
      <p class="entries-label">{props.label}</p>
      <Show when={props.note}>{(note) => <p class="setting-note">{note()}</p>}</Show>
      <Show when={props.entries.length > 0}>
        <ul class="chips">
          <For each={props.entries}>
            {(entry) => (
              <li class="entry">
                <span class="fixed">{entry}</span>
                <button type="button" aria-label={`Remove ${entry}`} onClick={() => props.onRemove(entry)}>
                  <Icon name="close" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <form class="entry-add" onSubmit={(event) => void add(event)}>
        <input
          class="field fixed"
          aria-label={`New ${props.one}`}
          aria-invalid={fault() !== ''}
          aria-describedby={fault() === '' ? undefined : faultId}
          placeholder={props.placeholder}
          autocomplete="off"
          spellcheck={false}
          value={text()}
          onInput={(event) => void check(event.currentTarget.value)}
        />
        <button type="submit" class="button" aria-label={`Add ${props.one}`}>
          Add
        </button>
      </form>
      <Show when={fault() !== ''}>
        <p class="refusal" role="alert" id={faultId}>
          {fault()}
        </p>
      </Show>
    </div>
  );
}
