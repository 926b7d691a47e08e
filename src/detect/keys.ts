import { itemStart } from '../model/columns';
import { canonicalBytes, trimmedEnd, trimmedStart } from './canonical-text';
import { type Hasher, hashBytes, hashMac, lastHashed } from './hash';
import type { KeyColumn } from './rule';
import type { Slices } from './slices';
import type { Suspects } from './suspects';

/** Every key of a rule as a hash; the bytes stay in the dataset's column until two keys may be equal. */
export interface Keys {
  /** The hash of each key, 0 where the asset has none. */
  readonly hashes: Uint32Array;
  /** Asset `i` owns keys `stops[i-1] … stops[i])`; `null`: key `i` is asset `i`'s. */
  readonly stops: Uint32Array | null;
  /** How many assets have a key. */
  readonly withValue: number;
  /** The key's canonical bytes: text as UTF-8, a MAC address as twelve digits. */
  readonly bytesOf: (key: number) => KeyBytes;
}

/** Where the bytes of a key stand until the next key is asked for. */
export interface KeyBytes {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** Which keys the list of ignored values may name; asked for every key, so it must be quick. */
export interface IgnoredSuspicion {
  readonly mac: ((mac: number) => boolean) | null;
  readonly address: ((bytes: Uint8Array, start: number, end: number) => boolean) | null;
}

/** Keys between two looks at the clock. */
const BLOCK = 16384;

/** Hashes every key of the assets that are not left out, and notes which may be on the list of ignored values. */
export async function hashKeys(
  from: KeyColumn,
  leftOut: Uint8Array | null,
  hasher: Hasher,
  suspects: Suspects,
  suspicion: IgnoredSuspicion,
  slices: Slices,
): Promise<Keys> {
  const stops = from.column.kind === 'text' ? null : from.column.stops;
  const hashes = new Uint32Array(from.kind === 'macs' ? from.column.values.length : from.column.ends.length);
  const hash =
    from.kind === 'macs'
      ? macHash(from, hasher, suspects, suspicion)
      : textHash(from, hasher, suspects, suspicion);
  const assets = stops === null ? hashes.length : stops.length;
  let withValue = 0;
  for (let first = 0; first < assets; first += BLOCK) {
    const last = Math.min(assets, first + BLOCK);
    withValue += hashBlock(hash, hashes, stops, leftOut, first, last);
    await slices.next(last - first);
  }
  return { hashes, stops, withValue, bytesOf: from.kind === 'macs' ? macBytes(from) : textBytes(from) };
}

/** The assets from `first` to before `last`, apart from the pauses: V8 compiles no loop well that awaits. */
function hashBlock(
  hash: (key: number) => number,
  hashes: Uint32Array,
  stops: Uint32Array | null,
  leftOut: Uint8Array | null,
  first: number,
  last: number,
): number {
  let withValue = 0;
  for (let asset = first; asset < last; asset++) {
    if (leftOut !== null && leftOut[asset] === 1) continue;
    const stop = stops === null ? asset + 1 : stops[asset]!;
    let has = 0;
    for (let key = stops === null ? asset : itemStart(stops, asset); key < stop; key++) {
      const value = hash(key);
      if (value === 0) continue;
      hashes[key] = value;
      has = 1;
    }
    withValue += has;
  }
  return withValue;
}

type Macs = Extract<KeyColumn, { kind: 'macs' }>;
type Texts = Extract<KeyColumn, { kind: 'text' }>;

function macHash({ column }: Macs, hasher: Hasher, suspects: Suspects, suspicion: IgnoredSuspicion) {
  const suspect = suspicion.mac;
  return (key: number): number => {
    const mac = column.values[key]!;
    const hash = hashMac(hasher, mac);
    if (suspect?.(mac)) suspects.add(hash);
    return hash;
  };
}

function textHash({ column, form }: Texts, hasher: Hasher, suspects: Suspects, suspicion: IgnoredSuspicion) {
  const { bytes, ends } = column;
  const suspect = suspicion.address;
  const fold = form !== 'address';
  return (key: number): number => {
    const first = key === 0 ? 0 : ends[key - 1]!;
    const last = ends[key]!;
    const start = trimmedStart(bytes, first, last);
    const end = trimmedEnd(bytes, start, last, form);
    if (start === end) return 0;
    let hash = hashBytes(hasher, bytes, start, end, fold);
    if (!lastHashed.ascii) {
      const canonical = canonicalBytes(bytes, first, last, form);
      hash = canonical.length === 0 ? 0 : hashBytes(hasher, canonical, 0, canonical.length, false);
      if (suspect?.(canonical, 0, canonical.length)) suspects.add(hash);
    } else if (suspect?.(bytes, start, end)) suspects.add(hash);
    return hash;
  };
}

function macBytes({ column }: Macs): Keys['bytesOf'] {
  const digits = new Uint8Array(12);
  const at: KeyBytes = { bytes: digits, start: 0, end: 12 };
  return (key) => {
    const mac = column.values[key]!;
    let low = mac % 0x1000000;
    let high = (mac - low) / 0x1000000;
    for (let digit = 5; digit >= 0; digit--) {
      digits[digit] = hexDigit(high & 15);
      digits[digit + 6] = hexDigit(low & 15);
      high >>>= 4;
      low >>>= 4;
    }
    return at;
  };
}

function hexDigit(value: number): number {
  return value < 10 ? 48 + value : 87 + value;
}

function textBytes({ column, form }: Texts): Keys['bytesOf'] {
  const { bytes, ends } = column;
  let folded = new Uint8Array(256);
  const at: KeyBytes = { bytes, start: 0, end: 0 };
  return (key) => {
    const first = key === 0 ? 0 : ends[key - 1]!;
    const last = ends[key]!;
    const start = trimmedStart(bytes, first, last);
    const end = trimmedEnd(bytes, start, last, form);
    if (end - start > folded.length) folded = new Uint8Array((end - start) * 2);
    let seen = 0;
    for (let from = start, to = 0; from < end; from++, to++) {
      const byte = bytes[from]!;
      seen |= byte;
      folded[to] = form !== 'address' && byte >= 65 && byte <= 90 ? byte | 32 : byte;
    }
    at.bytes = seen < 128 ? folded : canonicalBytes(bytes, first, last, form);
    at.end = seen < 128 ? end - start : at.bytes.length;
    return at;
  };
}
