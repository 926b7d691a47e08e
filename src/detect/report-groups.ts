import { GrowableBytes, GrowableNumbers } from '../arrays/growable';
import type { Buckets } from './equal-values/buckets';
import { type MatchingRules, MatchMarks } from './matching-rules';
import { PairLedger } from './pairs/pair-ledger';
import type { Slices } from './time-slice';

/** What `ReportedGroups` comes to: part of a `Grouping`. */
export interface GroupColumns {
  readonly rules: Uint8Array;
  readonly stops: Uint32Array;
  readonly members: Uint32Array;
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Groups between two looks at the clock. */
const BLOCK = 1024;

/**
 * The groups that are reported, in order. A group is reported if at least one of its pairs is in no group
 * before it, so every pair is reported under the first field that shows it, and no asset is lost (docs/contract.md,
 * "Field rules"). Where counting gives up (see `countDisjointPairs`) the group is reported: rather a pair twice
 * than a pair lost.
 */
export class ReportedGroups {
  readonly #rules = new GrowableNumbers();
  readonly #stops = new GrowableNumbers();
  readonly #members = new GrowableNumbers();
  readonly #bytes = new GrowableBytes();
  readonly #ends = new GrowableNumbers();
  readonly #ledger: PairLedger;
  /** Values that count and whose pairs all were in groups before: value `v` is had by `members[stops[v-1] … stops[v])`. */
  readonly #known = {
    rules: new GrowableNumbers(),
    stops: new GrowableNumbers(),
    members: new GrowableNumbers(),
  };
  /** Of each asset, the bit of every rule under which it shares a value that counts, reported or not. */
  readonly rulesOfAsset: Uint8Array;
  /** Distinct pairs in the groups so far. */
  pairs = 0;
  /** Whether `pairs` is exact. */
  exact = true;

  constructor(
    assets: number,
    readonly slices: Slices,
  ) {
    this.#ledger = new PairLedger(assets, slices);
    this.rulesOfAsset = new Uint8Array(assets);
  }

  /** Reports what is new among a rule's values, less those that are kept out. */
  async add(rule: number, buckets: Buckets, keptOut: ReadonlySet<number>): Promise<void> {
    const { members, stops } = buckets;
    const anyKeptOut = keptOut.size > 0;
    for (let value = 0, start = 0; value < buckets.count; value++) {
      const stop = stops[value]!;
      const from = start;
      start = stop;
      if (value % BLOCK === BLOCK - 1) await this.slices.next();
      if (stop - from < 2 || (anyKeptOut && keptOut.has(value))) continue;
      for (let at = from; at < stop; at++) this.rulesOfAsset[members[at]!]! |= 1 << rule;
      const fresh = this.#ledger.newPairs(members, from, stop);
      // Hundred thousands of small groups are quick to count, and then nothing is made that must be collected.
      if (typeof fresh === 'number') {
        if (fresh === 0) {
          this.#keepKnown(rule, members, from, stop);
          continue;
        }
        this.pairs += fresh;
      } else {
        const { pairs, exact } = await fresh;
        if (pairs === 0 && exact) {
          this.#keepKnown(rule, members, from, stop);
          continue;
        }
        this.pairs += pairs;
        this.exact &&= exact;
      }
      this.#ledger.add(members, from, stop);
      this.#append(rule, buckets, value, from);
    }
  }

  /** The groups as columns. */
  finish(): GroupColumns {
    return {
      rules: Uint8Array.from(this.#rules.finish()),
      stops: this.#stops.finish(),
      members: this.#members.finish(),
      bytes: this.#bytes.finish(),
      ends: this.#ends.finish(),
    };
  }

  /** Which rules match in each row, and which in the whole of each group. To be asked once, after the last rule. */
  async match(groups: GroupColumns): Promise<MatchingRules> {
    const marks = new MatchMarks(groups.stops, this.#ledger.entries, this.slices);
    await marks.add(groups);
    const { rules, stops, members } = this.#known;
    await marks.add({ rules: rules.finish(), stops: stops.finish(), members: members.values });
    const { rulesOfRow, rulesOfGroup } = marks;
    return { rulesOfRow, rulesOfGroup };
  }

  #keepKnown(rule: number, members: Uint32Array, start: number, stop: number): void {
    for (let at = start; at < stop; at++) this.#known.members.push(members[at]!);
    this.#known.rules.push(rule);
    this.#known.stops.push(this.#known.members.length);
  }

  #append(rule: number, { keys, firsts, members, stops }: Buckets, value: number, start: number): void {
    for (let at = start; at < stops[value]!; at++) this.#members.push(members[at]!);
    this.#rules.push(rule);
    this.#stops.push(this.#members.length);
    const text = keys.source.bytesOf(firsts[value]!);
    this.#bytes.append(text.bytes, text.start, text.end);
    this.#ends.push(this.#bytes.length);
  }
}
