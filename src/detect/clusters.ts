import type { Slices } from './slices';

/** Assets joined by groups: a forest in which every asset points towards its cluster's first-found root. */
export class Joined {
  readonly #parents: Uint32Array;

  constructor(assets: number) {
    this.#parents = new Uint32Array(assets);
    for (let asset = 0; asset < assets; asset++) this.#parents[asset] = asset;
  }

  /** The asset that stands for all that are joined with this one. */
  root(asset: number): number {
    const parents = this.#parents;
    let at = asset;
    while (parents[at] !== at) {
      // Halving the path as we walk keeps it short whatever the order of joins.
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const first = this.root(a);
    const second = this.root(b);
    // Always to the smaller root: the result does not depend on the order.
    if (first < second) this.#parents[second] = first;
    else this.#parents[first] = second;
  }
}

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
  const joined = new Joined(assets);
  for (let group = 0, at = 0; group < stops.length; group++) {
    const first = members[at]!;
    for (at++; at < stops[group]!; at++) joined.join(first, members[at]!);
    if (group % BLOCK === 0) await slices.next();
  }
  const clusterOfAsset = new Int32Array(assets).fill(-1);
  const clusters = new Uint32Array(stops.length);
  let count = 0;
  for (let group = 0; group < stops.length; group++) {
    const root = joined.root(members[group === 0 ? 0 : stops[group - 1]!]!);
    if (clusterOfAsset[root] === -1) clusterOfAsset[root] = count++;
    clusters[group] = clusterOfAsset[root]!;
  }
  await slices.next();
  for (let at = 0; at < members.length; at++) {
    clusterOfAsset[members[at]!] = clusterOfAsset[joined.root(members[at]!)]!;
  }
  await slices.next();
  return { clusters, clusterOfAsset, ...listClusters(clusterOfAsset, count) };
}

function listClusters(clusterOfAsset: Int32Array, count: number) {
  const next = new Uint32Array(count + 1);
  for (let asset = 0; asset < clusterOfAsset.length; asset++) {
    const cluster = clusterOfAsset[asset]!;
    if (cluster >= 0) next[cluster + 1]!++;
  }
  for (let cluster = 0; cluster < count; cluster++) next[cluster + 1]! += next[cluster]!;
  const clusterMembers = new Uint32Array(next[count]!);
  for (let asset = 0; asset < clusterOfAsset.length; asset++) {
    const cluster = clusterOfAsset[asset]!;
    if (cluster >= 0) clusterMembers[next[cluster]!++] = asset;
  }
  return { clusterStops: next.slice(0, count), clusterMembers };
}
