import { isFixedWidthRule } from '../../../model/rule';
import type { AssetLine } from '../../../model/table';
import {
  columnOfRule,
  isNumberColumn,
  isTimeColumn,
  TABLE_COLUMNS,
  type TableColumnId,
} from '../../../model/table-columns';
import { spreadsheetText } from '../../../wording/spreadsheet-text';
import { countText, timeText } from '../../words';

/** A cell as people read it. */
export function cellText(line: AssetLine, column: TableColumnId): string {
  if (isTimeColumn(column)) return timeText(line.cells[column]);
  if (isNumberColumn(column)) return countText(line.cells[column]);
  return String(line.cells[column]);
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

/** A list cell in pieces, with those that equal the group's value told apart. */
export function matchedPieces(line: AssetLine, column: TableColumnId): { text: string; matched: boolean }[] {
  const text = cellText(line, column);
  if (text === '') return [];
  if (columnOfRule(line.rule) !== column) return [{ text, matched: false }];
  if (!isFixedWidthRule(line.rule)) return [{ text, matched: true }];
  const wanted = bare(line.cells.sharedValue);
  const pieces = text.split(/(,\s*)/);
  return pieces.map((piece) => ({ text: piece, matched: bare(piece) === wanted }));
}

function bare(value: string): string {
  return value.toLowerCase().replace(/[\s:-]/g, '');
}
