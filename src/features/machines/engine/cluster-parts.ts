import { itemStart } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Grouping } from '../../../model/grouping';
import type { Judgement } from '../../../model/judgement';
import type { AssetIndex, ClusterIndex } from '../../../model/units';
import { assetTitle } from '../../../wording/asset-title';
import type { ClusterParts } from '../calls';

/** Parts and bridges that are named; more are counted, or left to the list of look-alikes. */
const MOST_NAMED = 30;

/** The machines that a cluster is made of, and the values that join them though they are different machines. */
export function clusterParts(
  dataset: Dataset,
  { clusterStops, clusterMembers, clusterOfAsset }: Grouping,
  { machines, machineOfAsset, apart }: Judgement,
  cluster: ClusterIndex,
): ClusterParts {
  const stop = clusterStops[cluster];
  if (stop === undefined) return { parts: [], more: 0, bridges: [] };
  const members = clusterMembers.subarray(itemStart(clusterStops, cluster), stop);
  const records = new Map<number, number>();
  const alone: AssetIndex[] = [];
  for (const asset of members) {
    const at = machineOfAsset[asset]!;
    if (at < 0 || machines[at]!.strength === 'weak') alone.push(asset);
    else records.set(at, (records.get(at) ?? 0) + 1);
  }
  const judged = [...records].map(([at, count]) => {
    const { id, keep, assets, strength } = machines[at]!;
    return { machine: id, title: assetTitle(dataset, keep ?? assets[0]!), records: count, strength };
  });
  judged.sort((a, b) => b.records - a.records || a.machine - b.machine);
  const single = alone
    .slice(0, MOST_NAMED)
    .map((asset) => ({ machine: null, title: assetTitle(dataset, asset), records: 1, strength: null }));
  const parts = [...judged, ...single].slice(0, MOST_NAMED);
  const bridges = apart.flatMap(({ assets, more, value, cause }, at) =>
    assets.some((asset) => clusterOfAsset[asset] === cluster)
      ? [{ value, cause, entry: at + 1, machines: assets.length + more }]
      : [],
  );
  bridges.sort((a, b) => b.machines - a.machines);
  return {
    parts,
    more: judged.length + alone.length - parts.length,
    bridges: bridges.slice(0, MOST_NAMED),
  };
}
