import { itemStart } from '../model/columns';
import type { Grouping } from '../model/grouping';

/** A row is one asset in one group: its number is the member's place in `grouping.members`. */
export type RowIndex = number;

const groupsOfRows = new WeakMap<Grouping, Uint32Array>();

/** The group of each row, made once for each result. */
export function groupOfRows(grouping: Grouping): Uint32Array {
  let groups = groupsOfRows.get(grouping);
  if (!groups) {
    groups = new Uint32Array(grouping.members.length);
    for (let group = 0; group < grouping.stops.length; group++) {
      groups.fill(group, itemStart(grouping.stops, group), grouping.stops[group]!);
    }
    groupsOfRows.set(grouping, groups);
  }
  return groups;
}
