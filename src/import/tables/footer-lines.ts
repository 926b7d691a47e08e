import { isMacText, looksLikeIp } from './column-content';

/** What stands below tables, in six languages: totals, who made the report and when, the end. */
const WORDS =
  /^((sub)?totale?s?\b|sum\b|count\b|summe\b|gesamt|anzahl\b|nombre (total|d)|numero (total|di)|número|aantal\b|totaal\b|end of|ende\b|fin d|fine d|report\b|rapport\b|generated|généré|generado|generato|gerado|gegenereerd|created (by|on|at)|printed|exported|exporté|erstellt|bericht\b|page \d|seite \d|página \d|pagina \d|confidential|vertraulich|copyright|©|\(c\)|note:|\*{2,}|-{3,}|={3,}|\d+ (rows?|records?|assets?|results?)\b)/i;

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
  if (hasAddress(filled)) return false;
  if (WORDS.test(first)) return true;
  if (filled.length === 1) return /\s/.test(first);
  const id = idColumn < 0 ? '' : (cells[idColumn] ?? '').trim();
  return filled.length === 2 && /\s/.test(id) && !ID.test(id);
}

/** Whether one of the cells is an IP or MAC address: such a row is about a machine. */
export function hasAddress(cells: readonly string[]): boolean {
  return cells.some((cell) => looksLikeIp(cell) || isMacText(cell));
}
