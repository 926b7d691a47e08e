import type { RuleId } from '../rule';
import { RULES } from '../rules';
import { address } from './address';
import { allMatchingFields } from './all-matching-fields';
import { assetId } from './asset-id';
import { assetName } from './asset-name';
import { cluster } from './cluster';
import { type CellOf, type ColumnDefinition, isOfAsset, orderOf } from './column';
import { dnsName } from './dns-name';
import { group } from './group';
import { lastActivity } from './last-activity';
import { macAddresses } from './mac-addresses';
import { matchedOn } from './matched-on';
import { netbiosName } from './netbios-name';
import { operatingSystem } from './operating-system';
import { sharedValue } from './shared-value';
import { source } from './source';

/** The first five and their headers are the contract's. */
const DEFINED = {
  assetId,
  address,
  dnsName,
  assetName,
  source,
  lastActivity,
  netbiosName,
  macAddresses,
  matchedOn,
  sharedValue,
  group,
  cluster,
  operatingSystem,
  allMatchingFields,
} as const;

/** The name of a column in addresses and kept preferences. */
export type TableColumnId = keyof typeof DEFINED;

/** The columns of the result table: on the page, in the Excel and HTML reports and in the CSV file, in this order. */
export const TABLE_COLUMNS: Readonly<Record<TableColumnId, ColumnDefinition>> = DEFINED;
export const TABLE_COLUMN_IDS = Object.keys(DEFINED) as readonly TableColumnId[];

/** The cells of one row. */
export type TableCells = { readonly [C in TableColumnId]: CellOf<(typeof DEFINED)[C]['cells']> };

type WithCells<T> = { [C in TableColumnId]: TableCells[C] extends T ? C : never }[TableColumnId];

/** Whether the cells are times. */
export function isTimeColumn(column: TableColumnId): column is WithCells<number> {
  return orderOf(TABLE_COLUMNS[column].cells) === 'time';
}

/** Whether the cells are numbers. */
export function isNumberColumn(column: TableColumnId): column is WithCells<number> {
  return orderOf(TABLE_COLUMNS[column].cells) === 'numeric';
}

/** The column in which the values that a rule compares stand, `null` where the table has none. */
export function columnOfRule(rule: RuleId): TableColumnId | null {
  return COLUMN_OF_RULE.get(rule) ?? null;
}

const COLUMN_OF_RULE: ReadonlyMap<string, TableColumnId> = new Map(
  Object.entries(RULES).flatMap(([rule, { field }]) => {
    const column = TABLE_COLUMN_IDS.find((id) => {
      const { cells } = TABLE_COLUMNS[id];
      return isOfAsset(cells) && cells.field === field;
    });
    return column === undefined ? [] : [[rule, column]];
  }),
);
