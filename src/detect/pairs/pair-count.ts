/** A number of pairs; not `exact` means at least so many. */
export interface PairCount {
  readonly pairs: number;
  readonly exact: boolean;
}

/** Steps that are left for the hard groups of a whole run, so that no file can make it endless. */
export interface Allowance {
  steps: number;
}

/** Pairs among `count` things. */
export function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}
