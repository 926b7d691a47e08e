import type { Watch } from '../model/progress';
import { Slices } from '../model/slices';
import { spreadsheetText } from '../wording/spreadsheet-text';
import { bytesOf } from './byte-stream';
import { fileColumns, fileText } from './file-columns';
import type { ReportInput } from './input';

/** Spreadsheets take a file with it for UTF-8, and without it for the language's old code page. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The rows of the Excel report as CSV: RFC 4180 with CRLF, UTF-8 with a byte order mark. Cells are what
 * `spreadsheetText` makes of them, times in UTC.
 */
export function writeCsv(input: ReportInput, watch: Watch): AsyncGenerator<Uint8Array> {
  return bytesOf(lines(input, watch));
}

async function* lines(input: ReportInput, watch: Watch): AsyncGenerator<string> {
  const { table, sections } = input;
  const columns = fileColumns(table, sections);
  const slices = new Slices(watch);
  yield `${BYTE_ORDER_MARK}${columns.map(({ header }) => csvCell(header)).join(',')}\r\n`;
  let text = '';
  for (let at = 0; at < table.rows.length; at++) {
    const { asset, group } = table.rowAt(table.rows[at]!);
    const row = { asset, group, cells: table.cells(asset, group) };
    const cells = columns.map((column) => csvCell(fileText(column.cell(row))));
    text += `${cells.join(',')}\r\n`;
    if ((at & 127) !== 127) continue;
    yield text;
    text = '';
    if (!slices.due) continue;
    watch.report({ phase: 'Writing CSV', done: at, total: table.rows.length, unit: 'rows' });
    await slices.rest();
  }
  yield text;
}

/** One field: formulas disarmed, then quoted where it must be. */
export function csvCell(text: string): string {
  const safe = spreadsheetText(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
