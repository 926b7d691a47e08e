import { FIELDS } from '../../model/field';
import type { ColumnMapping } from '../../model/import-request';
import { type DateOrder, NUMBERS } from './cell-times';
import { isInDayFirstLanguage } from './header-words';

/**
 * The order of day and month of each column of times. One date that fits one order only decides for its column; a
 * column without such a date is as the other columns of its table, else as the language of the headers has it.
 * `null`: nothing shows it.
 */
export function dateOrders(
  columns: readonly number[],
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<number, DateOrder | null> {
  const shown = columns.map((at) => shownOrder(rows.map((row) => row[at])));
  const decided = new Set(shown.filter((order) => order !== null));
  const ofLanguage = isInDayFirstLanguage(headers) ? 'dayFirst' : null;
  const [ofOthers = ofLanguage] = decided.size === 1 ? decided : [];
  return new Map(columns.map((at, index) => [at, shown[index] ?? ofOthers]));
}

/** The order that one of the cells shows: a day over 12 stands first or second. */
export function shownOrder(cells: readonly (string | undefined)[]): DateOrder | null {
  for (const cell of cells) {
    const match = NUMBERS.exec(cell?.trim() ?? '');
    if (match === null) continue;
    const first = Number(match[1]);
    const second = Number(match[3]);
    if (first > 12 && second <= 12) return 'dayFirst';
    if (second > 12 && first <= 12) return 'monthFirst';
  }
  return null;
}

/** The columns of times in which some date fits both orders and none fits one only. */
export function openTimeColumns(mapping: ColumnMapping, rows: readonly (readonly string[])[]): number[] {
  return mapping.flatMap((field, at) => {
    if (field === null || FIELDS[field].kind !== 'time') return [];
    const cells = rows.map((row) => row[at]);
    const isOpen = shownOrder(cells) === null && cells.some((cell) => NUMBERS.test(cell?.trim() ?? ''));
    return isOpen ? [at] : [];
  });
}

/** Keeps, of the rows that are added, the first for each of the columns that shows the order of day and month. */
export function decidingRows(columns: readonly number[]) {
  const open = new Set(columns);
  const rows: (readonly string[])[] = [];
  return {
    rows,
    get isDone() {
      return open.size === 0;
    },
    add(cells: readonly string[]): void {
      const decided = [...open].filter((at) => shownOrder([cells[at]]) !== null);
      if (decided.length > 0) rows.push(cells);
      for (const at of decided) open.delete(at);
    },
  };
}
