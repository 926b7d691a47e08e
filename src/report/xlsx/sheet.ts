import type { CellValue } from '../cell-value';
import { TIME_WIDTH, textWidth, WIDEST } from '../column-widths';
import type { CellLink, SheetParts } from './sheet-parts';

/**
 * How a row looks. Blue and peach alternate from group to group; a section is a heading between rows; the first cell
 * of a `link` row leads somewhere.
 */
export const LOOKS = ['plain', 'blue', 'peach', 'section', 'link'] as const;
export type Look = (typeof LOOKS)[number];

/** One row below the header; cells that are missing at the end are empty. */
export interface SheetRow {
  readonly cells: readonly CellValue[];
  readonly look: Look;
  /** Links from cells of the row to places in the same workbook. */
  readonly links?: readonly CellLink[];
}

export interface SheetColumn {
  readonly header: string;
  /** Characters; `null` has the writer read all rows once before, to measure them. */
  readonly width: number | null;
  /** Texts take several lines where they are wider than the column. */
  readonly wrap?: true;
}

/** A sheet as a value: the writer adds header, frozen pane, filter, fills and widths. */
export interface Sheet {
  /** At most 26 characters, so that "(2)" finds room where the rows go on in a second sheet. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rowCount: number;
  /** Exactly `rowCount` rows, the same each time it is called. */
  rows(): Iterable<SheetRow>;
  /** Whether the header has an autofilter. */
  readonly filter: boolean;
  readonly parts?: SheetParts;
}

const NARROWEST = 6;
/** Room for the arrow of the filter beside a header. */
const ARROW = 3;

/** The width of each column: its content's or its header's, at most 50. */
export function columnWidths(sheet: Sheet): number[] {
  const widths = sheet.columns.map(({ header, width }) => Math.max(textWidth(header) + ARROW, width ?? 0));
  if (sheet.columns.some(({ width }) => width === null)) {
    for (const { cells, look } of sheet.rows()) {
      if (look === 'section') continue;
      cells.forEach((cell, at) => {
        if (sheet.columns[at]?.width === null) widths[at] = Math.max(widths[at]!, cellWidth(cell));
      });
    }
  }
  return widths.map((width) => Math.min(Math.max(width + 1, NARROWEST), WIDEST));
}

function cellWidth(cell: CellValue): number {
  if (cell === null) return 0;
  if (typeof cell === 'string') return textWidth(cell);
  if (typeof cell === 'number') return cell.toLocaleString('en-US').length;
  if ('time' in cell) return TIME_WIDTH;
  if ('percent' in cell) return 5;
  // A sentence may run on over the empty cells beside it.
  return 0;
}
