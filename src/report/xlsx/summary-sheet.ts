import type { CellValue } from '../cell-value';
import type { WrittenTable } from '../section';
import type { Sheet, SheetColumn, SheetRow } from './sheet';

/** The last of the four columns is for sentences, which wrap there. */
const COLUMNS = [
  { header: 'Summary', width: 40 },
  { header: 'Value', width: 34, wrap: true },
  { header: '', width: 20, wrap: true },
  { header: 'Remark', width: 50, wrap: true },
] as const satisfies readonly SheetColumn[];
/** Of sections with more columns. */
const FURTHER = { header: '', width: 20, wrap: true } as const satisfies SheetColumn;

/** A cell with a time cannot name its zone, so the cell beside it does. */
function zoned(cells: readonly CellValue[]): readonly CellValue[] {
  const last = cells.at(-1);
  const isTime = last !== null && typeof last === 'object' && 'time' in last;
  return isTime ? [...cells, 'UTC'] : cells;
}

/** Sentences of a row without headings stand in the last column. */
function placed(cells: readonly CellValue[]): readonly CellValue[] {
  const last = cells.at(-1) ?? null;
  if (last === null || typeof last !== 'object' || !('note' in last)) return zoned(cells);
  return [...cells.slice(0, -1), ...Array<null>(COLUMNS.length - cells.length).fill(null), last];
}

/** The sheet Summary: the sections one below the other, a line between. */
export function summarySheet(sections: readonly WrittenTable[]): Sheet {
  const rows = sections.flatMap(({ title, columns, rows: body }, at): SheetRow[] => [
    ...(at === 0 ? [] : [{ cells: [], look: 'plain' } as const]),
    { cells: [title], look: 'section' },
    ...(columns.length > 0
      ? [{ cells: placed(columns.map(({ header }) => header)), look: 'section' } as const]
      : []),
    ...Array.from(
      body(),
      (cells) => ({ cells: columns.length > 0 ? zoned(cells) : placed(cells), look: 'plain' }) as const,
    ),
  ]);
  const widest = Math.max(COLUMNS.length, ...rows.map((row) => row.cells.length));
  return {
    name: 'Summary',
    filter: false,
    columns: Array.from({ length: widest }, (_, at) => COLUMNS[at] ?? FURTHER),
    rowCount: rows.length,
    rows: () => rows,
  };
}
