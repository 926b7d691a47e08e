import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import { RULE_IDS } from '../model/rule';
import type { Slices } from '../model/slices';
import type { TableQuery } from '../model/table';
import type { GroupIndex } from '../model/units';
import { findRows } from './search';

/** Rows that the query shows, in the order of detection. */
export async function rowsShown(
  dataset: Dataset,
  grouping: Grouping,
  query: Pick<TableQuery, 'search' | 'rules' | 'overlap' | 'cluster'>,
  slices: Slices,
): Promise<Uint32Array> {
  const found = await findRows(dataset, grouping, query.search, slices);
  const isGroupShown = groupFilter(grouping, query);
  const { members, stops, rulesOfAsset } = grouping;
  const rows = new Uint32Array(members.length);
  let count = 0;
  for (let group = 0, row = 0; group < stops.length; group++) {
    const stop = stops[group]!;
    if (isGroupShown(group)) {
      for (; row < stop; row++) {
        if (found !== null && found[row] === 0) continue;
        if (query.overlap !== null && rulesOfAsset[members[row]!] !== query.overlap) continue;
        rows[count++] = row;
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
