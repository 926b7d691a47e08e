import { createSignal, For, Index, Show } from 'solid-js';
import type { AddressRange, SensorSettings } from '../types/settings';
import { useSensor } from './context';

/** Ranges of addresses, static or dynamic, with the lease period where it is known. */
export function RangesPart(props: { settings: SensorSettings }) {
  const sensor = useSensor();
  const [fault, setFault] = createSignal('');
  const put = (at: number, part: AddressRange | null) => (now: SensorSettings) => ({
    ...now,
    ranges: now.ranges.flatMap((range, place) => (place !== at ? [range] : part === null ? [] : [part])),
  });
  /** Takes the change if nothing is wrong with it; else says what, and the field shows what holds. */
  const change = async (at: number, part: AddressRange, field: HTMLInputElement | HTMLSelectElement) => {
    const before = props.settings.ranges[at];
    const found = (await sensor.faults(put(at, part))).find((one) => one.field.startsWith(`ranges[${at}]`));
    setFault(found?.sentence ?? '');
    if (found === undefined && (await sensor.change(put(at, part)))) return;
    if (before !== undefined) field.value = shown(before, field.name);
  };
  const names = () => props.settings.networks.map(({ name }) => name);
  return (
    <>
      <p class="setting-note">
        10.10.0.0/24, 10.10.1.10-10.10.1.200 or one address, IPv4 or IPv6. An address in no range counts as
        dynamic: Doublet’s assumption.
      </p>
      <Show when={props.settings.ranges.length > 0}>
        <ul class="ranges">
          <Index each={props.settings.ranges}>
            {(range, at) => (
              <li>
                <input
                  class="field fixed"
                  name="range"
                  aria-label={`Range ${at + 1}`}
                  spellcheck={false}
                  value={range().range}
                  onChange={(event) =>
                    void change(
                      at,
                      { ...range(), range: event.currentTarget.value.trim() },
                      event.currentTarget,
                    )
                  }
                />
                <RangeFields
                  range={range()}
                  name={`of range ${at + 1}`}
                  networks={names()}
                  onChange={(part, field) => void change(at, part, field)}
                />
                <button
                  type="button"
                  class="button button-small button-bare"
                  aria-label={`Remove range ${range().range}`}
                  onClick={() => void sensor.change(put(at, null))}
                >
                  Remove
                </button>
              </li>
            )}
          </Index>
        </ul>
      </Show>
      <Show when={fault() !== ''}>
        <p class="refusal" role="alert">
          {fault()} The range is as it was.
        </p>
      </Show>
      <NewRange networks={names()} />
    </>
  );
}

function shown(range: AddressRange, field: string): string {
  if (field === 'range') return range.range;
  if (field === 'lease') return String(range.leaseHours ?? '');
  return field === 'network' ? (range.network ?? '') : range.assignment;
}

/** Static or dynamic, the lease period, and the network that the range is of. */
function RangeFields(props: {
  range: AddressRange;
  name: string;
  networks: readonly string[];
  onChange: (range: AddressRange, field: HTMLInputElement | HTMLSelectElement) => void;
}) {
  return (
    <>
      <select
        class="select"
        name="assignment"
        aria-label={`Assignment ${props.name}`}
        value={props.range.assignment}
        onChange={(event) => {
          const assignment = event.currentTarget.value === 'static' ? 'static' : 'dynamic';
          props.onChange({ ...props.range, assignment }, event.currentTarget);
        }}
      >
        <option value="static">static</option>
        <option value="dynamic">dynamic</option>
      </select>
      <input
        class="field field-number"
        type="number"
        step="any"
        name="lease"
        placeholder="lease, h"
        aria-label={`Lease period ${props.name}, hours`}
        title="DHCP lease period in hours; empty if it is not known"
        disabled={props.range.assignment === 'static'}
        value={props.range.leaseHours ?? ''}
        onChange={(event) => {
          const hours = event.currentTarget.valueAsNumber;
          props.onChange(
            { ...props.range, leaseHours: Number.isNaN(hours) ? null : hours },
            event.currentTarget,
          );
        }}
      />
      <select
        class="select"
        name="network"
        aria-label={`Network ${props.name}`}
        onChange={(event) =>
          props.onChange({ ...props.range, network: event.currentTarget.value || null }, event.currentTarget)
        }
      >
        <option value="" selected={(props.range.network ?? '') === ''}>
          any network
        </option>
        <For each={[...new Set([...props.networks, ...(props.range.network ? [props.range.network] : [])])]}>
          {(name) => (
            <option value={name} selected={props.range.network === name}>
              {name}
            </option>
          )}
        </For>
      </select>
    </>
  );
}

const EMPTY: AddressRange = { range: '', assignment: 'static' };

function NewRange(props: { networks: readonly string[] }) {
  const sensor = useSensor();
  const [draft, setDraft] = createSignal<AddressRange>(EMPTY);
  const [fault, setFault] = createSignal('');
  const added = (range: AddressRange) => (now: SensorSettings) => ({
    ...now,
    ranges: [...now.ranges, range],
  });
  let latest = 0;
  const check = async (next: AddressRange) => {
    const mine = ++latest;
    setDraft(next);
    const trimmed = { ...next, range: next.range.trim() };
    const last = `ranges[${sensor.view()?.settings.ranges.length ?? 0}]`;
    const found =
      trimmed.range === ''
        ? undefined
        : (await sensor.faults(added(trimmed))).find(({ field }) => field.startsWith(last));
    if (mine === latest) setFault(found?.sentence ?? '');
    return found === undefined;
  };
  const add = async (event: Event) => {
    event.preventDefault();
    const range = { ...draft(), range: draft().range.trim() };
    if (range.range === '' || !(await check(range))) return;
    if (await sensor.change(added(range))) setDraft(EMPTY);
  };
  return (
    <>
      <form class="ranges range-new" onSubmit={(event) => void add(event)}>
        <input
          class="field fixed"
          aria-label="New range"
          placeholder="10.10.0.0/24"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={fault() !== ''}
          value={draft().range}
          onInput={(event) => void check({ ...draft(), range: event.currentTarget.value })}
        />
        <RangeFields
          range={draft()}
          name="of the new range"
          networks={props.networks}
          onChange={(range) => void check(range)}
        />
        <button type="submit" class="button" aria-label="Add range">
          Add
        </button>
      </form>
      <Show when={fault() !== ''}>
        <p class="refusal" role="alert">
          {fault()}
        </p>
      </Show>
    </>
  );
}
