import { formatMac } from '../identifiers/mac';
import { codeAt, lastActivityAt, macsAt, sourcesAt, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import { RULE_IDS, RULE_LABELS, type RuleId } from '../model/rule';
import { type AssetLine, TABLE_COLUMN_IDS, TABLE_COLUMNS, type TableColumnId } from '../model/table';
import type { AssetIndex, EpochMilliseconds, GroupIndex } from '../model/units';

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

/** One cell of the row of one asset in one group. */
const CELLS: {
  readonly [C in TableColumnId]: (
    dataset: Dataset,
    grouping: Grouping,
    asset: AssetIndex,
    group: GroupIndex,
  ) => Cells[C];
} = {
  assetId: ({ columns }, _, asset) => textAt(columns.assetId, asset),
  address: ({ columns }, _, asset) => textAt(columns.address, asset),
  dnsName: ({ columns }, _, asset) => textAt(columns.dnsName, asset),
  assetName: ({ columns }, _, asset) => textAt(columns.assetName, asset),
  source: (dataset, _, asset) => sourceNames(dataset, asset).join(LIST_SEPARATOR),
  lastActivity: ({ columns }, _, asset) => lastActivityAt(columns.sources, asset),
  netbiosName: ({ columns }, _, asset) => textAt(columns.netbiosName, asset),
  macAddresses: ({ columns }, _, asset) =>
    Array.from(macsAt(columns.macAddresses, asset), formatMac).join(LIST_SEPARATOR),
  operatingSystem: ({ columns }, _, asset) => codeAt(columns.operatingSystem, asset),
  matchedOn: (_, grouping, __, group) => RULE_LABELS[ruleOf(grouping, group)],
  sharedValue: (_, grouping, __, group) => sharedValue(grouping, group),
  group: (_, __, ___, group) => group + 1,
  cluster: (_, grouping, __, group) => grouping.clusters[group]! + 1,
};

/** The row of one asset in one group. */
export function cellsOf(dataset: Dataset, grouping: Grouping, asset: AssetIndex, group: GroupIndex): Cells {
  const cells = TABLE_COLUMN_IDS.map((column) => [column, CELLS[column](dataset, grouping, asset, group)]);
  return Object.fromEntries(cells) as Cells;
}

/** A cell as text: for the clipboard and for CSV. Times in UTC, to the second. */
export function cellText(
  dataset: Dataset,
  grouping: Grouping,
  asset: AssetIndex,
  group: GroupIndex,
  column: TableColumnId,
): string {
  const cell = CELLS[column](dataset, grouping, asset, group);
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
