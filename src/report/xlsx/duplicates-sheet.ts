import { fileColumns } from '../file-columns';
import type { ReportTable } from '../report-table';
import type { Sheet, SheetRow } from './sheet';

/** The sheet Duplicate Assets: every asset of every shown group, one row for each time it stands in one. */
export function duplicatesSheet(table: ReportTable): Sheet {
  const places = placesOfGroups(table);
  const columns = fileColumns(table);
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
    parts: { freezeFirstColumn: true },
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
