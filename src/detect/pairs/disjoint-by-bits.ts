import type { Slices } from '../time-slice';
import type { DistinctSets, Signatures } from './distinct-sets';
import type { Allowance, PairCount } from './pair-count';

/** Steps that `countByBits` needs. */
export function bitSteps(all: Signatures, distinct: DistinctSets): number {
  const holders = new Uint32Array(all.elements);
  for (let at = 0; at < all.ids.length; at++) holders[all.ids[at]!]!++;
  const words = Math.ceil(all.stops.length / 32);
  let steps = distinct.stops.length * words;
  for (let at = 0; at < distinct.ids.length; at++) steps += Math.min(words, holders[distinct.ids[at]!]!);
  return steps;
}

/**
 * Counts pairs of sets with nothing in common, of which none is empty: for each distinct set, all sets that it
 * meets are put together as bits, and the missing ones are counted. Memory is linear, since an element that few
 * sets hold is kept as a list; time is at most (distinct sets) × (elements of each + 1) × (sets ÷ 32).
 */
export async function countByBits(
  all: Signatures,
  distinct: DistinctSets,
  allowance: Allowance,
  slices: Slices,
): Promise<PairCount> {
  const sets = all.stops.length;
  const holders = new Holders(all);
  const met = new Uint32Array(Math.ceil(sets / 32));
  let missing = 0;
  for (let set = 0; set < distinct.weights.length; set++) {
    // Half of what was found: each pair may have been found from either side.
    if (allowance.steps < 0) return { pairs: Math.ceil(missing / 2), exact: false };
    met.fill(0);
    allowance.steps -= met.length;
    const stop = distinct.stops[set]!;
    for (let at = set === 0 ? 0 : distinct.stops[set - 1]!; at < stop; at++) {
      allowance.steps -= holders.addTo(met, distinct.ids[at]!);
    }
    missing += distinct.weights[set]! * (sets - countBits(met));
    await slices.next();
  }
  return { pairs: missing / 2, exact: true };
}

/** The sets that hold each element, as a list, or as a row of bits where that is shorter. */
class Holders {
  readonly #stops: Uint32Array;
  readonly #lists: Uint32Array;
  readonly #rows = new Map<number, Uint32Array>();

  constructor({ elements, stops, ids }: Signatures) {
    const next = new Uint32Array(elements + 1);
    for (let at = 0; at < ids.length; at++) next[ids[at]! + 1]!++;
    for (let element = 0; element < elements; element++) next[element + 1]! += next[element]!;
    this.#lists = new Uint32Array(ids.length);
    for (let set = 0, at = 0; set < stops.length; set++) {
      for (; at < stops[set]!; at++) this.#lists[next[ids[at]!]!++] = set;
    }
    this.#stops = next;
    const words = Math.ceil(stops.length / 32);
    for (let element = 0; element < elements; element++) {
      if (this.#size(element) > words) this.#rows.set(element, this.#row(element, words));
    }
  }

  /** Adds the element's sets to the bits; answers how many steps that took. */
  addTo(bits: Uint32Array, element: number): number {
    const row = this.#rows.get(element);
    if (row !== undefined) {
      for (let word = 0; word < bits.length; word++) bits[word]! |= row[word]!;
      return bits.length;
    }
    const size = this.#size(element);
    for (let at = this.#stops[element]! - size; at < this.#stops[element]!; at++) {
      const set = this.#lists[at]!;
      bits[set >>> 5]! |= 1 << (set & 31);
    }
    return size;
  }

  #size(element: number): number {
    return this.#stops[element]! - (element === 0 ? 0 : this.#stops[element - 1]!);
  }

  #row(element: number, words: number): Uint32Array {
    const row = new Uint32Array(words);
    for (let at = this.#stops[element]! - this.#size(element); at < this.#stops[element]!; at++) {
      const set = this.#lists[at]!;
      row[set >>> 5]! |= 1 << (set & 31);
    }
    return row;
  }
}

function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    let pairs = bits[word]!;
    pairs -= (pairs >>> 1) & 0x55555555;
    pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    count += Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
