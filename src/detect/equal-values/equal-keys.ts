import type { Keys } from '../keys/keys';
import type { Scratch } from '../scratch';
import type { Slices } from '../time-slice';
import { HASH_BITS } from './hash';

/** Candidates between two looks at the clock. */
const BLOCK = 16384;

/** About so many candidates go into one part: their hashes and the table for them stay in the processor's cache. */
const PART_BITS = 12;
const MOST_PARTS_BITS = 10;

/** Candidates in parts by the upper bits of their hashes, in order within each part. */
interface Parts {
  readonly stops: Uint32Array;
  readonly hashes: Uint32Array;
  readonly candidates: Uint32Array;
}

/** Which candidates equal which. */
export interface EqualKeys {
  /** Of each candidate the number of the first one that equals it; its own number if it is the first. */
  readonly representatives: Uint32Array;
  /** 1 for each representative that another candidate equals. */
  readonly repeated: Uint32Array;
}

/**
 * Finds equal keys among the candidates, a list of keys. Looks first at hashes alone, part by part, then compares
 * the bytes in the order of the keys: at a million assets both wait for memory more than anything, and so least.
 */
export async function findEqualKeys(
  keys: Keys,
  candidates: Uint32Array,
  scratch: Scratch,
  slices: Slices,
): Promise<EqualKeys> {
  const count = candidates.length;
  const parts = await intoParts(keys.hashes, candidates, scratch, slices);
  const representatives = scratch.take('equal keys', count);
  let table = new Uint32Array(4 << PART_BITS);
  for (let part = 0, start = 0; part < parts.stops.length; part++) {
    const stop = parts.stops[part]!;
    if ((stop - start) * 2 > table.length)
      table = new Uint32Array(2 ** Math.ceil(Math.log2((stop - start) * 2)));
    else table.fill(0);
    joinHashes(parts, start, stop, table, representatives);
    start = stop;
    await slices.next();
  }
  const found = { representatives, repeated: scratch.takeZeros('numbers', count) };
  const alike: number[] = [];
  for (let first = 0; first < count; first += BLOCK) {
    verify(keys, candidates, found, first, Math.min(count, first + BLOCK), alike);
    await slices.next();
  }
  joinAlike(keys, candidates, found, alike);
  return found;
}

async function intoParts(
  hashes: Uint32Array,
  candidates: Uint32Array,
  scratch: Scratch,
  slices: Slices,
): Promise<Parts> {
  const count = candidates.length;
  const bits = Math.min(MOST_PARTS_BITS, Math.max(1, Math.ceil(Math.log2(count + 1)) - PART_BITS));
  const shift = HASH_BITS - bits;
  const stops = new Uint32Array(2 ** bits);
  countParts(hashes, candidates, shift, stops);
  let total = 0;
  for (let part = 0; part < stops.length; part++) {
    const size = stops[part]!;
    stops[part] = total;
    total += size;
  }
  await slices.next();
  const parts = {
    stops,
    hashes: scratch.take('part hashes', count),
    candidates: scratch.take('part candidates', count),
  };
  for (let first = 0; first < count; first += BLOCK) {
    scatter(hashes, candidates, shift, parts, first, Math.min(count, first + BLOCK));
    await slices.next();
  }
  return parts;
}

function countParts(all: Uint32Array, candidates: Uint32Array, shift: number, counts: Uint32Array): void {
  for (let at = 0; at < candidates.length; at++) counts[all[candidates[at]!]! >>> shift]!++;
}

function scatter(
  all: Uint32Array,
  candidates: Uint32Array,
  shift: number,
  { stops: next, hashes, candidates: numbers }: Parts,
  first: number,
  last: number,
): void {
  for (let at = first; at < last; at++) {
    const hash = all[candidates[at]!]!;
    const to = next[hash >>> shift]!++;
    hashes[to] = hash;
    numbers[to] = at;
  }
}

/** Gives every candidate of a part the first one with its hash. `table` holds places in the part, plus one. */
function joinHashes(
  { hashes, candidates }: Parts,
  start: number,
  stop: number,
  table: Uint32Array,
  representatives: Uint32Array,
): void {
  const mask = table.length - 1;
  for (let at = start; at < stop; at++) {
    const hash = hashes[at]!;
    let slot = hash & mask;
    while (table[slot] !== 0 && hashes[table[slot]! - 1] !== hash) slot = (slot + 1) & mask;
    if (table[slot] === 0) table[slot] = at + 1;
    representatives[candidates[at]!] = candidates[table[slot]! - 1]!;
  }
}

/** Marks representatives of several candidates; lists in `alike` those that share a hash with theirs, but not its bytes. */
function verify(
  { source }: Keys,
  candidates: Uint32Array,
  { representatives, repeated }: EqualKeys,
  first: number,
  last: number,
  alike: number[],
): void {
  for (let at = first; at < last; at++) {
    const representative = representatives[at]!;
    if (representative === at) continue;
    if (source.same(candidates[at]!, candidates[representative]!)) repeated[representative] = 1;
    else alike.push(at);
  }
}

/** Finds representatives for the few whose hash collides with another: some hundreds in a million. */
function joinAlike(
  { source, hashes }: Keys,
  candidates: Uint32Array,
  { representatives, repeated }: EqualKeys,
  alike: readonly number[],
): void {
  const known = new Map<number, number[]>();
  for (const at of alike) {
    const hash = hashes[candidates[at]!]!;
    const others = known.get(hash) ?? [];
    const representative = others.find((other) => source.same(candidates[at]!, candidates[other]!));
    representatives[at] = representative ?? at;
    if (representative !== undefined) repeated[representative] = 1;
    else known.set(hash, [...others, at]);
  }
}
