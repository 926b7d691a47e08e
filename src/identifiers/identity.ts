import { hasText, itemStart, itemStop, type MacListColumn, type TextColumn, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Slices } from '../model/slices';
import { decodeText } from '../model/text';
import type { AssetIndex } from '../model/units';
import { isDefaultName } from './default-names';
import { fillerMac } from './filler-macs';
import { canonicalName } from './hostname';
import { canonicalSerial, canonicalUuid, isFillerSerial, isFillerUuid } from './machine-ids';
import { hashOfBytes, hashOfText } from './value-hash';

/** Values by which a record is known again in another export, whatever its asset id. */
export const IDENTITY_KINDS = ['agentId', 'cloudInstanceId', 'hardwareUuid', 'serial', 'hostName'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** A record of each place; values are hashes, 0 where there is none or one that identifies nothing. */
export interface Identities {
  readonly size: number;
  /** Hash of the asset id. */
  readonly ids: Float64Array;
  readonly values: Readonly<Record<IdentityKind, Float64Array>>;
  /** MAC addresses of record `r`: `macs[macStarts[r] … macStarts[r + 1])`. */
  readonly macs: Float64Array;
  readonly macStarts: Uint32Array;
}

/** Reads what a dataset's records are known again by. Linear; 48 bytes a record and 8 for each MAC address. */
export function readIdentities(dataset: Dataset): Identities {
  const steps = identitySteps(dataset);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same in slices: a million records take seconds. */
export async function readIdentitiesInSlices(dataset: Dataset, slices: Slices): Promise<Identities> {
  const steps = identitySteps(dataset);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await slices.rest();
  }
}

/** The hash of the bytes between two places; 0 where they identify nothing. */
type Hash = (bytes: Uint8Array, start: number, end: number) => number;

/** Records between two steps. */
const BLOCK = 2048;

function* identitySteps({ size, columns }: Dataset): Generator<void, Identities> {
  const ids = new Float64Array(size);
  yield* readInto(columns.assetId, ids, hashOfBytes);
  const values = {
    agentId: yield* read(columns.agentId, size, plainHash),
    cloudInstanceId: yield* read(columns.cloudInstanceId, size, plainHash),
    hardwareUuid: yield* read(columns.hardwareUuid, size, hashBy(canonicalHardwareUuid)),
    serial: yield* read(columns.biosSerialNumber, size, hashBy(canonicalSerialNumber)),
    hostName: yield* readHostNames({ size, columns }),
  };
  return { size, ids, values, ...(yield* readMacs(columns.macAddresses, size)) };
}

function* read(column: TextColumn, size: number, hash: Hash): Generator<void, Float64Array> {
  const into = new Float64Array(size);
  yield* readInto(column, into, hash);
  return into;
}

function* readInto(column: TextColumn, into: Float64Array, hash: Hash): Generator<void, void> {
  for (let from = 0; from < into.length; from += BLOCK) {
    readBlock(column, into, hash, from, Math.min(into.length, from + BLOCK));
    yield;
  }
}

function readBlock(
  { bytes, ends }: TextColumn,
  into: Float64Array,
  hash: Hash,
  from: number,
  to: number,
): void {
  for (let record = from; record < to; record++) {
    const [start, end] = [itemStart(ends, record), itemStop(ends, record)];
    if (end > start) into[record] = hash(bytes, start, end);
  }
}

function hashBy(canonical: (text: string) => string): Hash {
  return (bytes, start, end) => {
    const text = canonical(decodeText(bytes, start, end));
    return text === '' ? 0 : hashOfText(text);
  };
}

/** As it is but for case and blanks; none of zeros and hyphens alone. */
function plainHash(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte > 32 && byte !== 45 && byte !== 48) return hashOfBytes(bytes, start, end);
  }
  return 0;
}

function canonicalHardwareUuid(text: string): string {
  const uuid = canonicalUuid(text);
  return isFillerUuid(uuid) ? '' : uuid;
}

