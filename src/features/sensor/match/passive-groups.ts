import { UnionFind } from '../../../arrays/union-find';
import type { Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import { sensorKey } from '../read/mobile';
import { eachInSlices } from '../time-slice';
import type { KeyIndex } from './key-index';
import { CRITERION } from './managed-match';
import { CLASS, type Matching, type PoolIndexes } from './matching';

/** Passive assets that are one device. */
export interface PassiveGroups {
  /** `CRITERION` by which an asset joins another one, for each asset of the dataset. */
  readonly criteria: Uint8Array;
  /** The group of each asset of the dataset, -1 for none; groups are in order of their first asset. */
  readonly ofAsset: Int32Array;
  readonly stops: Uint32Array;
  readonly members: Uint32Array;
}

/**
 * Joins passive assets (Qualys, "De-duplication Within Unmanaged Assets"): the same MAC; the same host name if
 * neither is mobile; the same IP in the same network, reported by different sensors, if neither has a learnt
 * MAC and, unless the address is static, both were seen within the window.
 */
export async function groupPassive(
  matching: Matching,
  pool: PoolIndexes,
  watch: Watch,
): Promise<PassiveGroups> {
  const joins = new JoinedAssets(matching.classes.length);
  const { isMobile } = matching;
  await eachKey(pool.mac, watch, (members) => joins.all(members, CRITERION.macAddress));
  await eachKey(pool.hostname, watch, (members) =>
    joins.all(
      members.filter((asset) => !isMobile(asset)),
      CRITERION.hostname,
    ),
  );
  await eachKey(pool.networkAddress, watch, (members, pair) =>
    joinByAddress(matching, members, matching.addresses.windows[pair]!, joins),
  );
  return joins.groups(pool.members);
}

async function eachKey(
  index: KeyIndex,
  watch: Watch,
  turn: (members: Uint32Array, key: number) => void,
): Promise<void> {
  const { ids, starts } = index.lists;
  await eachInSlices(starts.length - 1, watch, 'Comparing passive assets', (key) => {
    const start = starts[key]!;
    const stop = starts[key + 1]!;
    if (stop - start > 1) turn(ids.subarray(start, stop), key);
  });
}

/**
 * Members are ordered by last seen. Within one window, members of two or more sensors are all joined through
 * each other, so the next one needs only one of them; members of one sensor alone are not joined, and the
 * first one of another sensor joins them all. So each member is joined at most twice: linear.
 */
function joinByAddress(matching: Matching, members: Uint32Array, window: number, joins: JoinedAssets): void {
  const { lastSeen } = matching.timing;
  const fixed = window === Number.POSITIVE_INFINITY;
  const known = fixed ? members : members.filter((asset) => !Number.isNaN(lastSeen[asset]!));
  const sensors = Array.from(known, (asset) => sensorKey(matching.inventory.dataset, asset));
  const counts = new Map<string, number>();
  let from = 0;
  // Where the run of members of one sensor that ends before `at` starts.
  let run = 0;
  for (let at = 0; at < known.length; at++) {
    if (at > 1 && sensors[at - 1] !== sensors[at - 2]) run = at - 1;
    const sensor = sensors[at]!;
    while (!fixed && lastSeen[known[at]!]! - lastSeen[known[from]!]! > window) {
      const left = counts.get(sensors[from]!)! - 1;
      if (left === 0) counts.delete(sensors[from]!);
      else counts.set(sensors[from]!, left);
      from++;
    }
    if (counts.size > 1) {
      const other = sensors[at - 1] === sensor ? run - 1 : at - 1;
      joins.two(known[at]!, known[other]!, CRITERION.ipAddress);
    } else if (counts.size === 1 && !counts.has(sensor)) {
      for (let before = from; before < at; before++)
        joins.two(known[at]!, known[before]!, CRITERION.ipAddress);
    }
    counts.set(sensor, (counts.get(sensor) ?? 0) + 1);
  }
}

/** Assets of a dataset that are joined, with the strongest criterion by which each was. */
class JoinedAssets {
  private readonly sets: UnionFind;
  private readonly criteria: Uint8Array;

  constructor(size: number) {
    this.sets = new UnionFind(size);
    this.criteria = new Uint8Array(size);
  }

  all(members: Uint32Array, criterion: number): void {
    for (let at = 1; at < members.length; at++) this.two(members[at - 1]!, members[at]!, criterion);
  }

  /** Criteria come strongest first: one that an asset has stays. */
  two(first: AssetIndex, second: AssetIndex, criterion: number): void {
    if (this.criteria[first] === 0) this.criteria[first] = criterion;
    if (this.criteria[second] === 0) this.criteria[second] = criterion;
    this.sets.join(first, second);
  }

  groups(pool: Uint32Array): PassiveGroups {
    const ofAsset = new Int32Array(this.criteria.length).fill(-1);
    const sizes: number[] = [];
    for (const asset of pool) {
      if (this.criteria[asset] === 0) continue;
      const root = this.sets.root(asset);
      if (root === asset) ofAsset[asset] = sizes.push(0) - 1;
      ofAsset[asset] = ofAsset[root]!;
      sizes[ofAsset[asset]!]!++;
    }
    let stop = 0;
    const stops = Uint32Array.from(sizes, (size) => (stop += size));
    const next = Uint32Array.from(stops, (end, group) => end - sizes[group]!);
    const members = new Uint32Array(stop);
    for (const asset of pool) {
      if (ofAsset[asset]! >= 0) members[next[ofAsset[asset]!]!++] = asset;
    }
    return { criteria: this.criteria, ofAsset, stops, members };
  }
}

/** Whether an asset may be joined by its address at all. */
export function joinsByAddress(matching: Matching, asset: AssetIndex): boolean {
  return matching.classes[asset] === CLASS.passive && !matching.hasMac(asset);
}
