import { isFixedWidthRule } from '../../../model/rule';
import type { AssetLine } from '../../../model/table';
import {
  isNumberColumn,
  isTimeColumn,
  TABLE_COLUMNS,
  type TableColumnId,
} from '../../../model/table-columns';
import { shownText } from '../../../wording/shown-text';
import { spreadsheetText } from '../../../wording/spreadsheet-text';
import { countText, timeText } from '../../words';

/** A cell as people read it. */
export function cellText(line: AssetLine, column: TableColumnId): string {
  if (isTimeColumn(column)) return timeText(line.cells[column]);
  if (isNumberColumn(column)) return countText(line.cells[column]);
  return String(line.cells[column]);
}

/** A cell as it stands on the screen: as people read it, unless it is too long for any screen. */
export function shownCell(line: AssetLine, column: TableColumnId): string {
  return shownText(cellText(line, column));
}

/** A cell for the clipboard. */
export function copiedCell(line: AssetLine, column: TableColumnId): string {
  return spreadsheetText(cellText(line, column));
}

/** A whole line for the clipboard: cells in column order with tabs between, breaks inside cells as spaces. */
export function copiedLine(line: AssetLine, columns: readonly TableColumnId[]): string {
  return columns
    .map((column) => spreadsheetText(cellText(line, column).replace(/[\t\r\n\u2028\u2029]+/g, ' ')))
    .join('\t');
}

/** Whether the cell holds MACs, addresses or ids, which are set in a fixed width. */
export function isFixedWidth(line: AssetLine, column: TableColumnId): boolean {
  const { cells, fixed } = TABLE_COLUMNS[column];
  return cells.from === 'value' ? isFixedWidthRule(line.rule) : fixed === true;
}

/** A cell in pieces, with those values told apart that other assets of the row's group have too. */
export function matchedPieces(line: AssetLine, column: TableColumnId): { text: string; matched: boolean }[] {
  const text = shownCell(line, column);
  if (text === '') return [];
  const matched = line.matched[column];
  if (matched === undefined) return [{ text, matched: false }];
  if (matched.includes(cellText(line, column))) return [{ text, matched: true }];
  return text.split(/(, )/).map((piece) => ({ text: piece, matched: matched.includes(piece) }));
}
