import type { Watch } from '../model/progress';
import { Slices } from '../model/slices';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS } from '../model/table';
import { cellText } from '../tables/cells';
import { openTable, WHOLE_TABLE } from '../tables/table';
import { bytesOf } from './byte-stream';
import type { ReportInput } from './input';

/** Spreadsheets take a file with it for UTF-8, and without it for the language's old code page. */
const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet would run as a formula when it opens the file. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The rows of the Excel report as CSV: RFC 4180 with CRLF, UTF-8 with a byte order mark. A cell that a
 * spreadsheet would take for a formula has `'` before it; all else is as it is, times in UTC.
 */
export function writeCsv(input: ReportInput, watch: Watch): AsyncGenerator<Uint8Array> {
  return bytesOf(lines(input, watch));
}

async function* lines(input: ReportInput, watch: Watch): AsyncGenerator<string> {
  const { dataset, grouping, query, explain } = input;
  const table = await openTable(dataset, grouping, query ?? WHOLE_TABLE, explain, watch);
  const slices = new Slices(watch);
  yield `${BYTE_ORDER_MARK}${TABLE_COLUMN_IDS.map((column) => csvCell(TABLE_COLUMNS[column].header)).join(',')}\r\n`;
  let text = '';
  for (let at = 0; at < table.rows.length; at++) {
    const { asset, group } = table.rowAt(table.rows[at]!);
    const cells = TABLE_COLUMN_IDS.map((column) =>
      csvCell(cellText(dataset, grouping, asset, group, column)),
    );
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

/** One field: formula starts disarmed, then quoted where it must be. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
