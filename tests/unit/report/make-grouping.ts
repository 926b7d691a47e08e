import type { Dataset } from '../../../src/model/dataset';
import type { Grouping, GroupingSummary } from '../../../src/model/grouping';
import { ALL_RULES, mapRules, RULE_IDS, type RuleId } from '../../../src/model/rule';
import { encodeText } from '../../../src/model/text';

/** A group as a test writes it. */
export interface PlainGroup {
  readonly rule: RuleId;
  readonly value: string;
  readonly members: readonly number[];
}

/**
 * Builds a grouping from plain groups, slowly and obviously; clusters are what the groups join. Fields match in a group
 * as far as other groups show it.
 */
export function makeGrouping(
  dataset: Dataset,
  groups: readonly PlainGroup[],
  more: Partial<Pick<Grouping, 'ignored' | 'sharedWidely'>> = {},
): Grouping {
  const clusterOfAsset = new Int32Array(dataset.size).fill(-1);
  const rulesOfAsset = new Uint8Array(dataset.size);
  const first = joined(dataset.size, groups);
  const firsts = [...new Set(groups.map((group) => first[group.members[0]!]!))];
  const clusters = firsts.map((root) => first.flatMap((of, asset) => (of === root ? [asset] : [])));
  clusters.forEach((assets, cluster) => {
    for (const asset of assets) clusterOfAsset[asset] = cluster;
  });
  for (const { rule, members } of groups) {
    for (const asset of members) rulesOfAsset[asset]! |= 1 << RULE_IDS.indexOf(rule);
  }
  const values = groups.map((group) => encodeText(group.value));
  return {
    rules: Uint8Array.from(groups, (group) => RULE_IDS.indexOf(group.rule)),
    stops: sums(groups.map((group) => group.members.length)),
    members: Uint32Array.from(groups.flatMap((group) => group.members)),
    values: {
      kind: 'text',
      bytes: Uint8Array.from(values.flatMap((value) => [...value])),
      ends: sums(values.map((value) => value.length)),
    },
    clusters: Uint32Array.from(groups, (group) => clusterOfAsset[group.members[0]!]!),
    clusterStops: sums(clusters.map((cluster) => cluster.length)),
    clusterMembers: Uint32Array.from(clusters.flat()),
    clusterOfAsset,
    rulesOfAsset,
    rulesOfRow: Uint8Array.from(
      groups.flatMap(({ members }) =>
        members.map((asset) => bitsOf(groups, members, (both) => both.length > 1 && both.includes(asset))),
      ),
    ),
    rulesOfGroup: Uint8Array.from(groups, ({ members }) =>
      bitsOf(groups, members, (both) => both.length === members.length),
    ),
    ignored: more.ignored ?? [],
    sharedWidely: more.sharedWidely ?? [],
    summary: summaryOf(dataset, groups, rulesOfAsset, clusters.length),
  };
}

/** The rules of the groups with which these assets have such assets in common. */
function bitsOf(
  groups: readonly PlainGroup[],
  members: readonly number[],
  holds: (both: readonly number[]) => boolean,
): number {
  return groups
    .filter((group) => holds(members.filter((asset) => group.members.includes(asset))))
    .reduce((bits, { rule }) => bits | (1 << RULE_IDS.indexOf(rule)), 0);
}

/** Groups by exact values of names, MACs and addresses, without leaving out groups whose pairs are known. */
export function groupPlainly(
  dataset: Dataset,
  texts: (asset: number) => Partial<Record<RuleId, string[]>>,
): PlainGroup[] {
  return RULE_IDS.flatMap((rule) => {
    const found = new Map<string, number[]>();
    for (let asset = 0; asset < dataset.size; asset++) {
      for (const value of new Set(texts(asset)[rule] ?? [])) {
        if (value !== '') found.set(value, [...(found.get(value) ?? []), asset]);
      }
    }
    return [...found].flatMap(([value, members]) => (members.length > 1 ? [{ rule, value, members }] : []));
  });
}

/** The first asset of each asset's cluster. */
function joined(size: number, groups: readonly PlainGroup[]): number[] {
  const first = Array.from({ length: size }, (_, asset) => asset);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { members } of groups) {
      const least = Math.min(...members.map((asset) => first[asset]!));
      for (const asset of members) {
        if (first[asset] === least) continue;
        first[asset] = least;
        changed = true;
      }
    }
  }
  return first;
}

function summaryOf(
  dataset: Dataset,
  groups: readonly PlainGroup[],
  rulesOfAsset: Uint8Array,
  clusters: number,
): GroupingSummary {
  const none = mapRules(() => 0);
  const byRule: Record<RuleId, number> = { ...none };
  for (const { rule } of groups) byRule[rule]++;
  const overlap = Array.from(
    { length: ALL_RULES + 1 },
    (_, bits) => rulesOfAsset.filter((of) => of === bits).length,
  );
  const duplicateAssets = rulesOfAsset.filter((bits) => bits !== 0).length;
  const pairs = new Set(
    groups.flatMap(({ members }) =>
      members.flatMap((a) => members.flatMap((b) => (a < b ? [`${a},${b}`] : []))),
    ),
  );
  return {
    hostAssets: dataset.size,
    duplicateAssets,
    duplicateRatio: dataset.size === 0 ? 0 : Math.round((duplicateAssets / dataset.size) * 1000) / 10,
    groups: groups.length,
    clusters,
    joinedClusters: 0,
    pairs: pairs.size,
    byRule,
    overlap,
    leftOut: 0,
    withValue: none,
  };
}

function sums(counts: readonly number[]): Uint32Array {
  let sum = 0;
  return Uint32Array.from(counts, (count) => {
    sum += count;
    return sum;
  });
}
