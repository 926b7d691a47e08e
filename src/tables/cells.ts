import { formatMac } from '../identifiers/mac';
import { formatValue } from '../identifiers/shared-value';
import {
  codeAt,
  codesAt,
  lastActivityAt,
  macsAt,
  sourcesAt,
  textAt,
  textsAt,
  timeAt,
} from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import { RULE_IDS, RULE_LABELS, type RuleId } from '../model/rule';
import {
  isTimeColumn,
  TABLE_COLUMN_IDS,
  TABLE_COLUMNS,
  type TableCells,
  type TableColumnId,
} from '../model/table-columns';
import type { CellSource } from '../model/table-columns/column';
import type { AssetIndex, EpochMilliseconds, GroupIndex } from '../model/units';

/** What the cells of one row hold: texts as they are, times as times, numbers as numbers. */
export type Cells = TableCells;

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
  return formatValue(ruleOf(grouping, group), textAt(grouping.values, group));
}

/** Reads one cell of the row of one asset in one group. */
type CellReader = (
  dataset: Dataset,
  grouping: Grouping,
  asset: AssetIndex,
  group: GroupIndex,
) => string | number;

function readerOf(cells: CellSource): CellReader {
  switch (cells.from) {
    case 'text':
      return ({ columns }, _, asset) => textAt(columns[cells.field], asset);
    case 'texts':
      return ({ columns }, _, asset) => textsAt(columns[cells.field], asset).join(LIST_SEPARATOR);
    case 'code':
      return ({ columns }, _, asset) => codeAt(columns[cells.field], asset);
    case 'codes':
      return ({ columns }, _, asset) => codesAt(columns[cells.field], asset).join(LIST_SEPARATOR);
    case 'macs':
      return ({ columns }, _, asset) =>
        Array.from(macsAt(columns[cells.field], asset), formatMac).join(LIST_SEPARATOR);
    case 'time':
      return ({ columns }, _, asset) => timeAt(columns[cells.field], asset);
    case 'sourceNames':
      return (dataset, _, asset) => sourceNames(dataset, asset).join(LIST_SEPARATOR);
    case 'lastActivity':
      return ({ columns }, _, asset) => lastActivityAt(columns[cells.field], asset);
    case 'rule':
      return (_, grouping, __, group) => RULE_LABELS[ruleOf(grouping, group)];
    case 'value':
      return (_, grouping, __, group) => sharedValue(grouping, group);
    case 'groupNumber':
      return (_, __, ___, group) => group + 1;
    case 'clusterNumber':
      return (_, grouping, __, group) => grouping.clusters[group]! + 1;
  }
}

const READERS = Object.fromEntries(
  TABLE_COLUMN_IDS.map((column) => [column, readerOf(TABLE_COLUMNS[column].cells)]),
) as Readonly<Record<TableColumnId, CellReader>>;

/** The row of one asset in one group. */
export function cellsOf(dataset: Dataset, grouping: Grouping, asset: AssetIndex, group: GroupIndex): Cells {
  const cells = TABLE_COLUMN_IDS.map((column) => [column, READERS[column](dataset, grouping, asset, group)]);
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
  const cell = READERS[column](dataset, grouping, asset, group);
  if (typeof cell === 'string') return cell;
  return isTimeColumn(column) ? timeText(cell) : String(cell);
}

/** `2026-05-25 14:21:10`, UTC; "" for never. */
export function timeText(time: EpochMilliseconds): string {
  if (!(Math.abs(time) <= 8.64e15)) return '';
  return new Date(time)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '');
}
