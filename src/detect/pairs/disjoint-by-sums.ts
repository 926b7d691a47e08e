import type { Slices } from '../time-slice';
import type { DistinctSets } from './distinct-sets';

/**
 * Counts pairs of sets with nothing in common, of which none is empty, for few elements and any number of sets:
 * sums up how many sets lie within each of the 2^elements possible ones, and looks up each set's complement.
 * Time: elements × 2^elements.
 */
export async function countBySums(distinct: DistinctSets, slices: Slices): Promise<number> {
  const { elements, stops, ids, weights } = distinct;
  const masks = new Uint32Array(stops.length);
  for (let set = 0, at = 0; set < stops.length; set++) {
    for (; at < stops[set]!; at++) masks[set]! |= 1 << ids[at]!;
  }
  const within = new Uint32Array(2 ** elements);
  for (let set = 0; set < masks.length; set++) within[masks[set]!] = weights[set]!;
  for (let element = 0; element < elements; element++) {
    addWithout(within, 1 << element);
    await slices.next();
  }
  const all = within.length - 1;
  let ordered = 0;
  for (let set = 0; set < masks.length; set++) ordered += weights[set]! * within[all & ~masks[set]!]!;
  return ordered / 2;
}

/** Adds to each set that holds the element what lies within the same set without it. */
function addWithout(within: Uint32Array, bit: number): void {
  for (let high = bit; high < within.length; high += bit * 2) {
    for (let mask = high; mask < high + bit; mask++) within[mask]! += within[mask - bit]!;
  }
}
