import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import { RULE_IDS } from '../model/rule';
import type { Slices } from '../model/slices';
import type { TableQuery } from '../model/table';
import type { GroupIndex } from '../model/units';
import { type NamedNumbers, namedNumbers } from '../wording/search-words';
import { findRows } from './search';

/** Rows that the query shows, in the order of detection. */
export async function rowsShown(
  dataset: Dataset,
  grouping: Grouping,
  query: Pick<TableQuery, 'search' | 'rules' | 'overlap' | 'matching' | 'cluster' | 'group'>,
  slices: Slices,
): Promise<Uint32Array> {
  const named = namedNumbers(query.search);
  const found = await findRows(dataset, grouping, named.rest, slices);
  const matching = query.matching === null ? 0 : 1 << RULE_IDS.indexOf(query.matching);
  const isGroupShown = groupFilter(grouping, query, named);
  const { members, stops, rulesOfAsset } = grouping;
  const rows = new Uint32Array(members.length);
  let count = 0;
  for (let group = 0, row = 0; group < stops.length; group++) {
    const stop = stops[group]!;
    if (isGroupShown(group)) {
      for (; row < stop; row++) {
        if (found !== null && found[row] === 0) continue;
        const bits = rulesOfAsset[members[row]!]!;
        if (query.overlap !== null && bits !== query.overlap) continue;
        if ((bits & matching) !== matching) continue;
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
  query: Pick<TableQuery, 'rules' | 'cluster' | 'group'>,
  named: NamedNumbers,
): (group: GroupIndex) => boolean {
  const isRuleShown = RULE_IDS.map((rule) => query.rules === null || query.rules.includes(rule));
  const { rules, clusters } = grouping;
  const onlyGroup = query.group ?? named.group;
  const onlyCluster = query.cluster ?? named.cluster;
  // A number in the search that is another than the filter's leaves nothing.
  const isNothing =
    (named.group !== null && named.group !== onlyGroup) ||
    (named.cluster !== null && named.cluster !== onlyCluster);
  if (isNothing) return () => false;
  return (group) =>
    isRuleShown[rules[group]!]! &&
    (onlyGroup === null || onlyGroup === group) &&
    (onlyCluster === null || onlyCluster === clusters[group]);
}
