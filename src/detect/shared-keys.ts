import { GrowingNumbers } from './growing';
import type { Slices } from './slices';
import type { Suspects } from './suspects';

/** Keys between two looks at the clock. */
const BLOCK = 16384;

/** About so many keys go into one part: their hashes and the table for them stay in the processor's cache. */
const PART_BITS = 12;
const MOST_PARTS_BITS = 10;

/** Keys in parts by the upper bits of their hashes, in order within each part. */
interface Parts {
  readonly stops: Uint32Array;
  readonly hashes: Uint32Array;
  readonly keys: Uint32Array;
}

/**
 * The keys, in order, whose hash another key has too, or that are suspects: only their bytes need a look. One
 * table for all keys would be a cache miss for each of them, a sixth more time for all of detection at a
 * million assets; so keys first go into parts that fit the cache.
 */
export async function sharedKeys(
  hashes: Uint32Array,
  suspects: Suspects,
  slices: Slices,
): Promise<GrowingNumbers> {
  const parts = await intoParts(hashes, slices);
  const wanted = new Uint8Array(hashes.length);
  let table = new Uint32Array(4 << PART_BITS);
  for (let part = 0, start = 0; part < parts.stops.length; part++) {
    const stop = parts.stops[part]!;
    if ((stop - start) * 2 > table.length)
      table = new Uint32Array(2 ** Math.ceil(Math.log2((stop - start) * 2)));
    else table.fill(0);
    markShared(parts, start, stop, table, wanted);
    start = stop;
    await slices.next();
  }
  const shared = new GrowingNumbers();
  for (let first = 0; first < hashes.length; first += BLOCK) {
    collect(hashes, wanted, suspects, shared, first, Math.min(hashes.length, first + BLOCK));
    await slices.next();
  }
  return shared;
}

async function intoParts(all: Uint32Array, slices: Slices): Promise<Parts> {
  const bits = Math.min(MOST_PARTS_BITS, Math.max(1, Math.ceil(Math.log2(all.length + 1)) - PART_BITS));
  const shift = 32 - bits;
  const stops = new Uint32Array(2 ** bits);
  for (let key = 0; key < all.length; key++) stops[all[key]! >>> shift]!++;
  let total = 0;
  for (let part = 0; part < stops.length; part++) {
    const count = stops[part]!;
    stops[part] = total;
    total += count;
  }
  await slices.next();
  const hashes = new Uint32Array(total);
  const keys = new Uint32Array(total);
  for (let first = 0; first < all.length; first += BLOCK) {
    scatter(all, shift, stops, hashes, keys, first, Math.min(all.length, first + BLOCK));
    await slices.next();
  }
  return { stops, hashes, keys };
}

function scatter(
  all: Uint32Array,
  shift: number,
  next: Uint32Array,
  hashes: Uint32Array,
  keys: Uint32Array,
  first: number,
  last: number,
): void {
  for (let key = first; key < last; key++) {
    const hash = all[key]!;
    const to = next[hash >>> shift]!++;
    hashes[to] = hash;
    keys[to] = key;
  }
}

/** Marks keys whose hash comes more than once. 0 is no hash. `table` holds places in the part, plus one. */
function markShared(
  { hashes, keys }: Parts,
  start: number,
  stop: number,
  table: Uint32Array,
  wanted: Uint8Array,
): void {
  const mask = table.length - 1;
  for (let at = start; at < stop; at++) {
    const hash = hashes[at]!;
    if (hash === 0) continue;
    let slot = hash & mask;
    while (table[slot] !== 0 && hashes[table[slot]! - 1] !== hash) slot = (slot + 1) & mask;
    if (table[slot] === 0) {
      table[slot] = at + 1;
    } else {
      wanted[keys[at]!] = 1;
      wanted[keys[table[slot]! - 1]!] = 1;
    }
  }
}

function collect(
  hashes: Uint32Array,
  wanted: Uint8Array,
  suspects: Suspects,
  shared: GrowingNumbers,
  first: number,
  last: number,
): void {
  for (let key = first; key < last; key++) {
    if (wanted[key] === 1 || (hashes[key] !== 0 && suspects.has(hashes[key]!))) shared.push(key);
  }
}
