import { UnionFind } from '../arrays/union-find';
import type { Slices } from './time-slice';

/** The clusters of a `Grouping`. */
export interface Clusters {
  readonly clusters: Uint32Array;
  readonly clusterStops: Uint32Array;
  readonly clusterMembers: Uint32Array;
  readonly clusterOfAsset: Int32Array;
}

/** Groups between two looks at the clock. */
const BLOCK = 8192;

/** Joins the assets of each group; clusters come in order of their first group, their assets in dataset order. */
export async function findClusters(
  stops: Uint32Array,
  members: Uint32Array,
  assets: number,
  slices: Slices,
): Promise<Clusters> {
  const joined = new UnionFind(assets);
  for (let first = 0; first < stops.length; first += BLOCK) {
    joinGroups(joined, stops, members, first, Math.min(stops.length, first + BLOCK));
    await slices.next();
  }
  const clusterOfAsset = new Int32Array(assets).fill(-1);
  const clusters = new Uint32Array(stops.length);
  const count = numberClusters(joined, stops, members, clusters, clusterOfAsset);
  await slices.next();
  const clusterStops = new Uint32Array(count);
  const total = placeMembers(clusters, stops, members, clusterOfAsset, clusterStops);
  await slices.next();
  const clusterMembers = new Uint32Array(total);
  listMembers(clusterOfAsset, clusterStops, clusterMembers);
  return { clusters, clusterOfAsset, clusterStops, clusterMembers };
}

// Each loop is a function of its own: V8 compiles no loop well that awaits, or that runs once after another.

function joinGroups(
  joined: UnionFind,
  stops: Uint32Array,
  members: Uint32Array,
  from: number,
  to: number,
): void {
  for (let group = from; group < to; group++) {
    let at = group === 0 ? 0 : stops[group - 1]!;
    const first = members[at]!;
    for (at++; at < stops[group]!; at++) joined.join(first, members[at]!);
  }
}

/** Gives each group its cluster, in order of first groups, and answers how many there are. */
function numberClusters(
  joined: UnionFind,
  stops: Uint32Array,
  members: Uint32Array,
  clusters: Uint32Array,
  clusterOfRoot: Int32Array,
): number {
  let count = 0;
  for (let group = 0, at = 0; group < stops.length; group++) {
    const root = joined.root(members[at]!);
    if (clusterOfRoot[root] === -1) clusterOfRoot[root] = count++;
    clusters[group] = clusterOfRoot[root]!;
    at = stops[group]!;
  }
  return count;
}

/** Gives each member its group's cluster, and each cluster the place of its first asset; answers how many assets. */
function placeMembers(
  clusters: Uint32Array,
  stops: Uint32Array,
  members: Uint32Array,
  clusterOfAsset: Int32Array,
  starts: Uint32Array,
): number {
  for (let group = 0, at = 0; group < stops.length; group++) {
    const cluster = clusters[group]!;
    for (; at < stops[group]!; at++) clusterOfAsset[members[at]!] = cluster;
  }
  for (let asset = 0; asset < clusterOfAsset.length; asset++) {
    const cluster = clusterOfAsset[asset]!;
    if (cluster >= 0) starts[cluster]!++;
  }
  let total = 0;
  for (let cluster = 0; cluster < starts.length; cluster++) {
    const size = starts[cluster]!;
    starts[cluster] = total;
    total += size;
  }
  return total;
}

/** Lists each cluster's assets in dataset order; `next` goes from where clusters begin to where they end. */
function listMembers(clusterOfAsset: Int32Array, next: Uint32Array, members: Uint32Array): void {
  for (let asset = 0; asset < clusterOfAsset.length; asset++) {
    const cluster = clusterOfAsset[asset]!;
    if (cluster >= 0) members[next[cluster]!++] = asset;
  }
}