function canonicalSerialNumber(text: string): string {
  const serial = canonicalSerial(text);
  return isFillerSerial(serial) ? '' : serial;
}

/** The first name that is one, without its domain: what people call the machine. */
function* readHostNames({ size, columns }: Pick<Dataset, 'size' | 'columns'>): Generator<void, Float64Array> {
  const into = new Float64Array(size);
  const sources = [columns.assetName, columns.netbiosName, columns.dnsName, columns.fqdn];
  for (let from = 0; from < size; from += BLOCK) {
    for (let record = from; record < Math.min(size, from + BLOCK); record++)
      into[record] = hostNameHash(sources, record);
    yield;
  }
  return into;
}

/** 0 for a record without a name. */
function hostNameHash(sources: readonly TextColumn[], record: AssetIndex): number {
  for (const column of sources) {
    const name = hasText(column, record) ? hostNameOf(textAt(column, record)) : '';
    if (name !== '') return hashOfText(name);
  }
  return 0;
}

/** The canonical name before its first dot; "" for addresses and for names that devices come with. */
export function hostNameOf(text: string): string {
  const name = canonicalName(text);
  if (/^[\d.:]+$/.test(name)) return '';
  const short = name.split('.')[0]!;
  return isDefaultName(short) ? '' : short;
}

function* readMacs(
  column: MacListColumn,
  size: number,
): Generator<void, Pick<Identities, 'macs' | 'macStarts'>> {
  const macs = new Float64Array(column.values.length);
  const macStarts = new Uint32Array(size + 1);
  let count = 0;
  for (let record = 0; record < size; record++) {
    if (record % BLOCK === 0) yield;
    const stop = itemStop(column.stops, record);
    for (let item = itemStart(column.stops, record); item < stop; item++) {
      const mac = column.values[item]!;
      if (mac !== 0 && mac !== 0xffffffffffff && fillerMac(mac) === null) macs[count++] = mac;
    }
    macStarts[record + 1] = count;
  }
  return { macs: macs.slice(0, count), macStarts };
}

/** Whether two records agree (1) or disagree (-1) in a value; 0 where one of them has none. */
export function agreesIn(
  kind: IdentityKind,
  a: Identities,
  first: AssetIndex,
  b: Identities,
  second: AssetIndex,
): number {
  const own = a.values[kind][first]!;
  const other = b.values[kind][second]!;
  return own === 0 || other === 0 ? 0 : own === other ? 1 : -1;
}

/** The same of their MAC addresses: agree, if they have one in common. */
export function agreesInMac(a: Identities, first: AssetIndex, b: Identities, second: AssetIndex): number {
  const [start, stop] = [a.macStarts[first]!, a.macStarts[first + 1]!];
  const [from, to] = [b.macStarts[second]!, b.macStarts[second + 1]!];
  if (start === stop || from === to) return 0;
  for (let at = start; at < stop; at++)
    for (let other = from; other < to; other++) if (a.macs[at] === b.macs[other]) return 1;
  return -1;
}

/**
 * How surely two records are one machine: the number of values that agree, 0 where none that identifies does or one
 * forbids it (docs/judgement.md, "Principles": only what a machine has once may veto).
 */
export function identityScore(a: Identities, first: AssetIndex, b: Identities, second: AssetIndex): number {
  const [agent, cloud, uuid, serial, name] = IDENTITY_KINDS.map((kind) =>
    agreesIn(kind, a, first, b, second),
  ) as [number, number, number, number, number];
  const mac = agreesInMac(a, first, b, second);
  const boardReplaced = serial === 1 && agent === 1;
  if (cloud < 0 || serial < 0 || (uuid < 0 && !boardReplaced)) return 0;
  // A cloned agent: nothing but its id is the same.
  if (cloud + uuid + serial === 0 && name < 0 && mac < 0) return 0;
  const identifies = agent > 0 || cloud > 0 || uuid > 0 || serial > 0 || (mac > 0 && name > 0);
  if (!identifies) return 0;
  return [agent, cloud, uuid, serial, name, mac].filter((one) => one > 0).length;
}
