import * as v from 'valibot';
import type { Grouping } from '../model/grouping';
import { RULE_IDS } from '../model/rule';
import type { Numbers } from './arrays';

/** The arrays of a grouping that are stored; the cluster of each asset follows from the clusters' members. */
export function partsOf(grouping: Grouping): Record<string, Numbers> {
  const { rules, stops, members, values, clusters, clusterStops, clusterMembers } = grouping;
  const { rulesOfAsset, rulesOfRow, rulesOfGroup } = grouping;
  const { bytes, ends } = values;
  return {
    rules,
    stops,
    members,
    bytes,
    ends,
    clusters,
    clusterStops,
    clusterMembers,
    rulesOfAsset,
    rulesOfRow,
    rulesOfGroup,
  };
}

const WHOLE = v.pipe(v.number(), v.integer(), v.minValue(0));
const RULE = v.picklist(RULE_IDS);
const BY_RULE = v.strictObject(v.entriesFromList(RULE_IDS, WHOLE));

const FIGURES = v.object({
  ignored: v.array(v.strictObject({ rule: RULE, value: v.string(), assets: WHOLE, reason: v.string() })),
  sharedWidely: v.array(v.strictObject({ rule: RULE, value: v.string(), assets: WHOLE, group: WHOLE })),
  summary: v.strictObject({
    hostAssets: WHOLE,
    duplicateAssets: WHOLE,
    duplicateRatio: v.number(),
    groups: WHOLE,
    clusters: WHOLE,
    joinedClusters: WHOLE,
    pairs: v.number(),
    pairsAtLeast: v.exactOptional(v.literal(true)),
    byRule: BY_RULE,
    overlap: v.pipe(v.array(WHOLE), v.length(2 ** RULE_IDS.length)),
    leftOut: WHOLE,
    withValue: BY_RULE,
  }),
});

/**
 * Puts a grouping together again, or throws where detection could not have found it in a dataset of that size:
 * every number leads somewhere, so that nothing that reads it can fail. Sums have shown before that the bytes are
 * those that were written.
 */
export function groupingFrom(
  parts: Readonly<Record<string, Numbers>>,
  figures: unknown,
  size: number,
): Grouping {
  const { ignored, sharedWidely, summary } = v.parse(FIGURES, figures);
  const rules = bytesIn(parts, 'rules');
  const [stops, members, ends] = [
    numbersIn(parts, 'stops'),
    numbersIn(parts, 'members'),
    numbersIn(parts, 'ends'),
  ];
  const [clusters, clusterStops] = [numbersIn(parts, 'clusters'), numbersIn(parts, 'clusterStops')];
  const clusterMembers = numbersIn(parts, 'clusterMembers');
  const bytes = bytesIn(parts, 'bytes');
  const matching = [
    bytesIn(parts, 'rulesOfAsset'),
    bytesIn(parts, 'rulesOfRow'),
    bytesIn(parts, 'rulesOfGroup'),
  ] as const;
  const [rulesOfAsset, rulesOfRow, rulesOfGroup] = matching;
  const groups = stops.length;
  requireFit(rules.length === groups && clusters.length === groups && ends.length === groups, 'groups');
  requireFit(summary.groups === groups && summary.clusters === clusterStops.length, 'figures');
  requireFit(rulesOfAsset.length === size && summary.hostAssets + summary.leftOut === size, 'size');
  requireFit(rulesOfRow.length === members.length && rulesOfGroup.length === groups, 'rows');
  requireFit(allBelow(rules, RULE_IDS.length), 'rules');
  requireFit(
    matching.every((bits) => allBelow(bits, 2 ** RULE_IDS.length)),
    'matching rules',
  );
  requireFit(allBelow(clusters, clusterStops.length), 'clusters');
  requireFit(ascends(ends, bytes.length), 'values');
  requireFit(
    sharedWidely.every(({ group }) => group < groups),
    'widely shared values',
  );
  requireLists(stops, members, size);
  requireLists(clusterStops, clusterMembers, size);
  const clusterOfAsset = clustersOf(clusterStops, clusterMembers, size);
  requireFit(everyoneIn(stops, members, clusters, clusterOfAsset), 'members of clusters');
  return {
    rules,
    stops,
    members,
    values: { kind: 'text', bytes, ends },
    clusters,
    clusterStops,
    clusterMembers,
    clusterOfAsset,
    rulesOfAsset,
    rulesOfRow,
    rulesOfGroup,
    ignored,
    sharedWidely,
    summary: summary as Grouping['summary'],
  };
}

function numbersIn(parts: Readonly<Record<string, Numbers>>, name: string): Uint32Array {
  const part = parts[name];
  if (!(part instanceof Uint32Array)) throw new RangeError(`${name} is missing`);
  return part;
}

function bytesIn(parts: Readonly<Record<string, Numbers>>, name: string): Uint8Array {
  const part = parts[name];
  if (!(part instanceof Uint8Array)) throw new RangeError(`${name} is missing`);
  return part;
}

function requireFit(holds: boolean, what: string): void {
  if (!holds) throw new RangeError(`${what} do not fit`);
}

function allBelow(numbers: Uint8Array | Uint32Array, limit: number): boolean {
  let most = 0;
  for (let at = 0; at < numbers.length; at++) if (numbers[at]! > most) most = numbers[at]!;
  return numbers.length === 0 || most < limit;
}

/** Whether each end is not before the one before it, and the last is the whole. */
function ascends(ends: Uint32Array, whole: number): boolean {
  let before = 0;
  for (let at = 0; at < ends.length; at++) {
    if (ends[at]! < before) return false;
    before = ends[at]!;
  }
  return before === whole;
}

/** Lists of at least two assets each, in dataset order, as groups and clusters are. */
function requireLists(stops: Uint32Array, members: Uint32Array, size: number): void {
  requireFit(ascends(stops, members.length) && allBelow(members, size), 'members');
  for (let list = 0, start = 0; list < stops.length; list++) {
    const stop = stops[list]!;
    requireFit(stop - start >= 2, 'members');
    for (let at = start + 1; at < stop; at++) requireFit(members[at]! > members[at - 1]!, 'members');
    start = stop;
  }
}

/** The cluster of each asset, -1 for none; no asset may be in two. */
function clustersOf(stops: Uint32Array, members: Uint32Array, size: number): Int32Array {
  const clusterOfAsset = new Int32Array(size).fill(-1);
  for (let cluster = 0, at = 0; cluster < stops.length; cluster++) {
    for (; at < stops[cluster]!; at++) {
      requireFit(clusterOfAsset[members[at]!] === -1, 'clusters');
      clusterOfAsset[members[at]!] = cluster;
    }
  }
  return clusterOfAsset;
}

function everyoneIn(
  stops: Uint32Array,
  members: Uint32Array,
  clusters: Uint32Array,
  clusterOfAsset: Int32Array,
): boolean {
  for (let group = 0, at = 0; group < stops.length; group++) {
    for (; at < stops[group]!; at++) if (clusterOfAsset[members[at]!] !== clusters[group]) return false;
  }
  return true;
}
