import type { Allowance } from './disjoint-by-bits';
import { countDisjointPairs, type PairCount, pairsOf } from './disjoint-pairs';
import type { Signatures } from './distinct-sets';
import { GrowingNumbers } from './growing';
import type { Slices } from './slices';

/** Steps for the hard cases of one whole run: some three seconds. */
const ALLOWANCE = 3_000_000_000;

/** Up to this many assets with earlier groups, pairs are looked at one by one. */
const FEW = 8;

/**
 * Knows for every pair of assets whether they stand together in a group reported so far, without a list of
 * pairs: an asset's earlier groups are its *signature*, and a pair is covered if the two signatures have a
 * group in common. 20,000 assets with one name are 20,000 entries here, not 200 million pairs.
 */
export class PairLedger {
  /** The newest entry of each asset, plus one; entries are chained from newest to oldest. */
  readonly #newest: Uint32Array;
  readonly #groupOf = new GrowingNumbers();
  readonly #older = new GrowingNumbers();
  /** How many members of the group at hand stand in each earlier group; zeros between calls. */
  #together = new Uint32Array(256);
  #groups = 0;
  readonly #known = new Uint32Array(FEW + 1);
  readonly #slices: Slices;
  readonly #allowance: Allowance = { steps: ALLOWANCE };

  constructor(assets: number, slices: Slices) {
    this.#newest = new Uint32Array(assets);
    this.#slices = slices;
  }

  /** Takes note of a reported group. */
  add(members: Uint32Array): void {
    const group = this.#groups++;
    if (this.#groups > this.#together.length) this.#together = new Uint32Array(this.#groups * 2);
    for (let at = 0; at < members.length; at++) {
      const asset = members[at]!;
      this.#groupOf.push(group);
      this.#older.push(this.#newest[asset]!);
      this.#newest[asset] = this.#groupOf.length;
    }
  }

  /** How many of the members' pairs stand together in no group reported so far. */
  newPairs(members: Uint32Array): PairCount | Promise<PairCount> {
    let known = 0;
    for (let at = 0; at < members.length && known <= FEW; at++) {
      if (this.#newest[members[at]!] !== 0) this.#known[known++] = members[at]!;
    }
    // An asset that stands in no group yet is new to all the others.
    if (known <= 1) return { pairs: pairsOf(members.length), exact: true };
    if (known > FEW) return this.#newPairsOfMany(members);
    let covered = 0;
    for (let a = 1; a < known; a++) {
      for (let b = 0; b < a; b++) if (this.#meet(this.#known[a]!, this.#known[b]!)) covered++;
    }
    return { pairs: pairsOf(members.length) - covered, exact: true };
  }

  /** Whether two assets stand together in a reported group: chains run from newest to oldest. */
  #meet(a: number, b: number): boolean {
    const groups = this.#groupOf.values;
    const older = this.#older.values;
    let first = this.#newest[a]!;
    let second = this.#newest[b]!;
    while (first !== 0 && second !== 0) {
      const difference = groups[first - 1]! - groups[second - 1]!;
      if (difference === 0) return true;
      if (difference > 0) first = older[first - 1]!;
      else second = older[second - 1]!;
    }
    return false;
  }

  async #newPairsOfMany(members: Uint32Array): Promise<PairCount> {
    const signatures = this.#signaturesOf(members);
    if (signatures === 'covered') return { pairs: 0, exact: true };
    return countDisjointPairs(signatures, this.#allowance, this.#slices);
  }

  /** The members' signatures, only of groups in which at least two of them stand. */
  #signaturesOf(members: Uint32Array): Signatures | 'covered' {
    const groups = this.#groupOf.values;
    const older = this.#older.values;
    const together = this.#together;
    const touched = new GrowingNumbers();
    for (let at = 0; at < members.length; at++) {
      for (let entry = this.#newest[members[at]!]!; entry !== 0; entry = older[entry - 1]!) {
        const group = groups[entry - 1]!;
        if (together[group]!++ === 0) touched.push(group);
      }
    }
    const shared = rarestFirst(touched, together);
    const covered = shared.length > 0 && together[shared.at(-1)!] === members.length;
    let total = 0;
    for (const group of shared) total += together[group]!;
    for (let at = 0; at < touched.length; at++) together[touched.values[at]!] = 0;
    if (covered) return 'covered';
    for (let at = 0; at < shared.length; at++) together[shared[at]!] = at + 1;
    const signatures = this.#renumber(members, shared.length, total);
    for (const group of shared) together[group] = 0;
    return signatures;
  }

  #renumber(members: Uint32Array, elements: number, total: number): Signatures {
    const stops = new Uint32Array(members.length);
    const ids = new Uint32Array(total);
    const groups = this.#groupOf.values;
    const older = this.#older.values;
    let length = 0;
    for (let at = 0; at < members.length; at++) {
      const start = length;
      for (let entry = this.#newest[members[at]!]!; entry !== 0; entry = older[entry - 1]!) {
        const id = this.#together[groups[entry - 1]!]!;
        if (id !== 0) ids[length++] = id - 1;
      }
      if (length - start > 1) ids.subarray(start, length).sort();
      stops[at] = length;
    }
    return { elements, stops, ids };
  }
}

/**
 * The groups in which at least two members stand, those with the fewest first: then the search tree of
 * `countDisjointPairs` stays small. Count and number go into one double each, which sorts without a callback.
 */
function rarestFirst(groups: GrowingNumbers, together: Uint32Array): Uint32Array {
  const keys = new Float64Array(groups.length);
  let kept = 0;
  for (let at = 0; at < groups.length; at++) {
    const group = groups.values[at]!;
    if (together[group]! > 1) keys[kept++] = together[group]! * 2 ** 27 + group;
  }
  return Uint32Array.from(keys.subarray(0, kept).sort(), (key) => key % 2 ** 27);
}
