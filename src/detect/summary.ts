import type { GroupingSummary } from '../model/grouping';
import { mapRules, RULE_IDS, type RuleId } from '../model/rule';
import type { Clusters } from './clusters';
import type { PairCount } from './pairs/pair-count';
import type { GroupColumns } from './report-groups';

/** `part` of `whole` in percent, one decimal, half up; 0 of nothing. Whole numbers throughout: no rounding error. */
export function ratio(part: number, whole: number): number {
  if (whole === 0) return 0;
  const twice = 2000 * part + whole;
  return (twice - (twice % (2 * whole))) / (2 * whole) / 10;
}

/** The figures of docs/contract.md. */
export function summarise(
  groups: GroupColumns,
  { clusters, clusterStops }: Clusters,
  { pairs, exact, rulesOfAsset }: PairCount & { readonly rulesOfAsset: Uint8Array },
  leftOut: number,
  withValue: Readonly<Record<RuleId, number>>,
): GroupingSummary {
  const hostAssets = rulesOfAsset.length - leftOut;
  const overlap = [...countByRules(rulesOfAsset)];
  overlap[0]! -= leftOut;
  const duplicateAssets = hostAssets - overlap[0]!;
  const byRule = mapRules(() => 0);
  for (const rule of groups.rules) byRule[RULE_IDS[rule]!]++;
  return {
    hostAssets,
    duplicateAssets,
    duplicateRatio: ratio(duplicateAssets, hostAssets),
    groups: groups.stops.length,
    clusters: clusterStops.length,
    joinedClusters: joinedClusters(clusters, clusterStops.length),
    pairs,
    ...(exact ? {} : { pairsAtLeast: true as const }),
    byRule,
    overlap,
    leftOut,
    withValue,
  };
}

/** How many assets share values under each set of rules. */
function countByRules(rulesOfAsset: Uint8Array): Uint32Array {
  const counts = new Uint32Array(2 ** RULE_IDS.length);
  for (let asset = 0; asset < rulesOfAsset.length; asset++) counts[rulesOfAsset[asset]!]!++;
  return counts;
}

/** How many clusters are joined by more than one group. */
function joinedClusters(clusterOfGroup: Uint32Array, clusters: number): number {
  const groups = new Uint32Array(clusters);
  let joined = 0;
  for (const cluster of clusterOfGroup) if (++groups[cluster]! === 2) joined++;
  return joined;
}
