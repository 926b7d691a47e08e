import { hasText, itemStart, itemStop, type MacListColumn, type TextColumn, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { AssetIndex } from '../model/units';
import { isDefaultName } from './default-names';
import { fillerMac } from './filler-macs';
import { canonicalName } from './hostname';
import { canonicalSerial, canonicalUuid, isFillerSerial, isFillerUuid } from './machine-ids';
import { hashOfText } from './value-hash';

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
export function readIdentities({ size, columns }: Dataset): Identities {
  const ids = new Float64Array(size);
  readInto(columns.assetId, ids, (text) => text.trim());
  return {
    size,
    ids,
    values: {
      agentId: read(columns.agentId, size, plainValue),
      cloudInstanceId: read(columns.cloudInstanceId, size, plainValue),
      hardwareUuid: read(columns.hardwareUuid, size, canonicalHardwareUuid),
      serial: read(columns.biosSerialNumber, size, canonicalSerialNumber),
      hostName: readHostNames({ size, columns }),
    },
    ...readMacs(columns.macAddresses, size),
  };
}

function read(column: TextColumn, size: number, canonical: (text: string) => string): Float64Array {
  const into = new Float64Array(size);
  readInto(column, into, canonical);
  return into;
}

function readInto(column: TextColumn, into: Float64Array, canonical: (text: string) => string): void {
  for (let record = 0; record < into.length; record++) {
    if (!hasText(column, record)) continue;
    const text = canonical(textAt(column, record));
    if (text !== '') into[record] = hashOfText(text);
  }
}

/** As it is but for case and blanks; one of zeros and hyphens is none. */
function plainValue(text: string): string {
  return /[^0\-\s]/.test(text) ? text.trim().toLowerCase() : '';
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
function readHostNames({ size, columns }: Pick<Dataset, 'size' | 'columns'>): Float64Array {
  const into = new Float64Array(size);
  const sources = [columns.assetName, columns.netbiosName, columns.dnsName, columns.fqdn];
  for (let record = 0; record < size; record++) {
    for (const column of sources) {
      if (!hasText(column, record)) continue;
      const name = hostNameOf(textAt(column, record));
      if (name === '') continue;
      into[record] = hashOfText(name);
      break;
    }
  }
  return into;
}

/** The canonical name before its first dot; "" for addresses and for names that devices come with. */
export function hostNameOf(text: string): string {
  const name = canonicalName(text);
  if (/^[\d.:]+$/.test(name)) return '';
  const short = name.split('.')[0]!;
  return isDefaultName(short) ? '' : short;
}

function readMacs(column: MacListColumn, size: number): Pick<Identities, 'macs' | 'macStarts'> {
  const macs = new Float64Array(column.values.length);
  const macStarts = new Uint32Array(size + 1);
  let count = 0;
  for (let record = 0; record < size; record++) {
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
