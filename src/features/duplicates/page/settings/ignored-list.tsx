import { createSignal, For, Show } from 'solid-js';
import type { IgnoredValue } from '../../../../model/grouping';
import { RULES } from '../../../../model/rule';
import type { IgnoredEntry } from '../../../../model/settings';
import { counted } from '../../../../ui/words';

const FIELD_LABELS: Readonly<Record<IgnoredEntry['field'], string>> = {
  name: 'Name',
  macAddress: 'MAC address',
  ipv4Address: 'IPv4 address',
};

/** The editable list of values that identify nothing, with what each one kept out of the open dataset. */
export function IgnoredList(props: {
  entries: readonly IgnoredEntry[];
  found: readonly IgnoredValue[];
  off: boolean;
  /** The sentence that refuses the list, or `null` if it is good. */
  check: (entries: readonly IgnoredEntry[]) => Promise<string | null>;
  onChange: (entries: readonly IgnoredEntry[]) => void;
}) {
  const change = (at: number, part: Partial<IgnoredEntry>) =>
    props.onChange(props.entries.map((entry, place) => (place === at ? { ...entry, ...part } : entry)));
  return (
    <fieldset class="setting-set">
      <legend>Ignored values</legend>
      <p class="setting-note">
        {props.off
          ? 'Not applied now, because “Ignore nothing” is on.'
          : 'Values that identify nothing. * stands for any characters in a name, x for one digit of a MAC; an address may be a range.'}
      </p>
      <AddEntry
        check={(entry) => props.check([...props.entries, entry])}
        onAdd={(entry) => props.onChange([entry, ...props.entries])}
      />
      <ul class="ignored-list" classList={{ off: props.off }}>
        <For each={props.entries}>
          {(entry, place) => (
            <li>
              <label class="check">
                <input
                  type="checkbox"
                  checked={entry.enabled}
                  onChange={(event) => change(place(), { enabled: event.currentTarget.checked })}
                />
                <span>
                  <span class="fixed">{entry.pattern}</span>{' '}
                  <span class="quiet">{FIELD_LABELS[entry.field]}</span>
                </span>
              </label>
              <span class="ignored-reason">
                {entry.reason}
                <Show when={assetsOf(entry, props.found) > 0}>
                  <span class="ignored-here">{counted(assetsOf(entry, props.found), 'asset')} here.</span>
                </Show>
              </span>
              <button
                type="button"
                class="button button-bare button-small"
                aria-label={`Remove ${entry.pattern}`}
                onClick={() => props.onChange(props.entries.filter((_, at) => at !== place()))}
              >
                Remove
              </button>
            </li>
          )}
        </For>
      </ul>
    </fieldset>
  );
}

function AddEntry(props: {
  check: (entry: IgnoredEntry) => Promise<string | null>;
  onAdd: (entry: IgnoredEntry) => void;
}) {
  const [field, setField] = createSignal<IgnoredEntry['field']>('name');
  const [pattern, setPattern] = createSignal('');
  const [reason, setReason] = createSignal('');
  const [refusal, setRefusal] = createSignal('');
  const add = async (event: Event) => {
    event.preventDefault();
    const entry = {
      field: field(),
      pattern: pattern().trim(),
      reason: reason().trim() || 'Added by hand',
      enabled: true,
    };
    if (entry.pattern === '') return;
    const refused = await props.check(entry);
    setRefusal(refused ?? '');
    if (refused !== null) return;
    props.onAdd(entry);
    setPattern('');
    setReason('');
  };
  return (
    <form class="add-entry" onSubmit={(event) => void add(event)}>
      <select
        class="select"
        aria-label="Field of the ignored value"
        onChange={(event) => setField(event.currentTarget.value as IgnoredEntry['field'])}
      >
        <For each={Object.entries(FIELD_LABELS)}>{([id, label]) => <option value={id}>{label}</option>}</For>
      </select>
      <input
        class="field fixed"
        aria-label="Value to ignore"
        placeholder="Value to ignore"
        value={pattern()}
        onInput={(event) => setPattern(event.currentTarget.value)}
      />
      <input
        class="field"
        aria-label="Reason"
        placeholder="Reason"
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        Add
      </button>
      <Show when={refusal() !== ''}>
        <p class="refusal" role="alert">
          {refusal()}
        </p>
      </Show>
    </form>
  );
}

/** How many assets the entry kept out here, found by its reason, which each ignored value carries. */
function assetsOf(entry: IgnoredEntry, found: readonly IgnoredValue[]): number {
  return found
    .filter((value) => value.reason === entry.reason && fits(entry, value))
    .reduce((sum, value) => sum + value.assets, 0);
}

function fits(entry: IgnoredEntry, value: IgnoredValue): boolean {
  if (entry.field !== RULES[value.rule].ignored) return false;
  if (/[*x/-]/.test(entry.pattern) && entry.field !== 'name') return true;
  if (entry.field === 'name' && entry.pattern.includes('*')) return true;
  return bare(entry.pattern) === bare(value.value);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s:]/g, '').replace(/\.$/, '');
}
