import { itemStart, type TextColumn } from './columns';
import type { RuleId } from './rule';
import type { AssetIndex, GroupIndex } from './units';

/**
 * What detection found, as columns: a hundred thousand groups cross no worker as objects.
 * Groups are in the order of reporting; members are in dataset order.
 */
export interface Grouping {
  /** Groups: rule of group `g` is `RULE_IDS[rules[g]]`. */
  readonly rules: Uint8Array;
  /** Group `g` owns `members[stops[g-1] … stops[g])`, asset indices. */
  readonly stops: Uint32Array;
  readonly members: Uint32Array;
  /** The value each group shares, canonical (a MAC as twelve digits). */
  readonly values: TextColumn;
  /** The cluster of each group. */
  readonly clusters: Uint32Array;
  /** Cluster `c` owns `clusterMembers[clusterStops[c-1] … clusterStops[c])`, asset indices. Clusters are in order of their first group. */
  readonly clusterStops: Uint32Array;
  readonly clusterMembers: Uint32Array;
  /** The cluster of each asset, -1 for none. Length: the dataset's size. */
  readonly clusterOfAsset: Int32Array;
  /**
   * The bit of each rule under which the asset shares a value with another, also where the group was not reported
   * because its pairs were before: `1 << RULE_IDS.indexOf(rule)`.
   */
  readonly rulesOfAsset: Uint8Array;
  /** The same of each row (the place in `members`), but only with other assets of the row's group. The group's own rule is always among them. */
  readonly rulesOfRow: Uint8Array;
  /** The bit of each rule under which all assets of the group have one value in common. */
  readonly rulesOfGroup: Uint8Array;
  readonly ignored: readonly IgnoredValue[];
  readonly sharedWidely: readonly WidelySharedValue[];
  readonly summary: GroupingSummary;
}

/** A value that identifies nothing and was therefore kept out, with how many assets have it. */
export interface IgnoredValue {
  readonly rule: RuleId;
  readonly value: string;
  readonly assets: number;
  /** In words, from the list of ignored values. */
  readonly reason: string;
}

/** A value that counted, but that so many assets share that it is hardly an identity: a candidate for the list. */
export interface WidelySharedValue {
  readonly rule: RuleId;
  readonly value: string;
  readonly assets: number;
  readonly group: GroupIndex;
}

/** The figures of docs/contract.md. */
export interface GroupingSummary {
  readonly hostAssets: number;
  readonly duplicateAssets: number;
  /** Percent, one decimal, half up. */
  readonly duplicateRatio: number;
  readonly groups: number;
  readonly clusters: number;
  /** Clusters that more than one group joins: there one look settles several groups. */
  readonly joinedClusters: number;
  /** Distinct pairs of assets that stand together in at least one reported group. Exact up to 2⁵³. */
  readonly pairs: number;
  /**
   * There may be more pairs than `pairs` says, and a group may show none that is new: counting took too long.
   * Happens only where ten thousands of assets share dozens of values each in overlapping ways.
   */
  readonly pairsAtLeast?: true;
  readonly byRule: Readonly<Record<RuleId, number>>;
  /** Assets by the set of rules under which they share a value: index is the bits of `rulesOfAsset`, an entry for each set. */
  readonly overlap: readonly number[];
  /** Assets that the settings left out (only source EASM). They count in no other figure. */
  readonly leftOut: number;
  /** How many assets had a value by rule, before anything was ignored. */
  readonly withValue: Readonly<Record<RuleId, number>>;
}

/** The group's assets, in dataset order, as a view without copying. */
export function groupMembers(grouping: Grouping, group: GroupIndex): Uint32Array {
  return grouping.members.subarray(itemStart(grouping.stops, group), grouping.stops[group]!);
}

/** The groups that each of the assets stands in, in order. One pass over all members, so ask for several assets at once. */
export function groupsOfAssets(
  grouping: Grouping,
  assets: readonly AssetIndex[],
): ReadonlyMap<AssetIndex, readonly GroupIndex[]> {
  const groups = new Map(assets.map((asset) => [asset, [] as GroupIndex[]]));
  const wanted = new Uint8Array(grouping.clusterOfAsset.length);
  for (const asset of assets) wanted[asset] = 1;
  for (let group = 0, at = 0; group < grouping.stops.length; group++) {
    for (; at < grouping.stops[group]!; at++) {
      if (wanted[grouping.members[at]!] === 1) groups.get(grouping.members[at]!)!.push(group);
    }
  }
  return groups;
}
