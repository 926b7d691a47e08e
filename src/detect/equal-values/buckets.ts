import { decodeText } from '../../model/text';
import type { Keys } from '../keys/keys';
import type { Scratch } from '../scratch';
import type { Slices } from '../time-slice';
import { type EqualKeys, findEqualKeys } from './equal-keys';

/**
 * The values of one rule that more than one asset may have, in order of first appearance, each with its assets
 * in dataset order, every asset once. A value that may be ignored (`IgnoreFilter`) may have one asset only.
 */
export interface Buckets {
  readonly keys: Keys;
  readonly count: number;
  /** The first key of each value. */
  readonly firsts: Uint32Array;
  /** Value `v` is had by assets `members[stops[v-1] … stops[v])`. */
  readonly stops: Uint32Array;
  readonly members: Uint32Array;
}

/** The hash of a value. */
export function valueHash({ keys, firsts }: Buckets, value: number): number {
  return keys.hashes[firsts[value]!]!;
}

/** The value as text. */
export function valueText({ keys, firsts }: Buckets, value: number): string {
  const { bytes, start, end } = keys.source.bytesOf(firsts[value]!);
  return decodeText(bytes, start, end);
}

/** Keys between two looks at the clock. */
const BLOCK = 16384;

/**
 * Puts equal keys together. No sort: keys come in order of assets, so values get their numbers in order of first
 * appearance by themselves. What it answers holds until the next rule uses `scratch`.
 */
export async function fillBuckets(keys: Keys, scratch: Scratch, slices: Slices): Promise<Buckets> {
  const candidates = await collect(keys, scratch, slices);
  const found = await findEqualKeys(keys, candidates, scratch, slices);
  const numbers = new ValueNumbers(keys, candidates, found, scratch);
  for (let first = 0; first < candidates.length; first += BLOCK) {
    numbers.take(first, Math.min(candidates.length, first + BLOCK));
    await slices.next();
  }
  return numbers.finish(scratch);
}

/** The keys, in order, that another may equal, and those that may be ignored. */
async function collect({ hashes, repeats }: Keys, scratch: Scratch, slices: Slices): Promise<Uint32Array> {
  const listed = scratch.take('candidates', hashes.length);
  let count = 0;
  for (let first = 0; first < hashes.length; first += BLOCK) {
    count = repeats.collect(hashes, first, Math.min(hashes.length, first + BLOCK), listed, count);
    await slices.next();
  }
  return listed.subarray(0, count);
}

/**
 * Numbers the values from 0 in the order in which they come. As candidates are looked at, those that count move to
 * the front of the list: the asset in the key's place, the number of its value in the representative's.
 */
class ValueNumbers {
  readonly #keys: Keys;
  readonly #candidates: Uint32Array;
  readonly #representatives: Uint32Array;
  /** Of each candidate that others equal, or that may be ignored, its value's number plus one; of others 0. */
  readonly #numbers: Uint32Array;
  readonly #firsts: Uint32Array;
  readonly #sizes: Uint32Array;
  /** The asset that came last with each value, plus one: one asset may have a value twice. */
  readonly #lastAssets: Uint32Array;
  #count = 0;
  #length = 0;

  constructor(
    keys: Keys,
    candidates: Uint32Array,
    { representatives, repeated }: EqualKeys,
    scratch: Scratch,
  ) {
    this.#keys = keys;
    this.#candidates = candidates;
    this.#representatives = representatives;
    this.#numbers = repeated;
    this.#firsts = scratch.take('firsts', representatives.length);
    this.#sizes = scratch.takeZeros('sizes', representatives.length);
    this.#lastAssets = scratch.takeZeros('last assets', representatives.length);
  }

  /** Takes the candidates from `first` to before `last`. */
  take(first: number, last: number): void {
    const { stops, hashes, ignoreFilter } = this.#keys;
    const candidates = this.#candidates;
    const representatives = this.#representatives;
    const numbers = this.#numbers;
    const sizes = this.#sizes;
    const lastAssets = this.#lastAssets;
    let count = this.#count;
    let length = this.#length;
    let asset = stops === null ? 0 : ownerOf(stops, candidates[first]!);
    for (let at = first; at < last; at++) {
      const key = candidates[at]!;
      const representative = representatives[at]!;
      if (representative === at && (numbers[at] !== 0 || ignoreFilter.has(hashes[key]!))) {
        this.#firsts[count] = key;
        numbers[at] = ++count;
      }
      if (numbers[representative] === 0) continue;
      if (stops === null) asset = key;
      else while (stops[asset]! <= key) asset++;
      const value = numbers[representative]! - 1;
      if (lastAssets[value] === asset + 1) continue;
      lastAssets[value] = asset + 1;
      sizes[value]!++;
      representatives[length] = value;
      candidates[length++] = asset;
    }
    this.#count = count;
    this.#length = length;
  }

  finish(scratch: Scratch): Buckets {
    const count = this.#count;
    const next = this.#sizes.subarray(0, count);
    startsOf(next);
    const members = scratch.take('members', this.#length);
    spread(this.#representatives, this.#candidates, next, members);
    return { keys: this.#keys, count, firsts: this.#firsts, stops: next, members };
  }
}

/** Makes of sizes where each begins. */
function startsOf(sizes: Uint32Array): void {
  for (let value = 0, start = 0; value < sizes.length; value++) {
    const size = sizes[value]!;
    sizes[value] = start;
    start += size;
  }
}

/** Puts each asset behind those of its value that came before; `next` goes from where values begin to where they end. */
function spread(values: Uint32Array, assets: Uint32Array, next: Uint32Array, members: Uint32Array): void {
  for (let at = 0; at < members.length; at++) members[next[values[at]!]!++] = assets[at]!;
}

/** The first asset whose keys end after this one, by halving. */
function ownerOf(stops: Uint32Array, key: number): number {
  let low = 0;
  let high = stops.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stops[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
