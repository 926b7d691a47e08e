import { isMacText, looksLikeIp } from './column-content';

/** What stands below tables: totals, who made the report and when, the end. */
const WORDS =
  /^(total|subtotal|sum|count|summe|gesamt|anzahl|totale|end of|ende|fin d|report|generated|created by|printed|exported|erstellt|bericht|page \d|seite \d|copyright|©|\(c\)|note:|\*{2,}|-{3,}|={3,}|\d+ (rows?|records?|assets?|results?)\b)/i;

/** An id as it stands in exports, with what spreadsheet programs put before it. */
const ID = /^'?#?\d+(\.0+)?$/;

/**
 * Whether a row is a line below the table and no asset: none of its cells has an address, and it begins as such
 * lines do, or it is a sentence alone in its row, or it has words where all assets have an id made of digits.
 * @param idColumn where the table's ids of digits stand, -1 where it has none
 */
export function isFooterLine(cells: readonly string[], idColumn: number): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const first = (cells[0] ?? '').trim();
  if (first === '' || ID.test(first)) return false;
  if (filled.some((cell) => looksLikeIp(cell) || isMacText(cell))) return false;
  if (WORDS.test(first)) return true;
  if (filled.length === 1) return /\s/.test(first);
  const id = idColumn < 0 ? '' : (cells[idColumn] ?? '').trim();
  return filled.length === 2 && /\s/.test(id) && !ID.test(id);
}
