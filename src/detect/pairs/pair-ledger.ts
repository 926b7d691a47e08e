import { GrowableNumbers } from '../../arrays/growable';
import type { Slices } from '../time-slice';
import { countDisjointPairs } from './disjoint-pairs';
import type { Signatures } from './distinct-sets';
import { type Allowance, type PairCount, pairsOf } from './pair-count';

/** Steps for the hard cases of one whole run: some two seconds. */
const ALLOWANCE = 1_500_000_000;

/** Members between two looks at the clock. */
const BLOCK = 4096;

/** Steps along two assets' chains from which on it pays to remember how the search ended. */
const LONG_WAY = 64;

/** Up to this many assets with earlier groups, pairs are looked at one by one. */
const FEW = 8;

/** An asset's entries are chained from newest to oldest; each link is the entry's number plus one, 0 ends the chain. */
export interface LedgerEntries {
  readonly newest: Uint32Array;
  readonly groups: Uint32Array;
  readonly older: Uint32Array;
}

/**
 * Knows for every pair of assets whether they stand together in a group reported so far, without a list of
 * pairs: an asset's earlier groups are its *signature*, and a pair is covered if the two signatures have a
 * group in common. 20,000 assets with one name are 20,000 entries here, not 200 million pairs.
 */
export class PairLedger {
  /** The newest entry of each asset, plus one; entries are chained from newest to oldest. */
  readonly #newest: Uint32Array;
  readonly #groupOf = new GrowableNumbers();
  readonly #older = new GrowableNumbers();
  /** How many members of the group at hand stand in each earlier group; zeros between calls. */
  #together = new Uint32Array(256);
  #groups = 0;
  /** Pairs that are known to be covered, each in the one place that its number leads to. */
  readonly #met = new Float64Array(4096);
  readonly #known = new Uint32Array(FEW + 1);
  readonly #slices: Slices;
  readonly #allowance: Allowance = { steps: ALLOWANCE };

  constructor(assets: number, slices: Slices) {
    this.#newest = new Uint32Array(assets);
    this.#slices = slices;
  }

