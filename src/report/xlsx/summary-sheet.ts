import type { CellValue } from '../cell-value';
import type { WrittenTable } from '../section';
import type { Sheet, SheetRow } from './sheet';

/** A cell with a time cannot name its zone, so the cell beside it does. */
function zoned(cells: readonly CellValue[]): readonly CellValue[] {
  const last = cells.at(-1);
  const isTime = last !== null && typeof last === 'object' && 'time' in last;
  return isTime ? [...cells, { note: 'UTC' }] : cells;
}

/** The sheet Summary: the sections one below the other, a line between. */
export function summarySheet(sections: readonly WrittenTable[]): Sheet {
  const rows = sections.flatMap(({ title, columns, rows: body }, at): SheetRow[] => [
    ...(at === 0 ? [] : [{ cells: [], look: 'plain' } as const]),
    { cells: [title], look: 'section' },
    ...(columns.length > 0 ? [{ cells: columns.map(({ header }) => header), look: 'section' } as const] : []),
    ...Array.from(body(), (cells) => ({ cells: zoned(cells), look: 'plain' }) as const),
  ]);
  const widest = Math.max(4, ...rows.map((row) => row.cells.length));
  return {
    name: 'Summary',
    filter: false,
    columns: Array.from({ length: widest }, (_, at) => ({ header: at === 0 ? 'Doublet' : '', width: null })),
    rowCount: rows.length,
    rows: () => rows,
  };
}
