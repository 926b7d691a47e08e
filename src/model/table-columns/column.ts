import { FIELDS, type FieldsOfKind } from '../fields';
import type { Sensitivity } from '../fields/sensitivity';

/** What a column's cells are made of, for each kind of the dataset's columns. */
export type AssetCells =
  | {
      readonly from: 'text';
      readonly field: FieldsOfKind<'text'>;
      readonly order: 'natural' | 'number' | 'address';
    }
  | { readonly from: 'texts'; readonly field: FieldsOfKind<'texts'> }
  | { readonly from: 'code'; readonly field: FieldsOfKind<'code'> }
  | { readonly from: 'codes'; readonly field: FieldsOfKind<'codes'> }
  | { readonly from: 'macs'; readonly field: FieldsOfKind<'macs'> }
  | { readonly from: 'time'; readonly field: FieldsOfKind<'time'> }
  /** The names of the sources, each once. */
  | { readonly from: 'sourceNames'; readonly field: FieldsOfKind<'sources'> }
  /** The newest `lastUpdated` of the sources. */
  | { readonly from: 'lastActivity'; readonly field: FieldsOfKind<'sources'> };

/** The group's rule, the value it shares, its number, and the number of its cluster. */
export type GroupCells = { readonly from: 'rule' | 'value' | 'groupNumber' | 'clusterNumber' };

/** What the asset and the others of its group have in common: another in each of the asset's rows. */
export type RowCells = { readonly from: 'matchingRules' };

export type CellSource = AssetCells | GroupCells | RowCells;

/** A cell as it crosses the worker: times in milliseconds (`NaN` for never), numbers as numbers, all else as text. */
export type CellOf<S extends CellSource> = S['from'] extends NumberSource | TimeSource ? number : string;
type NumberSource = 'groupNumber' | 'clusterNumber';
type TimeSource = 'time' | 'lastActivity';

/** How two cells of a column compare. `value`: addresses first, then MACs, then names. */
export type CellOrder = 'natural' | 'number' | 'address' | 'digits' | 'time' | 'numeric' | 'value';

/** One column of table and reports. Search, sort, widths of sheets and the HTML report follow from `cells`. */
export interface ColumnDefinition {
  readonly header: string;
  readonly cells: CellSource;
  /** At first, on the page, px. */
  readonly width: number;
  /** Only shown when chosen in the menu. */
  readonly hidden?: true;
  /** MACs, addresses and ids are set in a fixed width. */
  readonly fixed?: true;
  /** Its share of the HTML report's width in print, percent; `null` leaves it out there. */
  readonly print: number | null;
  /** Where it stands on a narrow screen; nowhere if not said. */
  readonly card?: ColumnCard;
}

export interface ColumnCard {
  /** In the HTML report: the card's head, or a line or half a line of it. */
  readonly report?: 'title' | 'id' | 'line' | 'half';
  /** Which line of the page's card it is, from 1. */
  readonly page?: number;
}

const GROUP_SOURCES: readonly CellSource['from'][] = ['rule', 'value', 'groupNumber', 'clusterNumber'];

/** Whether the cells are the group's, the same in each of its rows. */
export function isOfGroup(cells: CellSource): cells is GroupCells {
  return GROUP_SOURCES.includes(cells.from);
}

/** Whether the cells are the asset's own. */
export function isOfAsset(cells: CellSource): cells is AssetCells {
  return !isOfGroup(cells) && cells.from !== 'matchingRules';
}

/** See `CellOrder`. */
export function orderOf(cells: CellSource): CellOrder {
  switch (cells.from) {
    case 'text':
      return cells.order;
    case 'macs':
      return 'digits';
    case 'time':
    case 'lastActivity':
      return 'time';
    case 'groupNumber':
    case 'clusterNumber':
      return 'numeric';
    case 'value':
      return 'value';
    case 'texts':
    case 'code':
    case 'codes':
    case 'sourceNames':
    case 'rule':
    case 'matchingRules':
      return 'natural';
  }
}

/** What a redacted copy does with the cells; `byRule`: what it does with the values of the group's rule. */
export function sensitivityOf(cells: CellSource): Sensitivity | 'byRule' {
  if (isOfAsset(cells)) return FIELDS[cells.field].sensitivity;
  return cells.from === 'value' ? 'byRule' : 'none';
}
