import { itemStart, lastActivityAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import type { Watch } from '../model/progress';
import { Slices } from '../model/slices';
import type { ClusterLine, ClusterQuery, ClusterSort } from '../model/table';
import type { ClusterIndex } from '../model/units';
import { assetTitle } from '../wording/asset-title';
import { groupOfRows } from './row-groups';
import { rowsShown } from './rows-shown';
import { WHOLE_TABLE } from './table';

/** How many of a cluster's assets its line names. */
const NAMES = 5;

/** The list of clusters under one search and order. */
export interface ClusterList {
  readonly size: number;
  lines(from: number, count: number): ClusterLine[];
}

/** What is known of every cluster, by its index. */
interface ClusterFacts {
  readonly groups: Uint32Array;
  readonly rules: Uint8Array;
  readonly newest: Float64Array;
}

/**
 * Opens the list of clusters: those in which some row has every word of `search`, most first where sorted.
 * Clusters without any time come last by `newest`; equal ones stay in the order of detection.
 */
export async function openClusters(
  dataset: Dataset,
  grouping: Grouping,
  { sort, search, joined }: ClusterQuery,
  watch: Watch,
): Promise<ClusterList> {
  const slices = new Slices(watch);
  const facts = await clusterFacts(dataset, grouping, slices);
  const found = await clustersShown(dataset, grouping, search, slices);
  const shown = joined ? found.filter((cluster) => facts.groups[cluster]! > 1) : found;
  if (sort !== 'order') {
    const weight = weightFor(grouping, facts, sort);
    // Array.prototype.sort is stable; half a million clusters take about 0.2 s.
    shown.sort((a, b) => weight(b) - weight(a) || a - b);
  }
  return {
    size: shown.length,
    lines: (from, count) =>
      Array.from(shown.subarray(Math.max(from, 0), Math.max(from, 0) + count), (cluster) =>
        clusterLine(dataset, grouping, facts, cluster),
      ),
  };
}

async function clusterFacts(dataset: Dataset, grouping: Grouping, slices: Slices): Promise<ClusterFacts> {
  const { clusterStops, clusterMembers, clusters } = grouping;
  const groups = new Uint32Array(clusterStops.length);
  const rules = new Uint8Array(clusterStops.length);
  for (let group = 0; group < clusters.length; group++) {
    const cluster = clusters[group]!;
    groups[cluster]!++;
    rules[cluster]! |= 1 << grouping.rules[group]!;
  }
  const newest = new Float64Array(clusterStops.length).fill(Number.NaN);
  for (let cluster = 0, at = 0; cluster < clusterStops.length; cluster++) {
    for (; at < clusterStops[cluster]!; at++) {
      const time = lastActivityAt(dataset.columns.sources, clusterMembers[at]!);
      if (!Number.isNaN(time) && !(newest[cluster]! >= time)) newest[cluster] = time;
    }
    if ((cluster & 255) === 0 && slices.due) await slices.rest();
  }
  return { groups, rules, newest };
}

async function clustersShown(
  dataset: Dataset,
  grouping: Grouping,
  search: string,
  slices: Slices,
): Promise<Uint32Array> {
  const count = grouping.clusterStops.length;
  if (search.trim() === '') return Uint32Array.from({ length: count }, (_, cluster) => cluster);
  const rows = await rowsShown(dataset, grouping, { ...WHOLE_TABLE, search }, slices);
  const groupOf = groupOfRows(grouping);
  const found = new Uint8Array(count);
  for (const row of rows) found[grouping.clusters[groupOf[row]!]!] = 1;
  return Uint32Array.from({ length: count }, (_, cluster) => cluster).filter(
    (cluster) => found[cluster] === 1,
  );
}

function weightFor(
  grouping: Grouping,
  facts: ClusterFacts,
  sort: Exclude<ClusterSort, 'order'>,
): (cluster: ClusterIndex) => number {
  if (sort === 'assets') return (cluster) => clusterSize(grouping, cluster);
  if (sort === 'groups') return (cluster) => facts.groups[cluster]!;
  // Finite, since the difference of two infinities is no number.
  return (cluster) => (Number.isNaN(facts.newest[cluster]!) ? -Number.MAX_VALUE : facts.newest[cluster]!);
}

function clusterSize(grouping: Grouping, cluster: ClusterIndex): number {
  return grouping.clusterStops[cluster]! - itemStart(grouping.clusterStops, cluster);
}

function clusterLine(
  dataset: Dataset,
  grouping: Grouping,
  facts: ClusterFacts,
  cluster: ClusterIndex,
): ClusterLine {
  const start = itemStart(grouping.clusterStops, cluster);
  const assets = clusterSize(grouping, cluster);
  const named = grouping.clusterMembers.subarray(start, start + Math.min(assets, NAMES));
  return {
    cluster,
    assets,
    groups: facts.groups[cluster]!,
    rules: facts.rules[cluster]!,
    names: Array.from(named, (asset) => assetTitle(dataset, asset)),
    newest: facts.newest[cluster]!,
  };
}
