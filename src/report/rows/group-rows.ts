import { itemStart } from '../../model/columns';
import type { Dataset } from '../../model/dataset';
import type { Grouping } from '../../model/grouping';
import { RULE_IDS } from '../../model/rule';
import type { Slices } from '../../model/slices';
import type { TableQuery } from '../../model/table';
import type { GroupIndex } from '../../model/units';
import { findWords } from './search';

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

/** Rows that the query shows, in the order of detection. */
export async function rowsShown(
  dataset: Dataset,
  grouping: Grouping,
  query: Pick<TableQuery, 'search' | 'rules' | 'overlap' | 'cluster'>,
  slices: Slices,
): Promise<Uint32Array> {
  const words = await findWords(dataset, grouping, query.search, slices);
  const isGroupShown = groupFilter(grouping, query);
  const { members, stops, rulesOfAsset } = grouping;
  const rows = new Uint32Array(members.length);
  let count = 0;
  for (let group = 0, row = 0; group < stops.length; group++) {
    const stop = stops[group]!;
    if (isGroupShown(group)) {
      for (; row < stop; row++) {
        const asset = members[row]!;
        if (query.overlap !== null && rulesOfAsset[asset] !== query.overlap) continue;
        let found = true;
        for (const hits of words) found &&= hits.assets[asset] === 1 || hits.groups[group] === 1;
        if (found) rows[count++] = row;
      }
    }
    row = stop;
    if ((group & 1023) === 0 && slices.due) await slices.rest();
  }
  return count === rows.length ? rows : rows.slice(0, count);
}

function groupFilter(
  grouping: Grouping,
  query: Pick<TableQuery, 'rules' | 'cluster'>,
): (group: GroupIndex) => boolean {
  const isRuleShown = RULE_IDS.map((rule) => query.rules === null || query.rules.includes(rule));
  return (group) =>
    isRuleShown[grouping.rules[group]!]! &&
    (query.cluster === null || grouping.clusters[group] === query.cluster);
}
