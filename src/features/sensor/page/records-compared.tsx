import { For, type JSX, Show } from 'solid-js';
import { LongText } from '../../../ui/parts/long-text';
import { Time } from '../../../ui/parts/time';
import { countText } from '../../../ui/words';
import type { CriterionStep, SensorCriterion, SensorRecord } from '../types/result';
import { CLASS_WORDS } from './sensor-words';

/** The two records side by side, as the check reads them; shared values are marked by weight and a sign. */
export function RecordsCompared(props: {
  asset: SensorRecord;
  other: SensorRecord;
  steps: readonly CriterionStep[];
}) {
  const shared = (criterion: SensorCriterion) =>
    props.steps.find((step) => step.criterion === criterion)?.shared ?? [];
  const both = [() => props.asset, () => props.other] as const;
  const row = (label: string, cell: (record: SensorRecord) => JSX.Element) => (
    <tr>
      <th scope="row" class="comparison-field">
        {label}
      </th>
      <For each={both}>{(record) => <td>{cell(record())}</td>}</For>
    </tr>
  );
  const values = (of: (record: SensorRecord) => readonly string[], criterion: SensorCriterion) => {
    return (record: SensorRecord) => <Values values={of(record)} shared={shared(criterion)} />;
  };
  return (
    <div class="comparison records" tabIndex={0} role="region" aria-label="The two records">
      <table>
        <thead>
          <tr>
            <th class="comparison-field">As the check reads them</th>
            <For each={both}>
              {(record) => (
                <th>
                  <span class="cut" title={record().title}>
                    {record().title}
                  </span>
                  <span class="fixed quiet">{record().assetId}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          {row('Class', (record) => CLASS_WORDS[record.assetClass])}
          {row('Sources', (record) => record.sources.join(', ') || <None />)}
          {row('Last seen', (record) => (
            <Time at={record.lastSeen} otherwise="no time" />
          ))}
          {row(
            'Correlation IDs',
            values((record) => record.correlationIds, 'correlationId'),
          )}
          {row(
            'MACs',
            values((record) => record.macs, 'macAddress'),
          )}
          {row(
            'Host names',
            values((record) => record.hostnames, 'hostname'),
          )}
          {row('IP addresses', (record) => (
            <Addresses record={record} shared={shared('ipAddress')} />
          ))}
          {row('Sensors', (record) => record.sensors.join(', ') || <None />)}
          {row('Mobile device', (record) => (record.mobile ? 'Yes' : 'No'))}
        </tbody>
      </table>
    </div>
  );
}

/** Values of one record that are listed. */
const MOST = 12;

function Values(props: { values: readonly string[]; shared: readonly string[] }) {
  return (
    <Show when={props.values.length > 0} fallback={<None />}>
      <For each={props.values.slice(0, MOST)}>
        {(value) => <Value text={value} shared={props.shared.includes(value)} />}
      </For>
      <Show when={props.values.length > MOST}>
        <span class="quiet">and {countText(props.values.length - MOST)} more</span>
      </Show>
    </Show>
  );
}

function Value(props: { text: string; shared: boolean }) {
  return (
    <div class="value fixed" classList={{ 'value-shared': props.shared }}>
      <Show when={props.shared}>
        <span aria-hidden="true">= </span>
      </Show>
      <LongText text={props.text} label="Value" />
      <Show when={props.shared}>
        <span class="visually-hidden">, shared</span>
      </Show>
    </div>
  );
}

function Addresses(props: { record: SensorRecord; shared: readonly string[] }) {
  return (
    <Show when={props.record.addresses.length > 0} fallback={<None />}>
      <For each={props.record.addresses.slice(0, MOST)}>
        {(address) => (
          <div class="address">
            <Value text={address.ip} shared={props.shared.includes(address.ip)} />
            <p class="quiet">
              {address.network} ({address.networkFrom})
            </p>
            <p class="quiet">
              {address.assignment}
              {address.windowHours === null ? '' : `, window ${countText(address.windowHours)} h`} (
              {address.assignmentFrom})
            </p>
          </div>
        )}
      </For>
    </Show>
  );
}

function None() {
  return <span class="none">–</span>;
}
