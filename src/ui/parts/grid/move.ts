/** A place in the grid: row -1 is the header. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What the grid has room for. */
export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves. */
  readonly page: number;
}

/** Where a key leads from a place, after the ARIA grid pattern; `null` if the key does not move. */
export function movedBy(key: string, mod: boolean, from: CellPlace, extent: GridExtent): CellPlace | null {
  const lastRow = extent.rows - 1;
  const lastColumn = extent.columns - 1;
  const at = (row: number, column: number): CellPlace => ({
    row: Math.min(Math.max(-1, row), lastRow),
    column: Math.min(Math.max(0, column), lastColumn),
  });
  // J and K as in lists of mail; with Ctrl they are the browser's.
  if (mod && (key === 'j' || key === 'k')) return null;
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return at(from.row + 1, from.column);
    case 'ArrowUp':
    case 'k':
      return at(from.row - 1, from.column);
    case 'ArrowRight':
      return at(from.row, from.column + 1);
    case 'ArrowLeft':
      return at(from.row, from.column - 1);
    case 'PageDown':
      return at(from.row + extent.page, from.column);
    case 'PageUp':
      return at(Math.max(0, from.row - extent.page), from.column);
    case 'Home':
      return at(mod ? Math.min(0, lastRow) : from.row, 0);
    case 'End':
      return at(mod ? lastRow : from.row, lastColumn);
    default:
      return null;
  }
}
