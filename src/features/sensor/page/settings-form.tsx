import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import type { SensorSettings } from '../types/settings';
import type { SensorView } from '../types/view';
import { useSensor } from './context';
import { EntryList } from './entry-list';
import { NetworksPart } from './networks-part';
import { PUBLISHED, Published } from './published';
import { RangesPart } from './ranges-part';
import { SettingsFile } from './settings-file';
import { CorrelationPart, SourcesPart } from './sources-part';
import './settings-form.css';

/** Everything that changes a verdict, each part beside the published rule; every change checks again in place. */
export function SettingsForm(props: { view: SensorView }) {
  const sensor = useSensor();
  const settings = () => props.view.settings;
  /** RaggedList with one text for an entry: how to change them, and what would be wrong. */
  const list = (field: 'domains' | 'excludedHostnames' | 'mobilePatterns') => ({
    entries: settings()[field],
    fault: async (text: string) => {
      const next = (now: SensorSettings) => ({ ...now, [field]: [...now[field], text] });
      return (await sensor.faults(next)).find((fault) => fault.field.startsWith(field))?.sentence ?? null;
    },
    onAdd: (text: string) => sensor.change((now) => ({ ...now, [field]: [...now[field], text] })),
    onRemove: (text: string) =>
      void sensor.change((now) => ({ ...now, [field]: now[field].filter((entry) => entry !== text) })),
  });
  return (
    <div class="sensor-page">
      <div class="page sensor-settings">
        <SettingsFile view={props.view} />
        <SourcesPart view={props.view} />
        <Part title="Correlation ID" rule={PUBLISHED.correlationId}>
          <CorrelationPart view={props.view} />
        </Part>
        <Part title="Host names" rule={PUBLISHED.hostname}>
          <EntryList
            label="Domains"
            note="Taken off the end of a host name before it is compared."
            placeholder="somedomain.org"
            one="domain"
            {...list('domains')}
          />
        </Part>
        <Part title="Excluded host names" rule={PUBLISHED.excluded}>
          <EntryList
            label="Host names that never match"
            note="* stands for any run of characters."
            placeholder="switch-default or hmi-*"
            one="host name"
            {...list('excludedHostnames')}
          />
        </Part>
        <Part title="IP addresses: networks" rule={PUBLISHED.network}>
          <NetworksPart settings={settings()} />
        </Part>
        <Part title="IP addresses: static and dynamic ranges" rule={PUBLISHED.ranges}>
          <RangesPart settings={settings()} />
        </Part>
        <Part title="IP inactivity period" rule={PUBLISHED.inactivity}>
          <InactivityPeriod hours={settings().ipInactivityHours} />
        </Part>
        <Part title="Mobile devices" rule={PUBLISHED.mobile}>
          <EntryList
            label="Words that identify a phone or tablet"
            note="Parts of the hardware or operating system category. Doublet’s assumption: the published text names no words."
            placeholder="smartphone"
            one="word"
            {...list('mobilePatterns')}
          />
        </Part>
      </div>
    </div>
  );
}

function Part(props: { title: string; rule: string; children: JSX.Element }) {
  return (
    <section class="setting-part" aria-label={props.title}>
      <div>
        <h2>{props.title}</h2>
        {props.children}
      </div>
      <Published text={props.rule} />
    </section>
  );
}

function InactivityPeriod(props: { hours: number }) {
  const sensor = useSensor();
  const [refused, setRefused] = createSignal('');
  let input!: HTMLInputElement;
  createEffect(
    on(
      () => props.hours,
      (hours) => {
        input.value = String(hours);
      },
    ),
  );
  const check = async (ipInactivityHours: number) => {
    const faults = await sensor.faults((now) => ({ ...now, ipInactivityHours }));
    setRefused(faults.find(({ field }) => field === 'ipInactivityHours')?.sentence ?? '');
  };
  const change = async (ipInactivityHours: number) => {
    await check(ipInactivityHours);
    if (refused() === '') await sensor.change((now) => ({ ...now, ipInactivityHours }));
  };
  return (
    <>
      <label class="setting-number">
        <input
          ref={input}
          class="field field-number"
          type="number"
          min="0"
          step="any"
          aria-label="IP inactivity period in hours"
          aria-invalid={refused() !== ''}
          onInput={(event) => void check(event.currentTarget.valueAsNumber)}
          onChange={(event) => void change(event.currentTarget.valueAsNumber)}
        />
        <span>
          hours at most between two reports of a dynamic address. 24 at first is Doublet’s assumption.
        </span>
      </label>
      <Show when={refused() !== ''}>
        <p class="refusal" role="alert">
          {refused()}
        </p>
      </Show>
    </>
  );
}
