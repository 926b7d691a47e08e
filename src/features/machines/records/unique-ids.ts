import {
  canonicalSerial,
  canonicalUuid,
  isFillerSerial,
  isFillerUuid,
} from '../../../identifiers/machine-ids';
import { hashOfBytes, hashOfText } from '../../../identifiers/value-hash';
import { hasText, type TextColumn, textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AssetIndex } from '../../../model/units';
import { isPlaceholder } from './names';

/** Identifiers of which a machine has one, as numbers for each record; 0 where there is none. */
export interface UniqueIds {
  /** Whether a value of the identifier joins records. One that is switched off still forbids, and still protects. */
  readonly joins: Readonly<Record<'serial' | 'uuid' | 'cloud' | 'agent', boolean>>;
  readonly serial: Float64Array;
  /** The serial without a leading S, which barcode scanners read (HP). */
  readonly bareSerial: Float64Array;
  readonly uuid: Float64Array;
  readonly cloud: Float64Array;
  readonly agent: Float64Array;
}

/** Reads the identifiers of which a machine has one, also those that are switched off: they still forbid. */
export function readUniqueIds(columns: Dataset['columns'], records: UniqueIds, useLists: boolean): void {
  const { joins, serial, bareSerial, uuid, cloud, agent } = records;
  // What does not join only forbids, and a filler may not forbid: the lists hold for it in any case.
  readSerials(columns.biosSerialNumber, serial, bareSerial, useLists || !joins.serial);
  const uuidOf = (text: string) => {
    const canonical = canonicalUuid(text);
    return (useLists || !joins.uuid) && isFillerUuid(canonical) ? '' : canonical;
  };
  readTexts(columns.hardwareUuid, uuid, uuidOf);
  readPlain(columns.cloudInstanceId, cloud);
  if (joins.uuid) readVirtualMachineIds(columns.cloudInstanceId, records, uuidOf);
  // An agent whose ID is no UUID is still an agent; zeros are none.
  readPlain(columns.agentId, agent);
}

function readTexts(column: TextColumn, into: Float64Array, canonical: (text: string) => string): void {
  for (let record = 0; record < into.length; record++) {
    if (!hasText(column, record)) continue;
    const text = canonical(textAt(column, record));
    if (text !== '') into[record] = hashOfText(text);
  }
}

/** Texts that are compared as they are but for case and blanks; zeros, hyphens and placeholders are no value. */
function readPlain({ bytes, ends }: TextColumn, into: Float64Array): void {
  const count = Math.min(into.length, ends.length);
  for (let record = 0, start = 0; record < count; record++) {
    const end = ends[record]!;
    let isNothing = true;
    for (let at = start; at < end && isNothing; at++)
      isNothing = bytes[at] === 48 || bytes[at] === 45 || bytes[at]! <= 32;
    if (!isNothing && !isPlaceholder(bytes, start, end)) into[record] = hashOfBytes(bytes, start, end);
    start = end;
  }
}

/**
 * The ID that Azure gives a machine is its hardware UUID in the other byte order. It stands for the UUID of records
 * that have none, such as a connector's, unless a record of the same instance has one of its own.
 */
function readVirtualMachineIds(
  column: TextColumn,
  { cloud, uuid }: UniqueIds,
  uuidOf: (text: string) => string,
): void {
  const found = new Map<AssetIndex, string>();
  for (let record = 0; record < cloud.length; record++) {
    if (cloud[record] === 0 || uuid[record] !== 0 || lengthAt(column, record) < UUID_LENGTH) continue;
    const text = uuidOf(textAt(column, record));
    if (text !== '') found.set(record, text);
  }
  if (found.size === 0) return;
  const withUuid = new Set<number>();
  for (let record = 0; record < cloud.length; record++)
    if (cloud[record] !== 0 && uuid[record] !== 0) withUuid.add(cloud[record]!);
  for (const [record, text] of found) if (!withUuid.has(cloud[record]!)) uuid[record] = hashOfText(text);
}

/** Digits of a UUID without hyphens. */
const UUID_LENGTH = 32;

function lengthAt({ ends }: TextColumn, record: number): number {
  return record >= ends.length ? 0 : ends[record]! - (record === 0 ? 0 : ends[record - 1]!);
}

function readSerials(column: TextColumn, into: Float64Array, bare: Float64Array, useLists: boolean): void {
  for (let record = 0; record < into.length; record++) {
    if (!hasText(column, record)) continue;
    const serial = canonicalSerial(textAt(column, record));
    if (serial === '' || (useLists && isFillerSerial(serial))) continue;
    into[record] = hashOfText(serial);
    bare[record] = /^S[A-Z0-9]{9,}$/.test(serial) ? hashOfText(serial.slice(1)) : into[record]!;
  }
}