  /** Takes note of a reported group: `members[start … stop)`. */
  add(members: Uint32Array, start: number, stop: number): void {
    const group = this.#groups++;
    if (this.#groups > this.#together.length) this.#together = new Uint32Array(this.#groups * 2);
    for (let at = start; at < stop; at++) {
      const asset = members[at]!;
      this.#groupOf.push(group);
      this.#older.push(this.#newest[asset]!);
      this.#newest[asset] = this.#groupOf.length;
    }
  }

  /** The groups of each asset so far. Entries are in order of groups and members: entry `e` is row `e` of the table. */
  get entries(): LedgerEntries {
    return { newest: this.#newest, groups: this.#groupOf.values, older: this.#older.values };
  }

  /** How many of the pairs of `members[start … stop)` stand together in no group reported so far; a number is exact. */
  newPairs(members: Uint32Array, start: number, stop: number): number | Promise<PairCount> {
    let known = 0;
    for (let at = start; at < stop && known <= FEW; at++) {
      if (this.#newest[members[at]!] !== 0) this.#known[known++] = members[at]!;
    }
    // An asset that stands in no group yet is new to all the others.
    if (known <= 1) return pairsOf(stop - start);
    if (known > FEW) return this.#newPairsOfMany(members.subarray(start, stop));
    let covered = 0;
    for (let a = 1; a < known; a++) {
      for (let b = 0; b < a; b++) if (this.#meet(this.#known[a]!, this.#known[b]!)) covered++;
    }
    return pairsOf(stop - start) - covered;
  }

  /**
   * Whether two assets stand together in a reported group: chains run from newest to oldest. Two assets that
   * share thousands of values ask thousands of times, so a long way is remembered.
   */
  #meet(a: number, b: number): boolean {
    const groups = this.#groupOf.values;
    const older = this.#older.values;
    let first = this.#newest[a]!;
    let second = this.#newest[b]!;
    for (let steps = 0; first !== 0 && second !== 0; steps++) {
      const difference = groups[first - 1]! - groups[second - 1]!;
      if (difference === 0) {
        if (steps >= LONG_WAY) this.#remember(a, b);
        return true;
      }
      if (difference > 0) first = older[first - 1]!;
      else second = older[second - 1]!;
      if (steps === LONG_WAY && this.#remembers(a, b)) return true;
    }
    return false;
  }

  #remember(a: number, b: number): void {
    const pair = a * this.#newest.length + b + 1;
    this.#met[pair % this.#met.length] = pair;
  }

  #remembers(a: number, b: number): boolean {
    const pair = a * this.#newest.length + b + 1;
    return this.#met[pair % this.#met.length] === pair;
  }

  async #newPairsOfMany(members: Uint32Array): Promise<PairCount> {
    const together = this.#together;
    const touched = await this.#countTogether(members);
    const shared = rarestFirst(touched, together);
    const covered = shared.length > 0 && together[shared.at(-1)!] === members.length;
    let total = 0;
    for (let at = 0; at < shared.length; at++) total += together[shared[at]!]!;
    for (let at = 0; at < touched.length; at++) together[touched.values[at]!] = 0;
    if (covered) return { pairs: 0, exact: true };
    for (let at = 0; at < shared.length; at++) together[shared[at]!] = at + 1;
    const signatures = await this.#signaturesOf(members, shared.length, total);
    for (let at = 0; at < shared.length; at++) together[shared[at]!] = 0;
    return countDisjointPairs(signatures, this.#allowance, this.#slices);
  }

  /** Counts in `#together` how many members stand in each earlier group, and lists those groups. */
  async #countTogether(members: Uint32Array): Promise<GrowableNumbers> {
    const groups = this.#groupOf.values;
    const older = this.#older.values;
    const touched = new GrowableNumbers();
    for (let at = 0; at < members.length; at++) {
      for (let entry = this.#newest[members[at]!]!; entry !== 0; entry = older[entry - 1]!) {
        const group = groups[entry - 1]!;
        if (this.#together[group]!++ === 0) touched.push(group);
      }
      if (at % BLOCK === BLOCK - 1) await this.#slices.next();
    }
    return touched;
  }

  /** The members' signatures in the new numbers that stand in `#together`, plus one; groups with 0 are left out. */
  async #signaturesOf(members: Uint32Array, elements: number, total: number): Promise<Signatures> {
    const groups = this.#groupOf.values;
    const older = this.#older.values;
    const stops = new Uint32Array(members.length);
    const ids = new Uint32Array(total);
    let length = 0;
    for (let at = 0; at < members.length; at++) {
      const start = length;
      for (let entry = this.#newest[members[at]!]!; entry !== 0; entry = older[entry - 1]!) {
        const id = this.#together[groups[entry - 1]!]!;
        if (id !== 0) ids[length++] = id - 1;
      }
      sortIds(ids, start, length);
      stops[at] = length;
      if (at % BLOCK === BLOCK - 1) await this.#slices.next();
    }
    return { elements, stops, ids };
  }
}

/** Sorts a stretch in place; most are so short that a typed array's own sort costs more to call. */
function sortIds(ids: Uint32Array, start: number, stop: number): void {
  if (stop - start > 32) {
    ids.subarray(start, stop).sort();
    return;
  }
  for (let at = start + 1; at < stop; at++) {
    const id = ids[at]!;
    let to = at;
    for (; to > start && ids[to - 1]! > id; to--) ids[to] = ids[to - 1]!;
    ids[to] = id;
  }
}

/**
 * The groups in which at least two members stand, those with the fewest first: then the search tree of
 * `countDisjointPairs` stays small. Count and number go into one double each, which sorts without a callback.
 */
function rarestFirst(groups: GrowableNumbers, together: Uint32Array): Uint32Array {
  const keys = new Float64Array(groups.length);
  let kept = 0;
  for (let at = 0; at < groups.length; at++) {
    const group = groups.values[at]!;
    if (together[group]! > 1) keys[kept++] = together[group]! * 2 ** 27 + group;
  }
  keys.subarray(0, kept).sort();
  const order = new Uint32Array(kept);
  for (let at = 0; at < kept; at++) order[at] = keys[at]! % 2 ** 27;
  return order;
}
