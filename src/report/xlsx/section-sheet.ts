import type { SectionColumn, WrittenTable } from '../section';
import { columnWidths, type Sheet, type SheetRow } from './sheet';
import type { SheetParts } from './sheet-parts';

/** Rows that widths are measured on: making a row may cost more than writing it. */
const MEASURED = 1_000;

/** Sentences wrap at this width, so that the other columns keep a readable size in print. */
const SENTENCE_WIDTH = 50;

/** A section on a sheet of its own. Its text stays text, whatever it says. */
export function sectionSheet(name: string, section: WrittenTable, parts: SheetParts = {}): Sheet {
  const columns = section.columns.map((column) =>
    isSentence(column)
      ? { header: column.header, width: SENTENCE_WIDTH, wrap: true as const }
      : { header: column.header, width: null },
  );
  const rows = function* (): Generator<SheetRow> {
    for (const cells of section.rows()) yield { cells, look: 'plain' };
  };
  const made: Sheet = {
    name,
    columns,
    rowCount: section.rowCount,
    rows,
    filter: true,
    parts: { freezeFirstColumn: true, ...parts },
  };
  const widths = columnWidths({ ...made, rows: () => firstOf(rows(), MEASURED) });
  return { ...made, columns: columns.map((column, at) => ({ ...column, width: widths[at]! })) };
}

function isSentence({ sensitivity, wraps }: SectionColumn): boolean {
  return sensitivity === 'sentence' || wraps === true;
}

function* firstOf<T>(rows: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const row of rows) {
    if (count++ === most) return;
    yield row;
  }
}
