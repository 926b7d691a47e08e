import { TABLE_COLUMNS, type TableColumnId } from '../../../model/table';
import { dateText } from '../sections-html';
import { assetCell, groupCell, isAssetColumn, type Report } from './report';

/** A cell as people read it. */
export function cellTextAt(report: Report, row: number, column: TableColumnId): string {
  const cell = isAssetColumn(column)
    ? assetCell(report.assets[report.rows[row]!]!, column)
    : groupCell(report.groups[report.groupOf[row]!]!, column);
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return TABLE_COLUMNS[column].kind === 'time' ? dateText(cell) : String(cell);
}

/** What a search finds in a time: both ways of writing the day. */
export function cellWords(time: number | null): string {
  if (time === null || !(Math.abs(time) <= 8.64e15)) return '';
  return `${dateText(time)}\n${new Date(time).toISOString().slice(0, -8).replace('T', ' ')}`;
}
