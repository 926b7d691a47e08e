import type { Slices } from '../time-slice';
import { bitSteps, countByBits } from './disjoint-by-bits';
import { countByExclusion, exclusionSteps } from './disjoint-by-exclusion';
import { countBySums } from './disjoint-by-sums';
import { type DistinctSets, distinctSets, type Signatures, withoutEmptySets } from './distinct-sets';
import { type Allowance, type PairCount, pairsOf } from './pair-count';

/** With this many different elements `countBySums` takes 64 MB and half a second; with one more, twice that. */
const MOST_ELEMENTS_TO_SUM = 24;

/** Steps for each set up to which exclusion is no matter for the allowance: sets of some six elements. */
const EASY = 512;

/** Steps that exclusion may try where it is not expected to do with them. */
const EXCLUSION_TRY = 3_000_000;

/**
 * How many pairs of sets have nothing in common. Nothing in theory beats comparing all pairs of many large sets
 * (the orthogonal vectors problem), so there are three ways, all exact, and the cheapest is taken:
 *
 * 1. Inclusion and exclusion: near-linear for sets of a few elements, which is what ordinary data gives.
 * 2. Sums over all possible sets: for any number of sets of few different elements.
 * 3. For each distinct set the union of all that it meets, as bits: good for some ten thousand large sets.
 *
 * What is neither easy nor a sum comes out of an allowance for the whole run; past it the count is what was found
 * till then, and not exact.
 */
export async function countDisjointPairs(
  sets: Signatures,
  allowance: Allowance,
  slices: Slices,
): Promise<PairCount> {
  const filled = withoutEmptySets(sets);
  const rest = filled.stops.length;
  const empty = sets.stops.length - rest;
  const among = await countAmong(filled, distinctSets(filled), allowance, slices);
  return { pairs: pairsOf(empty) + empty * rest + among.pairs, exact: among.exact };
}

async function countAmong(
  sets: Signatures,
  distinct: DistinctSets,
  allowance: Allowance,
  slices: Slices,
): Promise<PairCount> {
  const exclusion = exclusionSteps(distinct);
  if (exclusion <= EASY * sets.stops.length) {
    const pairs = await countByExclusion(distinct, { steps: Number.POSITIVE_INFINITY }, slices);
    return { pairs: pairs!, exact: true };
  }
  const bits = bitSteps(sets, distinct);
  const { elements } = sets;
  const sums = elements <= MOST_ELEMENTS_TO_SUM ? elements * 2 ** elements : Number.POSITIVE_INFINITY;
  if (sums < Math.min(exclusion, bits)) return { pairs: await countBySums(distinct, slices), exact: true };
  // Exclusion often needs far fewer steps than it may; so where all ways are long it gets a try.
  const most = exclusion <= bits ? exclusion : bits > allowance.steps ? EXCLUSION_TRY : 0;
  if (most > 0 && allowance.steps > most) {
    const part = { steps: most };
    const pairs = await countByExclusion(distinct, part, slices);
    allowance.steps -= most - part.steps;
    if (pairs !== null) return { pairs, exact: true };
  }
  return countByBits(sets, distinct, allowance, slices);
}
