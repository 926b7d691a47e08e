import type { LedgerEntries } from './pairs/pair-ledger';
import type { Slices } from './time-slice';

/** Bits of rules, as in `Grouping`. */
export interface MatchingRules {
  readonly rulesOfRow: Uint8Array;
  readonly rulesOfGroup: Uint8Array;
}

/** Values of rules, each with the assets that have it: value `v` is had by `members[stops[v-1] … stops[v])`. */
export interface ValueMembers {
  readonly rules: ArrayLike<number>;
  readonly stops: Uint32Array;
  readonly members: Uint32Array;
}

/** Members between two looks at the clock. */
const BLOCK = 4096;

/**
 * Steps along chains for a whole run: about two seconds. Only assets that share ten thousands of values, each with
 * others, take more; of those some further fields then stay unnamed.
 */
const ALLOWANCE = 500_000_000;

/**
 * Marks in which rows and groups values match, however these were found: the rule of a value in every row whose asset
 * has it together with another asset of the row's group, and in every group all of whose assets have it.
 */
export class MatchMarks implements MatchingRules {
  readonly rulesOfRow: Uint8Array;
  readonly rulesOfGroup: Uint8Array;
  /** How many of a value's assets stand in each group; zeros between values. */
  readonly #together: Uint32Array;
  readonly #groupStops: Uint32Array;
  readonly #entries: LedgerEntries;
  readonly #slices: Slices;
  #steps = ALLOWANCE;

  /** `groupStops`: as in `Grouping`. */
  constructor(groupStops: Uint32Array, entries: LedgerEntries, slices: Slices) {
    this.rulesOfRow = new Uint8Array(groupStops.at(-1) ?? 0);
    this.rulesOfGroup = new Uint8Array(groupStops.length);
    this.#together = new Uint32Array(groupStops.length);
    this.#groupStops = groupStops;
    this.#entries = entries;
    this.#slices = slices;
  }

  /** Marks these values, one after the other. */
  async add(values: ValueMembers): Promise<void> {
    for (let value = 0; value < values.stops.length && this.#steps > 0; ) {
      value = this.#addBlock(values, value);
      await this.#slices.next();
    }
  }

  /** Marks values up to the end of a block, and answers which comes next. In a function of its own, so that it is compiled. */
  #addBlock({ rules, stops, members }: ValueMembers, from: number): number {
    let start = from === 0 ? 0 : stops[from - 1]!;
    const enough = start + BLOCK;
    let value = from;
    for (; value < stops.length && start < enough; value++) {
      const stop = stops[value]!;
      const bit = 1 << rules[value]!;
      if (stop - start === 2) this.#markPair(members[start]!, members[start + 1]!, bit);
      else {
        this.#count(members, start, stop);
        this.#mark(members, start, stop, bit);
      }
      start = stop;
    }
    return value;
  }

  /** Most values are had by two assets: their chains are walked side by side, as both go from newest to oldest. */
  #markPair(one: number, other: number, bit: number): void {
    const { newest, groups, older } = this.#entries;
    let first = newest[one]!;
    let second = newest[other]!;
    let steps = 0;
    while (first !== 0 && second !== 0) {
      const group = groups[first - 1]!;
      const difference = group - groups[second - 1]!;
      if (difference === 0) {
        this.rulesOfRow[first - 1]! |= bit;
        this.rulesOfRow[second - 1]! |= bit;
        if (this.#sizeOf(group) === 2) this.rulesOfGroup[group]! |= bit;
      }
      if (difference >= 0) first = older[first - 1]!;
      if (difference <= 0) second = older[second - 1]!;
      steps++;
    }
    this.#steps -= steps;
  }

  #count(members: Uint32Array, start: number, stop: number): void {
    const { newest, groups, older } = this.#entries;
    const together = this.#together;
    let steps = 0;
    for (let at = start; at < stop; at++) {
      for (let entry = newest[members[at]!]!; entry !== 0; entry = older[entry - 1]!) {
        together[groups[entry - 1]!]!++;
        steps++;
      }
    }
    this.#steps -= steps;
  }

  /** Looks at the members a second time, and a third time to leave zeros. */
  #mark(members: Uint32Array, start: number, stop: number, bit: number): void {
    const { newest, groups, older } = this.#entries;
    const together = this.#together;
    for (let at = start; at < stop; at++) {
      for (let entry = newest[members[at]!]!; entry !== 0; entry = older[entry - 1]!) {
        const group = groups[entry - 1]!;
        const count = together[group]!;
        if (count < 2) continue;
        this.rulesOfRow[entry - 1]! |= bit;
        if (count === this.#sizeOf(group)) this.rulesOfGroup[group]! |= bit;
      }
    }
    for (let at = start; at < stop; at++) {
      for (let entry = newest[members[at]!]!; entry !== 0; entry = older[entry - 1]!)
        together[groups[entry - 1]!] = 0;
    }
  }

  #sizeOf(group: number): number {
    return this.#groupStops[group]! - (group === 0 ? 0 : this.#groupStops[group - 1]!);
  }
}
