import type { PlainCell, PlainSheet } from '../../model/plain-sheet';
import type { CellValue } from '../cell-value';
import { columnWidths, type Sheet, type SheetRow } from './sheet';

/** Rows that widths are measured on: making a row may cost more than writing it. */
const MEASURED = 1_000;

/** A sheet that another part made, as the writer takes it. Its text stays text, whatever it says. */
export function plainSheet(sheet: PlainSheet): Sheet {
  const toRow = (cells: readonly PlainCell[]): SheetRow => ({
    cells: cells.map((cell, at) => cellOf(cell, sheet.columns[at]?.kind === 'time')),
    look: 'plain',
  });
  const columns = sheet.columns.map(({ header }) => ({ header, width: null }));
  const rows = function* () {
    for (const cells of sheet.rows()) yield toRow(cells);
  };
  const made: Sheet = { name: sheet.name, columns, rowCount: sheet.rowCount, rows, filter: true };
  const widths = columnWidths({ ...made, rows: () => firstOf(rows(), MEASURED) });
  return { ...made, columns: columns.map(({ header }, at) => ({ header, width: widths[at]! })) };
}

function cellOf(cell: PlainCell, isTime: boolean): CellValue {
  return typeof cell === 'number' && isTime ? { time: cell } : cell;
}

function* firstOf<T>(rows: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const row of rows) {
    if (count++ === most) return;
    yield row;
  }
}
