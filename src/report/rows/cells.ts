import { formatMac } from '../../identifiers/mac';
import { codeAt, lastActivityAt, macsAt, sourcesAt, textAt } from '../../model/columns';
import type { Dataset } from '../../model/dataset';
import type { Grouping } from '../../model/grouping';
import { RULE_IDS, RULE_LABELS, type RuleId } from '../../model/rule';
import { type AssetLine, TABLE_COLUMNS, type TableColumnId } from '../../model/table';
import type { AssetIndex, EpochMilliseconds, GroupIndex } from '../../model/units';

/** What the cells of one row hold: texts as they are, times as times, numbers as numbers. */
export type Cells = AssetLine['cells'];

/** Between several values in one cell. */
export const LIST_SEPARATOR = ', ';

/** The sources of an asset in the order of the record, each once. */
export function sourceNames(dataset: Dataset, asset: AssetIndex): string[] {
  return [...new Set(sourcesAt(dataset.columns.sources, asset).map((source) => source.source))];
}

/** The rule under which a group was found. */
export function ruleOf(grouping: Grouping, group: GroupIndex): RuleId {
  return RULE_IDS[grouping.rules[group]!]!;
}

/** The value that a group shares, as people write it. Results as JSON have the canonical one. */
export function sharedValue(grouping: Grouping, group: GroupIndex): string {
  const value = textAt(grouping.values, group);
  return ruleOf(grouping, group) === 'macAddress' ? colons(value) : value;
}

/** The row of one asset in one group. */
export function cellsOf(dataset: Dataset, grouping: Grouping, asset: AssetIndex, group: GroupIndex): Cells {
  const { columns } = dataset;
  return {
    assetId: textAt(columns.assetId, asset),
    address: textAt(columns.address, asset),
    dnsName: textAt(columns.dnsName, asset),
    assetName: textAt(columns.assetName, asset),
    source: sourceNames(dataset, asset).join(LIST_SEPARATOR),
    lastActivity: lastActivityAt(columns.sources, asset),
    netbiosName: textAt(columns.netbiosName, asset),
    macAddresses: Array.from(macsAt(columns.macAddresses, asset), formatMac).join(LIST_SEPARATOR),
    operatingSystem: codeAt(columns.operatingSystem, asset),
    matchedOn: RULE_LABELS[ruleOf(grouping, group)],
    sharedValue: sharedValue(grouping, group),
    group: group + 1,
    cluster: grouping.clusters[group]! + 1,
  };
}

/** A cell as text: for the clipboard, for CSV and for searching. Times in UTC, to the second. */
export function cellText(cells: Cells, column: TableColumnId): string {
  const cell = cells[column];
  if (typeof cell === 'string') return cell;
  return TABLE_COLUMNS[column].kind === 'time' ? timeText(cell) : String(cell);
}

/** `2026-05-25 14:21:10`, UTC; "" for never. */
export function timeText(time: EpochMilliseconds): string {
  if (!(Math.abs(time) <= 8.64e15)) return '';
  return new Date(time)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '');
}

function colons(digits: string): string {
  return digits.length === 12 ? digits.replace(/(..)(?=.)/g, '$1:') : digits;
}
