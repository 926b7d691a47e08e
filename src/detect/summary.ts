import type { GroupingSummary } from '../model/grouping';
import { RULE_IDS, type RuleId } from '../model/rule';
import type { PairCount } from './pair-count';
import type { GroupColumns } from './report-groups';

/** `part` of `whole` in percent, one decimal, half up; 0 of nothing. Whole numbers throughout: no rounding error. */
export function ratio(part: number, whole: number): number {
  if (whole === 0) return 0;
  const twice = 2000 * part + whole;
  return (twice - (twice % (2 * whole))) / (2 * whole) / 10;
}

/** The bit of each rule under which each asset stands in a reported group. */
export function rulesOfAssets({ rules, stops, members }: GroupColumns, assets: number): Uint8Array {
  const bits = new Uint8Array(assets);
  for (let group = 0, at = 0; group < stops.length; group++) {
    for (; at < stops[group]!; at++) bits[members[at]!]! |= 1 << rules[group]!;
  }
  return bits;
}

/** The figures of the contract. */
export function summarise(
  groups: GroupColumns,
  rulesOfAsset: Uint8Array,
  clusters: number,
  { pairs, exact }: PairCount,
  leftOut: number,
  withValue: Readonly<Record<RuleId, number>>,
): GroupingSummary {
  const hostAssets = rulesOfAsset.length - leftOut;
  const overlap = new Array<number>(2 ** RULE_IDS.length).fill(0);
  for (let asset = 0; asset < rulesOfAsset.length; asset++) overlap[rulesOfAsset[asset]!]!++;
  overlap[0]! -= leftOut;
  const duplicateAssets = hostAssets - overlap[0]!;
  const byRule = forEachRule(() => 0);
  for (const rule of groups.rules) byRule[RULE_IDS[rule]!]++;
  return {
    hostAssets,
    duplicateAssets,
    duplicateRatio: ratio(duplicateAssets, hostAssets),
    groups: groups.stops.length,
    clusters,
    pairs,
    ...(exact ? {} : { pairsAtLeast: true as const }),
    byRule,
    overlap,
    leftOut,
    withValue,
  };
}

/** A record with one entry for each rule. */
export function forEachRule<T>(entry: (rule: RuleId) => T): Record<RuleId, T> {
  return Object.fromEntries(RULE_IDS.map((rule) => [rule, entry(rule)])) as Record<RuleId, T>;
}
