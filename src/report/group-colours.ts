import type { Grouping } from '../model/grouping';
import type { Table } from '../tables/table';

/**
 * The colour of each group, by its index: 0 blue, 1 peach, alternating along the groups that the report shows,
 * in the order of detection. The same in every report; the group's number stands beside it.
 */
export function toneOfGroups(table: Pick<Table, 'groups'>, grouping: Grouping): Uint8Array {
  const tones = new Uint8Array(grouping.rules.length);
  table.groups.forEach((group, at) => {
    tones[group] = at & 1;
  });
  return tones;
}
