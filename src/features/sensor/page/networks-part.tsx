import { createSignal, Index, Show } from 'solid-js';
import type { SensorNetwork, SensorSettings } from '../types/settings';
import { useSensor } from './context';
import { EntryList } from './entry-list';

/** Whether there are networks at all, and for each its sensors and its ranges. */
export function NetworksPart(props: { settings: SensorSettings }) {
  const sensor = useSensor();
  const put = (now: SensorSettings, at: number, part: Partial<SensorNetwork>): SensorSettings => ({
    ...now,
    networks: now.networks.map((network, place) => (place === at ? { ...network, ...part } : network)),
  });
  const list = (at: number, field: 'sensors' | 'ranges') => {
    const added = (text: string) => (now: SensorSettings) =>
      put(now, at, { [field]: [...(now.networks[at]?.[field] ?? []), text] });
    return {
      fault: async (text: string) => {
        const faults = await sensor.faults(added(text));
        return faults.find((fault) => fault.field.startsWith(`networks[${at}].${field}`))?.sentence ?? null;
      },
      onAdd: (text: string) => sensor.change(added(text)),
      onRemove: (text: string) =>
        void sensor.change((now) =>
          put(now, at, { [field]: (now.networks[at]?.[field] ?? []).filter((entry) => entry !== text) }),
        ),
    };
  };
  const remove = (at: number) =>
    void sensor.change((now) => ({
      ...now,
      networks: now.networks.filter((_, place) => place !== at),
    }));
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={props.settings.networkFeature}
          onChange={(event) => {
            const networkFeature = event.currentTarget.checked;
            void sensor.change((now) => ({ ...now, networkFeature }));
          }}
        />
        <span>The subscription has the Network feature</span>
      </label>
      <p class="setting-note">
        {props.settings.networkFeature
          ? 'An address belongs to the network that the export names for it, else to that of its sensor or range below, else to the global default network.'
          : 'Every address is in the one global default network; networks below are not used.'}
      </p>
      <Index each={props.settings.networks}>
        {(network, at) => (
          <fieldset class="network">
            <legend>Network {network().name}</legend>
            <button
              type="button"
              class="button button-small button-bare network-remove"
              aria-label={`Remove network ${network().name}`}
              onClick={() => remove(at)}
            >
              Remove
            </button>
            <EntryList
              label="Sensors"
              placeholder="NPS1"
              one={`sensor of ${network().name}`}
              entries={network().sensors}
              {...list(at, 'sensors')}
            />
            <EntryList
              label="Address ranges"
              placeholder="10.10.0.0/16"
              one={`range of ${network().name}`}
              entries={network().ranges}
              {...list(at, 'ranges')}
            />
          </fieldset>
        )}
      </Index>
      <NewNetwork />
    </>
  );
}

function NewNetwork() {
  const sensor = useSensor();
  const [name, setName] = createSignal('');
  const [fault, setFault] = createSignal('');
  const added = (text: string) => (now: SensorSettings) => ({
    ...now,
    networks: [...now.networks, { name: text, sensors: [], ranges: [] }],
  });
  const add = async (event: Event) => {
    event.preventDefault();
    const text = name().trim();
    if (text === '') return;
    const faults = await sensor.faults(added(text));
    setFault(faults.find(({ field }) => field.startsWith('networks'))?.sentence ?? '');
    if (fault() === '' && (await sensor.change(added(text)))) setName('');
  };
  return (
    <>
      <form class="entry-add" onSubmit={(event) => void add(event)}>
        <input
          class="field"
          aria-label="New network"
          placeholder="Name of a network"
          value={name()}
          onInput={(event) => {
            setName(event.currentTarget.value);
            setFault('');
          }}
        />
        <button type="submit" class="button">
          Add network
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
