import { itemStart } from '../../model/columns';
import type { Hasher } from '../equal-values/hash';
import { Suspects } from '../ignored/ignore-filter';
import type { KeyColumn } from '../rules/rule';
import type { Scratch } from '../scratch';
import type { Slices } from '../time-slice';
import { MacKeys } from './mac-keys';
import { Sightings } from './repeat-filter';
import { TextKeys } from './text-keys';

/** Where the bytes of a key stand until the next key is asked for. */
export interface KeyBytes {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** The keys of a rule, as they stand in the dataset's column. */
export interface KeySource {
  /** How many there are. */
  readonly count: number;
  /**
   * Writes the hashes of the keys from `first` to before `last`, 0 where there is none, and notes suspects.
   * Answers how many there are.
   */
  hash(hasher: Hasher, hashes: Uint32Array, first: number, last: number, suspects: Suspects): number;
  /** Whether two keys are equal. */
  same(a: number, b: number): boolean;
  /** The key's canonical bytes: text as UTF-8, a MAC address as twelve digits. */
  bytesOf(key: number): KeyBytes;
}

/** Every key of a rule as a hash; the bytes stay in the dataset's column until two keys may be equal. */
export interface Keys {
  readonly source: KeySource;
  /** The hash of each key, 0 where the asset has none. */
  readonly hashes: Uint32Array;
  /** Asset `i` owns keys `stops[i-1] … stops[i])`; `null`: key `i` is asset `i`'s. */
  readonly stops: Uint32Array | null;
  /** How many assets have a key. */
  readonly withValue: number;
  /** Which keys another may equal. */
  readonly sightings: Sightings;
  /** Which keys may be on the list of ignored values. */
  readonly suspects: Suspects;
}

/** Which keys the list of ignored values may name. */
export interface IgnoredSuspicion {
  /** Asked for every key, so they must be quick. */
  readonly mac: ((mac: number) => boolean) | null;
  readonly address: ((bytes: Uint8Array, start: number, end: number) => boolean) | null;
  /** Notes the hashes of values on the list that these do not see. */
  alert(suspects: Suspects, hasher: Hasher): void;
}

/** Keys between two looks at the clock: their hashes stay in the processor's first caches. */
const BLOCK = 16384;

/** Hashes every key of the assets that are not left out, and notes which may be on the list of ignored values. */
export async function hashKeys(
  from: KeyColumn,
  leftOut: Uint8Array | null,
  hasher: Hasher,
  suspicion: IgnoredSuspicion,
  scratch: Scratch,
  slices: Slices,
): Promise<Keys> {
  const source =
    from.kind === 'macs'
      ? new MacKeys(from.column, suspicion.mac)
      : new TextKeys(from.column, from.form, suspicion.address);
  const stops = from.column.kind === 'text' ? null : from.column.stops;
  const hashes = scratch.take('hashes', source.count);
  const sightings = new Sightings(source.count, scratch);
  const suspects = new Suspects(sightings);
  suspicion.alert(suspects, hasher);
  const assets = stops === null ? hashes.length : stops.length;
  let withValue = 0;
  for (let first = 0; first < assets; first += BLOCK) {
    const last = Math.min(assets, first + BLOCK);
    const start = stops === null ? first : itemStart(stops, first);
    const stop = stops === null ? last : stops[last - 1]!;
    let has = 0;
    for (let at = start; at < stop; at += BLOCK) {
      has += source.hash(hasher, hashes, at, Math.min(stop, at + BLOCK), suspects);
      await slices.next();
    }
    if (leftOut !== null) forgetLeftOut(hashes, stops, leftOut, first, last);
    withValue += leftOut === null && stops === null ? has : countWithValue(hashes, stops, first, last);
    sightings.addAll(hashes, start, stop);
    await slices.next(last - first);
  }
  return { source, hashes, stops, withValue, sightings, suspects };
}

function forgetLeftOut(
  hashes: Uint32Array,
  stops: Uint32Array | null,
  leftOut: Uint8Array,
  first: number,
  last: number,
): void {
  for (let asset = first; asset < last; asset++) {
    if (leftOut[asset] !== 1) continue;
    if (stops === null) hashes[asset] = 0;
    else hashes.fill(0, itemStart(stops, asset), stops[asset]!);
  }
}

function countWithValue(hashes: Uint32Array, stops: Uint32Array | null, first: number, last: number): number {
  let count = 0;
  let key = stops === null ? first : itemStart(stops, first);
  for (let asset = first; asset < last; asset++) {
    const stop = stops === null ? asset + 1 : stops[asset]!;
    let has = 0;
    for (; key < stop; key++) if (hashes[key] !== 0) has = 1;
    count += has;
  }
  return count;
}
