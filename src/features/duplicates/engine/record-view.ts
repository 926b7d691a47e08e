import { itemStart, itemStop } from '../../../model/columns';
import { groupMembers } from '../../../model/grouping';
import type { AssetIndex } from '../../../model/units';
import { compareAssets, tiesOfCluster } from '../../../tables/comparison/compare';
import { outcomeOf } from '../../../worker/outcomes';
import type { Session } from '../../../worker/session';
import type { DuplicatesCalls } from '../calls';
import { readOriginalRecord } from './original-record';

/** Assets beside each other at a time; more columns than that nobody reads. */
const MOST_COMPARED = 20;
/** Of a cluster fewer: where many assets are joined, what joins them says more than columns that all differ. */
const MOST_OF_CLUSTER = 8;
const MOST_TIES = 10;

/** Assets shown whole: compared within a group or a cluster, and as they stand in their file. */
export function createRecordView(
  session: Session,
): Pick<DuplicatesCalls, 'compareGroup' | 'compareCluster' | 'originalRecord'> {
  return {
    compareGroup: (group, first) =>
      outcomeOf('Comparing the assets', () => {
        const { dataset, grouping } = session.requireOpen();
        const members = groupMembers(grouping, group);
        const shown = firstAssets(members, first, MOST_COMPARED);
        return compareAssets(dataset, grouping, shown, members.length - shown.length, group);
      }),
    compareCluster: (cluster) =>
      outcomeOf('Comparing the assets', () => {
        const { dataset, grouping } = session.requireOpen();
        const { clusterMembers, clusterStops } = grouping;
        const members = clusterMembers.subarray(
          itemStart(clusterStops, cluster),
          itemStop(clusterStops, cluster),
        );
        const shown = firstAssets(members, null, MOST_OF_CLUSTER);
        const comparison = compareAssets(dataset, grouping, shown, members.length - shown.length);
        return { ...comparison, ties: tiesOfCluster(grouping, cluster, MOST_TIES) };
      }),
    originalRecord: (asset) =>
      outcomeOf('Reading the record', () => {
        const { dataset, sources } = session.requireOpen();
        return readOriginalRecord(dataset, sources, asset);
      }),
  };
}

/** The first so many, `first` in front if it is among them. */
function firstAssets(members: Uint32Array, first: AssetIndex | null, most: number): AssetIndex[] {
  const front = first !== null && members.includes(first) ? [first] : [];
  const others = members.subarray(0, most + 1).filter((asset) => asset !== front[0]);
  return [...front, ...others].slice(0, most);
}
