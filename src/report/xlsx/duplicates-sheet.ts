import { fileColumns } from '../file-columns';
import type { ReportTable } from '../report-table';
import type { WrittenSection } from '../section';
import type { Sheet, SheetRow } from './sheet';
import type { HeaderNote } from './sheet-parts';

/** Scripts are known that delete whatever stands in a column of this name. */
const idNote: HeaderNote = {
  column: 0,
  text: 'Records to keep and redundant ones stand mixed here: see the column Keep?. For a list of redundant records only, save the hand-over kit.',
};

/** The sheet Duplicate Assets: every asset of every shown group, one row for each time it stands in one. */
export function duplicatesSheet(table: ReportTable, sections: readonly WrittenSection[]): Sheet {
  const places = placesOfGroups(table);
  const columns = fileColumns(table, sections);
  const notes = columns.flatMap(({ note }, column) => (note === undefined ? [] : [{ column, text: note }]));
  return {
    name: 'Duplicate Assets',
    filter: true,
    columns: columns.map(({ header, width }) => ({ header, width })),
    rowCount: table.rows.length,
    *rows(): Iterable<SheetRow> {
      for (const row of table.rows) {
        const { asset, group } = table.rowAt(row);
        const made = { asset, group, cells: table.cells(asset, group) };
        yield {
          cells: columns.map((column) => column.cell(made)),
          look: places[group]! % 2 === 0 ? 'blue' : 'peach',
        };
      }
    },
    // The asset ID stays in sight, and stands on each page where a row takes several.
    parts: { freezeFirstColumn: true, ...(notes.length > 0 && { notes: [idNote, ...notes] }) },
  };
}

/** The place of each shown group among the shown ones, by its index: the colours alternate along them. */
function placesOfGroups({ groups, groupCount }: ReportTable): Uint32Array {
  const places = new Uint32Array(groupCount);
  groups.forEach((group, place) => {
    places[group] = place;
  });
  return places;
}
