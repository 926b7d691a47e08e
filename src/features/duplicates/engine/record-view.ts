import { itemStart, itemStop } from '../../../model/columns';
import { groupMembers } from '../../../model/grouping';
import type { AssetIndex, GroupIndex } from '../../../model/units';
import { compareAssets } from '../../../tables/comparison/compare';
import { outcomeOf } from '../../../worker/outcomes';
import type { Session } from '../../../worker/session';
import type { DuplicatesCalls } from '../calls';
import { readOriginalRecord } from './original-record';

/** Assets beside each other at a time; more columns than that nobody reads. */
const MOST_COMPARED = 20;

/** Assets shown whole: compared within a group or a cluster, and as they stand in their file. */
export function createRecordView(
  session: Session,
): Pick<DuplicatesCalls, 'compareGroup' | 'compareCluster' | 'originalRecord'> {
  const compare = (members: Uint32Array, first: AssetIndex | null, group: GroupIndex | null) => {
    const { dataset, grouping } = session.requireOpen();
    const shown = firstAssets(members, first);
    return compareAssets(dataset, grouping, shown, members.length - shown.length, group);
  };
  return {
    compareGroup: (group, first) =>
      outcomeOf('Comparing the assets', () =>
        compare(groupMembers(session.requireOpen().grouping, group), first, group),
      ),
    compareCluster: (cluster) =>
      outcomeOf('Comparing the assets', () => {
        const { clusterMembers, clusterStops } = session.requireOpen().grouping;
        const from = itemStart(clusterStops, cluster);
        return compare(clusterMembers.subarray(from, itemStop(clusterStops, cluster)), null, null);
      }),
    originalRecord: (asset) =>
      outcomeOf('Reading the record', () => {
        const { dataset, sources } = session.requireOpen();
        return readOriginalRecord(dataset, sources, asset);
      }),
  };
}

/** The first so many, `first` in front if it is among them. */
function firstAssets(members: Uint32Array, first: AssetIndex | null): AssetIndex[] {
  const front = first !== null && members.includes(first) ? [first] : [];
  const others = members.subarray(0, MOST_COMPARED + 1).filter((asset) => asset !== front[0]);
  return [...front, ...others].slice(0, MOST_COMPARED);
}
