import type { PairVerdict } from '../../../model/judgement';
import type { Watch } from '../../../model/progress';
import { compareRecords } from '../evidence/facts';
import { rankOf, sumOf, verdictOf } from '../evidence/verdict';
import type { Records } from '../records/records';
import type { SharedValues } from '../records/shared-values';
import { type CandidatePairs, candidatePairs } from './candidate-pairs';

/** Every candidate pair with what it came to. */
export interface JudgedPairs extends CandidatePairs {
  /** Rank of the verdict (`rankOf`). */
  readonly ranks: Uint8Array;
  readonly sums: Int16Array;
  /** 1: names or adapters do not fit together. */
  readonly disagrees: Uint8Array;
}

/** Pairs judged between two pauses: some ten milliseconds. */
const AT_ONCE = 8192;

export async function judgePairs(records: Records, shared: SharedValues, task: Watch): Promise<JudgedPairs> {
  const { first, second } = candidatePairs(shared, records.size);
  const ranks = new Uint8Array(first.length);
  const sums = new Int16Array(first.length);
  const disagrees = new Uint8Array(first.length);
  for (let pair = 0; pair < first.length; pair++) {
    if (pair % AT_ONCE === 0) await task.pause();
    const facts = compareRecords(records, shared, first[pair]!, second[pair]!);
    const sum = sumOf(facts);
    ranks[pair] = rankOf(verdictOf(facts));
    sums[pair] = Math.max(-30_000, Math.min(30_000, sum));
    disagrees[pair] = facts.disagrees ? 1 : 0;
  }
  return { first, second, ranks, sums, disagrees };
}

const LIKELY = rankOf('likely');

/** The pairs from which machines are joined, strongest first; ties by content, so that no order of records decides. */
export function joiningOrder(records: Records, pairs: JudgedPairs): Uint32Array {
  const joining: number[] = [];
  for (let pair = 0; pair < pairs.first.length; pair++) if (pairs.ranks[pair]! >= LIKELY) joining.push(pair);
  const low = (pair: number) =>
    Math.min(records.content[pairs.first[pair]!]!, records.content[pairs.second[pair]!]!);
  const high = (pair: number) =>
    Math.max(records.content[pairs.first[pair]!]!, records.content[pairs.second[pair]!]!);
  return Uint32Array.from(joining).sort(
    (a, b) =>
      pairs.ranks[b]! - pairs.ranks[a]! ||
      pairs.sums[b]! - pairs.sums[a]! ||
      low(a) - low(b) ||
      high(a) - high(b),
  );
}

export function isVerdict(pairs: JudgedPairs, pair: number, verdict: PairVerdict): boolean {
  return pairs.ranks[pair] === rankOf(verdict);
}
