import { type Allowance, countByBits } from './disjoint-by-bits';
import { countByExclusion } from './disjoint-by-exclusion';
import { distinctSets, type Signatures, withoutEmptySets } from './distinct-sets';
import type { Slices } from './slices';

/** A number of pairs; not `exact` means at least so many. */
export interface PairCount {
  readonly pairs: number;
  readonly exact: boolean;
}

/**
 * How many pairs of sets have nothing in common. Nothing in theory beats comparing all pairs of many large sets
 * (the orthogonal vectors problem), so there are two ways, both exact, each with a limit on its steps:
 *
 * 1. Inclusion and exclusion: near-linear for sets of a few elements, which is what ordinary data gives.
 * 2. For each distinct set the union of all that it meets, as bits: good for some ten thousand large sets.
 *
 * Past both limits the count is what was found till then, and `exact` is false.
 */
export async function countDisjointPairs(
  sets: Signatures,
  allowance: Allowance,
  slices: Slices,
): Promise<PairCount> {
  const filled = withoutEmptySets(sets);
  const rest = filled.stops.length;
  const empty = sets.stops.length - rest;
  const withEmpty = pairsOf(empty) + empty * rest;
  const distinct = distinctSets(filled);
  const among = await countByExclusion(distinct, slices);
  if (among !== null) return { pairs: withEmpty + among, exact: true };
  const counted = await countByBits(filled, distinct, allowance, slices);
  return { pairs: withEmpty + counted.pairs, exact: counted.exact };
}

/** Pairs among `count` things. */
export function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}
