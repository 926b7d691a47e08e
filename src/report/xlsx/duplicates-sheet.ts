import { isTimeColumn, TABLE_COLUMNS, type TableCells, type TableColumnId } from '../../model/table-columns';
import type { CellValue } from '../cell-value';
import type { ReportTable } from '../report-table';
import type { Sheet, SheetRow } from './sheet';

/** The sheet Duplicate Assets: every asset of every shown group, one row for each time it stands in one. */
export function duplicatesSheet(table: ReportTable): Sheet {
  const places = placesOfGroups(table);
  return {
    name: 'Duplicate Assets',
    filter: true,
    columns: table.columns.map((column) => ({
      header: TABLE_COLUMNS[column].header,
      width: table.widthOf(column),
    })),
    rowCount: table.rows.length,
    *rows(): Iterable<SheetRow> {
      for (const row of table.rows) {
        const { asset, group } = table.rowAt(row);
        const cells = cellValues(table.cells(asset, group), table.columns);
        yield { cells, look: places[group]! % 2 === 0 ? 'blue' : 'peach' };
      }
    },
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

function cellValues(cells: TableCells, columns: readonly TableColumnId[]): CellValue[] {
  return columns.map((column) => {
    if (!isTimeColumn(column)) return cells[column];
    return Number.isNaN(cells[column]) ? null : { time: cells[column] };
  });
}
