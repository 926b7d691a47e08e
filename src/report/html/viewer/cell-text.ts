import type { ReportColumn } from '../blocks';
import { dateText } from '../sections-html';
import { type Cell, cellsOfRows, type Report } from './report';

/** Reads the column's cell of each row as people read it. */
export function cellTexts(report: Report, column: ReportColumn): (row: number) => string {
  const cellOf = cellsOfRows(report, column);
  return (row) => textOf(cellOf(row), column);
}

function textOf(cell: Cell, column: ReportColumn): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return column.order === 'time' ? dateText(cell) : String(cell);
}

/** What a search finds in a cell: of a time both ways of writing the day, of MACs also the digits alone. */
export function searchedText(cell: Cell, { order }: ReportColumn): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return order === 'digits' ? `${cell}\n${cell.replaceAll(':', '')}` : cell;
  if (order !== 'time') return String(cell);
  if (!(Math.abs(cell) <= 8.64e15)) return '';
  return `${dateText(cell)}\n${new Date(cell).toISOString().slice(0, -8).replace('T', ' ')}`;
}
