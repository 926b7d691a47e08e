import { isTimeColumn, TABLE_COLUMNS, type TableCells, type TableColumnId } from '../model/table-columns';
import type { AssetIndex, GroupIndex } from '../model/units';
import { timeText } from '../tables/cells';
import type { CellValue } from './cell-value';
import type { ReportTable } from './report-table';
import type { RowsSection, WrittenSection } from './section';

/** A column of the files that people calculate with: the Excel report and CSV. */
export interface FileColumn {
  readonly header: string;
  /** How wide its cells are, in characters. */
  readonly width: number;
  /** Shows when the pointer is on the header, in Excel. */
  readonly note?: string;
  cell(row: FileRow): CellValue;
}

/** One asset in one group, and what the table says there. */
export interface FileRow {
  readonly asset: AssetIndex;
  readonly group: GroupIndex;
  readonly cells: TableCells;
}

const COUNT_WIDTH = 7;

/** The first columns, whose order other programs rely on (docs/contract.md, "Excel report"). */
const PUBLIC_COLUMNS = 5;

/**
 * The table's columns, and behind group and cluster how large they are and which of the group's assets a row is: what
 * a pivot or a filter wants; behind the public ones what features say of each asset. A file has no zone of its own, so the headers of times name it.
 */
export function fileColumns(table: ReportTable, sections: readonly WrittenSection[]): FileColumn[] {
  const behind: Partial<Record<TableColumnId, readonly FileColumn[]>> = {
    group: [
      counting('Group Size', ({ group }) => table.assetsOfGroup(group).length),
      counting('Row in Group', ({ asset, group }) => placeIn(table.assetsOfGroup(group), asset)),
    ],
    cluster: [counting('Cluster Size', ({ group }) => table.assetsOfCluster(table.clusterOf(group)).length)],
  };
  const own = table.columns.map((column) => [tableColumn(table, column), ...(behind[column] ?? [])]);
  const added = sections.flatMap((section) => (section.kind === 'rows' ? rowsColumns(section) : []));
  return [...own.slice(0, PUBLIC_COLUMNS).flat(), ...added, ...own.slice(PUBLIC_COLUMNS).flat()];
}

function rowsColumns({ columns, cells }: RowsSection): FileColumn[] {
  return columns.map(({ header, width, note }, at) => ({
    header,
    width,
    ...(note !== undefined && { note }),
    cell: ({ asset }) => cells(asset)[at] ?? null,
  }));
}

/** A cell as CSV has it: times in UTC, to the second. */
export function fileText(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'time' in cell ? timeText(cell.time) : '';
  return String(cell);
}

function tableColumn(table: ReportTable, column: TableColumnId): FileColumn {
  const { header } = TABLE_COLUMNS[column];
  const width = table.widthOf(column);
  if (!isTimeColumn(column)) return { header, width, cell: ({ cells }) => cells[column] };
  return {
    header: `${header} (UTC)`,
    width,
    cell: ({ cells }) => (Number.isNaN(cells[column]) ? null : { time: cells[column] }),
  };
}

/** All assets of the group or cluster count, also those that the report does not show. */
function counting(header: string, count: (row: FileRow) => number): FileColumn {
  return { header, width: COUNT_WIDTH, cell: count };
}

/** From 1; a group's assets are in dataset order. */
function placeIn(assets: Uint32Array, asset: AssetIndex): number {
  let low = 0;
  let high = assets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (assets[middle]! < asset) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
