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
import { type AssetCells, type CellSource, isOfAsset } from '../model/table-columns/column';
import type { AssetIndex, EpochMilliseconds, GroupIndex } from '../model/units';
import { matchingText } from '../wording/rules';
import { macsInGroup, rulesInGroup } from './matching-values';

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

/** Reads a cell of the asset's own, as its record has it. */
type AssetCellReader = (dataset: Dataset, asset: AssetIndex) => string | number;

function assetReaderOf(cells: AssetCells): AssetCellReader {
  switch (cells.from) {
    case 'text':
      return ({ columns }, asset) => textAt(columns[cells.field], asset);
    case 'texts':
      return ({ columns }, asset) => textsAt(columns[cells.field], asset).join(LIST_SEPARATOR);
    case 'code':
      return ({ columns }, asset) => codeAt(columns[cells.field], asset);
    case 'codes':
      return ({ columns }, asset) => codesAt(columns[cells.field], asset).join(LIST_SEPARATOR);
    case 'macs':
      return ({ columns }, asset) =>
        Array.from(macsAt(columns[cells.field], asset), formatMac).join(LIST_SEPARATOR);
    case 'time':
      return ({ columns }, asset) => timeAt(columns[cells.field], asset);
    case 'sourceNames':
      return (dataset, asset) => sourceNames(dataset, asset).join(LIST_SEPARATOR);
    case 'lastActivity':
      return ({ columns }, asset) => lastActivityAt(columns[cells.field], asset);
  }
}

function readerOf(cells: CellSource): CellReader {
  switch (cells.from) {
    case 'macs':
      return (dataset, grouping, asset, group) =>
        Array.from(macsInGroup(dataset, grouping, asset, group, cells.field), formatMac).join(LIST_SEPARATOR);
    case 'rule':
      return (_, grouping, __, group) => RULE_LABELS[ruleOf(grouping, group)];
    case 'value':
      return (_, grouping, __, group) => sharedValue(grouping, group);
    case 'groupNumber':
      return (_, __, ___, group) => group + 1;
    case 'clusterNumber':
      return (_, grouping, __, group) => grouping.clusters[group]! + 1;
    case 'matchingRules':
      return (_, grouping, asset, group) =>
        matchingText(ruleOf(grouping, group), rulesInGroup(grouping, asset, group));
    default: {
      const read = assetReaderOf(cells);
      return (dataset, _, asset) => read(dataset, asset);
    }
  }
}

const READERS = Object.fromEntries(
  TABLE_COLUMN_IDS.map((column) => [column, readerOf(TABLE_COLUMNS[column].cells)]),
) as Readonly<Record<TableColumnId, CellReader>>;

const ASSET_READERS: readonly (readonly [TableColumnId, AssetCellReader])[] = TABLE_COLUMN_IDS.flatMap(
  (column) => {
    const { cells } = TABLE_COLUMNS[column];
    return isOfAsset(cells) ? [[column, assetReaderOf(cells)] as const] : [];
  },
);

/** The asset's own cells, as its record has them, whichever group it stands in. */
export function assetCellsOf(dataset: Dataset, asset: AssetIndex): Partial<Cells> {
  return Object.fromEntries(ASSET_READERS.map(([column, read]) => [column, read(dataset, asset)]));
}

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
