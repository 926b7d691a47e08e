import { itemStart } from '../../model/columns';
import type { Hasher } from '../equal-values/hash';
import { IgnoreFilter } from '../ignored/ignore-filter';
import type { KeyColumn } from '../rules/rule';
import type { Scratch } from '../scratch';
import type { Slices } from '../time-slice';
import type { IgnoredTests, KeySource } from './key-source';
import { MacKeys } from './mac-keys';
import { RepeatFilter } from './repeat-filter';
import { TextKeys } from './text-keys';

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
  readonly repeats: RepeatFilter;
  /** Which keys may be on the list of ignored values. */
  readonly ignoreFilter: IgnoreFilter;
}

/** Keys between two looks at the clock: their hashes stay in the processor's first caches. */
const BLOCK = 16384;

/** Hashes every key of the assets that are not left out, and notes which may be on the list of ignored values. */
export async function hashKeys(
  from: KeyColumn,
  leftOut: Uint8Array | null,
  hasher: Hasher,
  suspicion: IgnoredTests,
  scratch: Scratch,
  slices: Slices,
): Promise<Keys> {
  const source =
    from.kind === 'macs'
      ? new MacKeys(from.column, suspicion.mac)
      : new TextKeys(from.column, from.form, suspicion.address);
  const stops = from.column.kind === 'text' ? null : from.column.stops;
  const hashes = scratch.take('hashes', source.count);
  const repeats = new RepeatFilter(source.count, scratch);
  const ignoreFilter = new IgnoreFilter(repeats);
  suspicion.alert(ignoreFilter, hasher);
  const assets = stops === null ? hashes.length : stops.length;
  let withValue = 0;
  for (let first = 0; first < assets; first += BLOCK) {
    const last = Math.min(assets, first + BLOCK);
    const start = stops === null ? first : itemStart(stops, first);
    const stop = stops === null ? last : stops[last - 1]!;
    let has = 0;
    for (let at = start; at < stop; at += BLOCK) {
      has += source.hash(hasher, hashes, at, Math.min(stop, at + BLOCK), ignoreFilter);
      await slices.next();
    }
    if (leftOut !== null) forgetLeftOut(hashes, stops, leftOut, first, last);
    withValue += leftOut === null && stops === null ? has : countWithValue(hashes, stops, first, last);
    repeats.addAll(hashes, start, stop);
    await slices.next(last - first);
  }
  return { source, hashes, stops, withValue, repeats, ignoreFilter };
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
