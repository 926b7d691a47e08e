import { isDefaultName } from '../../../identifiers/default-names';
import { canonicalName } from '../../../identifiers/hostname';
import { textAt } from '../../../model/columns';
import type { Records } from './records';
import { ValueIndex } from './value-index';

/** Identifiers by which records are looked up. */
export const INDEXED = [
  'agent',
  'cloud',
  'uuid',
  'serial',
  'mac',
  'dns',
  'host',
  'netbios',
  'address',
] as const;
export type Indexed = (typeof INDEXED)[number];

/** Groups of more records than this make no pairs: their value says nothing by itself, and pairs grow squared. */
export const MOST_HOLDERS = 40;

/** Which records share which values, and which of the values different machines have. */
export interface SharedValues {
  readonly by: Readonly<Record<Indexed, ValueIndex>>;
  /** For each group of each identifier: 1 where its holders are plainly different machines. */
  readonly suspect: Readonly<Record<Indexed, Uint8Array>>;
}

/** Looks up all values, and finds from the data which of them identify nothing. */
export function shareValues(records: Records): SharedValues {
  const { size } = records;
  const { joins } = records;
  const one = (values: Float64Array) => new ValueIndex(values, null, size);
  const ifOn = (isOn: boolean, values: Float64Array) =>
    isOn ? one(values) : new ValueIndex(NO_VALUES, null, 0);
  const by = {
    agent: ifOn(joins.agent, records.agent),
    cloud: ifOn(joins.cloud, records.cloud),
    uuid: ifOn(joins.uuid, records.uuid),
    serial: ifOn(joins.serial, records.bareSerial),
    mac: indexMacs(records),
    dns: one(records.dns),
    host: one(records.host),
    netbios: one(records.netbios),
    address: one(records.address),
  };
  markDefaultNames(records, [by.dns, by.host, by.netbios]);
  const suspect = Object.fromEntries(
    INDEXED.map((kind) => [kind, findSuspects(records, kind, by[kind])]),
  ) as Record<Indexed, Uint8Array>;
  return { by, suspect };
}

const NO_VALUES = new Float64Array(0);

/** Default names matter only where they are shared: one look for each shared name, not one for each record. */
function markDefaultNames(records: Records, indexes: readonly ValueIndex[]): void {
  if (!records.knowsDefaultNames) return;
  for (const { starts, members, groups } of indexes) {
    for (let group = 0; group < groups; group++) {
      const first = members[starts[group]!]!;
      if (!hasDefaultName(records, first)) continue;
      for (let at = starts[group]!; at < starts[group + 1]!; at++) records.nameFlags[members[at]!]! |= 2;
    }
  }
}

function hasDefaultName({ dataset: { columns } }: Records, record: number): boolean {
  const names = [columns.dnsName, columns.assetName, columns.netbiosName].map((column) =>
    textAt(column, record),
  );
  const name = names.map(canonicalName).find((one) => one !== '');
  return name !== undefined && isDefaultName(name);
}

function indexMacs(records: Records): ValueIndex {
  const { macs, macStarts, inIpv6, size } = records;
  const values = new Float64Array(macs.length + size);
  const holders = new Uint32Array(macs.length + size);
  let length = 0;
  for (let record = 0; record < size; record++) {
    for (let at = macStarts[record]!; at < macStarts[record + 1]!; at++) {
      // One MAC twice within one record is no sharing.
      if (macs.indexOf(macs[at]!, macStarts[record]!) !== at) continue;
      values[length] = macs[at]!;
      holders[length++] = record;
    }
    if (inIpv6[record] !== 0) {
      values[length] = inIpv6[record]!;
      holders[length++] = record;
    }
  }
  return new ValueIndex(values, holders, length);
}

/**
 * A value is suspect whose holders have several serials, UUIDs, cloud instances or living agents; a name or a MAC
 * address also when three holders or more are unrelated in everything else.
 */
function findSuspects(records: Records, kind: Indexed, index: ValueIndex): Uint8Array {
  const suspect = new Uint8Array(index.groups);
  for (let group = 0; group < index.groups; group++) {
    const start = index.starts[group]!;
    const stop = index.starts[group + 1]!;
    if (hasSeveralMachines(records, kind, index.members, start, stop)) suspect[group] = 1;
  }
  return suspect;
}

function hasSeveralMachines(
  records: Records,
  kind: Indexed,
  members: Uint32Array,
  start: number,
  stop: number,
): boolean {
  const { uuid, serial, bareSerial, cloud, agent, alive } = records;
  const several = { uuid: 0, serial: 0, cloud: 0, agent: 0 };
  let severalUuids = false;
  let repaired = true;
  for (let at = start; at < stop; at++) {
    const record = members[at]!;
    if (kind !== 'uuid' && differs(several.uuid, uuid[record]!)) {
      severalUuids = true;
      repaired &&= several.serial !== 0 && several.serial === bareSerial[record];
    }
    several.uuid ||= uuid[record]!;
    if (kind !== 'serial' && serial[record] !== 0 && differs(several.serial, bareSerial[record]!))
      return true;
    several.serial ||= bareSerial[record]!;
    if (kind !== 'cloud' && differs(several.cloud, cloud[record]!)) return true;
    several.cloud ||= cloud[record]!;
    if (kind !== 'agent' && alive[record] === 1) {
      if (differs(several.agent, agent[record]!)) return true;
      several.agent ||= agent[record]!;
    }
  }
  if (severalUuids && !repaired) return true;
  return stop - start >= 3 && kind !== 'address' && areUnrelated(records, kind, members, start, stop);
}

function differs(before: number, value: number): boolean {
  return before !== 0 && value !== 0 && before !== value;
}

/** Whether three holders or more differ in all that tells machines apart besides the value itself. */
function areUnrelated(
  records: Records,
  kind: Indexed,
  members: Uint32Array,
  start: number,
  stop: number,
): boolean {
  if (kind === 'mac') {
    const names = new Set<number>();
    for (let at = start; at < stop && names.size < 3; at++) {
      const name = records.host[members[at]!]! || records.dns[members[at]!]!;
      if (name !== 0) names.add(name);
    }
    return names.size >= 3;
  }
  if (kind !== 'host' && kind !== 'dns' && kind !== 'netbios') return false;
  const macs = new Set<number>();
  const addresses = new Set<number>();
  for (let at = start; at < stop && macs.size < 3; at++) {
    const record = members[at]!;
    if (records.macStarts[record + 1]! > records.macStarts[record]!)
      macs.add(records.macs[records.macStarts[record]!]!);
    else if (records.address[record] !== 0) addresses.add(records.address[record]!);
  }
  return macs.size >= 3 || (macs.size === 0 && addresses.size >= 3);
}
