import { itemStart, itemStop } from '../../model/columns';
import type { Dataset } from '../../model/dataset';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS, type TableColumnId } from '../../model/table';
import { type Cells, cellsOf, sharedValue, sourceNames } from '../../tables/cells';
import type { Table } from '../../tables/table';
import type { CellValue } from '../cell-value';
import { toneOfGroups } from '../group-colours';
import type { ReportInput } from '../input';
import { type Sheet, type SheetRow, textWidth, WIDEST } from './sheet';

/** The sheet Duplicate Assets: every asset of every shown group, one row for each time it stands in one. */
export function duplicatesSheet({ dataset, grouping }: ReportInput, table: Table): Sheet {
  const tones = toneOfGroups(table, grouping);
  return {
    name: 'Duplicate Assets',
    filter: true,
    columns: TABLE_COLUMN_IDS.map((column) => ({
      header: TABLE_COLUMNS[column].header,
      width: widthOf(column, dataset, table, (group) => sharedValue(grouping, group)),
    })),
    rowCount: table.rows.length,
    *rows(): Iterable<SheetRow> {
      for (const row of table.rows) {
        const { asset, group } = table.rowAt(row);
        const cells = cellsOf(dataset, grouping, asset, group);
        yield { cells: cellValues(cells), look: tones[group] === 0 ? 'blue' : 'peach' };
      }
    },
  };
}

function cellValues(cells: Cells): CellValue[] {
  return TABLE_COLUMN_IDS.map((column) => {
    if (column !== 'lastActivity') return cells[column];
    return Number.isNaN(cells.lastActivity) ? null : { time: cells.lastActivity };
  });
}

/** Widths from the columns' own lengths: no row is written out just to be measured. */
function widthOf(
  column: TableColumnId,
  dataset: Dataset,
  table: Table,
  sharedValueOf: (group: number) => string,
): number {
  const { columns } = dataset;
  const widest = (width: (asset: number) => number) => {
    let most = 0;
    for (const row of table.rows) {
      most = Math.max(most, width(table.rowAt(row).asset));
      if (most >= WIDEST) return WIDEST;
    }
    return most;
  };
  switch (column) {
    case 'lastActivity':
      return 19;
    case 'group':
    case 'cluster':
      return 7;
    case 'matchedOn':
      return 15;
    case 'sharedValue':
      return table.groups.reduce((most, group) => Math.max(most, textWidth(sharedValueOf(group))), 0);
    case 'source':
      return widest((asset) => textWidth(sourceNames(dataset, asset).join(', ')));
    case 'operatingSystem': {
      const widths = columns.operatingSystem.dictionary.map(textWidth);
      return widest((asset) => widths[columns.operatingSystem.codes[asset] ?? 0]!);
    }
    case 'macAddresses': {
      const { stops } = columns.macAddresses;
      return widest((asset) => 19 * (itemStop(stops, asset) - itemStart(stops, asset)));
    }
    default: {
      // Bytes, not letters: a little wide for letters beyond ASCII, and East Asian ones take more room anyway.
      const { ends } = columns[column];
      return widest((asset) => itemStop(ends, asset) - itemStart(ends, asset));
    }
  }
}
