/** How a column of a table writes its dates; decided by the column, since one cell may fit both orders. */
export type DateOrder = 'dayFirst' | 'monthFirst';

const SLASHES = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;
const DOTS = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\b/;

/** The order of day and month in a column: one date that can only be day first decides for all with slashes. */
export function dateOrder(cells: readonly (string | undefined)[]): DateOrder {
  const isDayFirst = cells.some((cell) => {
    const match = SLASHES.exec(cell ?? '');
    return match !== null && Number(match[1]) > 12 && Number(match[2]) <= 12;
  });
  return isDayFirst ? 'dayFirst' : 'monthFirst';
}

/**
 * A cell's time as the importer reads it. Dates with dots are day first wherever they are written; the importer
 * reads dates with slashes with the month first, as the console writes them.
 */
export function timeOfCell(text: string, order: DateOrder): string {
  const dots = DOTS.exec(text);
  if (dots !== null) {
    const [whole, day, month, year] = dots;
    return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}${text.slice(whole.length)}`;
  }
  return order === 'dayFirst' ? text.replace(SLASHES, '$2/$1/$3') : text;
}
