import type { Slices } from '../time-slice';
import type { DistinctSets } from './distinct-sets';
import { type Allowance, pairsOf } from './pair-count';

/** Steps that `countByExclusion` needs at most, where nothing can be left out. */
export function exclusionSteps({ stops }: DistinctSets): number {
  let steps = 0;
  for (let set = 0; set < stops.length; set++) {
    steps += 2 ** (stops[set]! - (set === 0 ? 0 : stops[set - 1]!)) * STEPS_EACH;
  }
  return steps;
}

/** What one step costs in steps of the other ways, which read words in a row. */
const STEPS_EACH = 8;

/**
 * Counts pairs of sets with nothing in common by inclusion and exclusion: all pairs, less those that share an
 * element, plus those that share two, and so on: Σ over all sets T of (−1)^|T| × (pairs of sets that both hold
 * T). Walks the T that at least two distinct sets hold, as a tree; a branch in which one element is in every
 * set sums to zero and is not entered. `null` if the allowance does not do; what was used of it is taken off.
 */
export function countByExclusion(
  sets: DistinctSets,
  allowance: Allowance,
  slices: Slices,
): Promise<number | null> {
  return new Exclusion(sets, allowance, slices).count();
}

/** Sets (`set`) each from one of its elements on (`from`, an index into `ids`). */
interface Branch {
  readonly sets: Uint32Array;
  readonly from: Uint32Array;
}

class Exclusion {
  readonly #sets: DistinctSets;
  readonly #slices: Slices;
  readonly #counts: Uint32Array;
  readonly #allowance: Allowance;

  constructor(sets: DistinctSets, allowance: Allowance, slices: Slices) {
    this.#sets = sets;
    this.#slices = slices;
    this.#counts = new Uint32Array(sets.elements);
    this.#allowance = allowance;
  }

  async count(): Promise<number | null> {
    const { stops } = this.#sets;
    const all = Uint32Array.from(stops.keys());
    const from = Uint32Array.from(stops.keys(), (set) => (set === 0 ? 0 : stops[set - 1]!));
    const pairs = await this.#disjoint({ sets: all, from });
    return this.#allowance.steps < 0 ? null : pairs;
  }

  /** Pairs in the branch whose remaining elements have nothing in common. */
  async #disjoint(branch: Branch): Promise<number> {
    const { stops, ids, weights } = this.#sets;
    let weight = 0;
    let remaining = 0;
    const elements: number[] = [];
    for (let at = 0; at < branch.sets.length; at++) {
      const set = branch.sets[at]!;
      weight += weights[set]!;
      remaining += stops[set]! - branch.from[at]!;
      for (let id = branch.from[at]!; id < stops[set]!; id++) {
        if (this.#counts[ids[id]!]!++ === 0) elements.push(ids[id]!);
      }
    }
    this.#allowance.steps -= (remaining + branch.sets.length) * STEPS_EACH;
    const counts = elements.map((element) => this.#counts[element]!);
    for (const element of elements) this.#counts[element] = 0;
    if (this.#allowance.steps < 0 || counts.includes(branch.sets.length)) return 0;
    await this.#slices.next();
    let pairs = pairsOf(weight);
    for (const next of this.#branches(branch, elements, counts, remaining)) {
      pairs -= next.sets.length === 1 ? this.#alone(next) : await this.#disjoint(next);
    }
    return pairs;
  }

  /** A set alone: its equals are disjoint from each other only if nothing remains of them. */
  #alone(branch: Branch): number {
    const set = branch.sets[0]!;
    return branch.from[0] === this.#sets.stops[set] ? pairsOf(this.#sets.weights[set]!) : 0;
  }

  /** One branch for each element: the sets that hold it, from the element after it on. */
  #branches(branch: Branch, elements: readonly number[], counts: readonly number[], total: number): Branch[] {
    const { stops, ids } = this.#sets;
    const sets = new Uint32Array(total);
    const from = new Uint32Array(total);
    const next = this.#counts;
    let start = 0;
    elements.forEach((element, index) => {
      next[element] = start;
      start += counts[index]!;
    });
    for (let at = 0; at < branch.sets.length; at++) {
      const set = branch.sets[at]!;
      for (let id = branch.from[at]!; id < stops[set]!; id++) {
        const to = next[ids[id]!]!++;
        sets[to] = set;
        from[to] = id + 1;
      }
    }
    const branches = elements.map((element, index) => {
      const stop = next[element]!;
      next[element] = 0;
      const begin = stop - counts[index]!;
      return { sets: sets.subarray(begin, stop), from: from.subarray(begin, stop) };
    });
    return branches;
  }
}
