import type { WrittenTable } from '../section';
import { columnWidths, type Sheet, type SheetRow } from './sheet';

/** Rows that widths are measured on: making a row may cost more than writing it. */
const MEASURED = 1_000;

/** A section on a sheet of its own. Its text stays text, whatever it says. */
export function sectionSheet(name: string, section: WrittenTable): Sheet {
  const columns = section.columns.map(({ header }) => ({ header, width: null }));
  const rows = function* (): Generator<SheetRow> {
    for (const cells of section.rows()) yield { cells, look: 'plain' };
  };
  const made: Sheet = { name, columns, rowCount: section.rowCount, rows, filter: true };
  const widths = columnWidths({ ...made, rows: () => firstOf(rows(), MEASURED) });
  return { ...made, columns: columns.map(({ header }, at) => ({ header, width: widths[at]! })) };
}

function* firstOf<T>(rows: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const row of rows) {
    if (count++ === most) return;
    yield row;
  }
}
