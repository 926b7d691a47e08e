// CSV: RFC 4180, with the delimiters, titles and line ends that consoles and spreadsheet programs write.
import type { Content } from '../containers/content';
import type { RecordSink } from '../record-sink';
import { eachRow, rowsForDates, startOfTable } from '../tables/csv-look-ahead';
import type { OnRow } from '../tables/csv-rows';
import { type CsvSample, inWindows1252, sampleCsv, shareOfWidth } from '../tables/csv-shape';
import { fitsOf } from '../tables/headers';
import { planSheet } from '../tables/plan';
import { RowWriter } from '../tables/row-writer';
import { fileMapping, type TableContext, type TableReading, tableTrouble } from '../tables/table-reading';
import { isWindows1252 } from '../tables/windows-1252';

/** Of the rows below an unknown header, how many have to be as wide as it for a text to be a table. */
const TABLE_SHARE = 0.8;

/**
 * Whether the text is a table: a row with names of fields, or rows of one width. `null`: it is none.
 * Throws for a list of one column and for a table without column names, which are tables but of no use.
 */
export function sniffCsv(content: Content): CsvSample | null {
  const { head, name } = content;
  if (head.length === 0 || head.includes(0) || startsLikeMarkup(head) || isSql(head)) return null;
  const sample = sampleCsv(head);
  const { header, rows } = sample;
  if (header === null) {
    const first = rows.find((cells) => cells.some((cell) => cell.trim() !== ''))?.[0]?.trim();
    if (first !== undefined && fitsOf(first).length > 0) throw oneColumn(name, first);
    return null;
  }
  const { identifiers, recognised } = header.suggestion;
  if (identifiers > 0 && recognised > 1) return sample;
  const below = rows.length - header.row - 1;
  if (
    recognised === 0 &&
    below >= 1 &&
    shareOfWidth(rows, header) >= TABLE_SHARE &&
    holdsValues(header.headers)
  ) {
    throw noHeader(name);
  }
  return below >= 2 && shareOfWidth(rows, header) >= TABLE_SHARE ? sample : null;
}

/** Reads a table that `sniffCsv` recognised, as a stream; or asks for a look at its columns. */
export async function readCsv(
  content: Content,
  sniffed: CsvSample,
  sink: RecordSink,
  context: TableContext,
): Promise<TableReading> {
  const isLegacy = content.recoded !== true && (await isWindows1252(content, context.watch));
  const sample = isLegacy ? inWindows1252(sniffed, content.head) : sniffed;
  const start = await startOfTable(content, sample, context);
  const planning = planSheet(content.name, start.rows, context.options);
  if (planning === null) throw oneColumn(content.name, sample.rows[0]?.[0] ?? '');
  if (planning.kind === 'mapping') return planning;
  const { plan } = planning;
  const writer = new RowWriter(plan, sink, await rowsForDates(content, sample, plan, start, context));
  const header = start.row + plan.headerRow;
  let row = 0;
  const onRow: OnRow = (cells, byte, length, fault) => {
    if (row++ <= header) return;
    if (fault === null) writer.write(cells, byte, length);
    else sink.skip(byte, fault);
  };
  await eachRow(content, sample, context, onRow, { onBytes: context.onBytes });
  writer.finish(content.name);
  return { kind: 'read', mapping: fileMapping(plan), ...(isLegacy ? { encoding: 'Windows-1252' } : {}) };
}

/** JSON, HTML and XML start with a bracket; no table's header does. */
function startsLikeMarkup(head: Uint8Array): boolean {
  const first = head.find((byte) => byte !== 32 && byte !== 9 && byte !== 10 && byte !== 13);
  return first === undefined || '{[<'.includes(String.fromCharCode(first));
}

/** Statements have commas, but are no rows. */
function isSql(head: Uint8Array): boolean {
  return /^\s*(?:--|\/\*|insert\s|create\s|drop\s|begin\b|set\s|use\s)[\s\S]*?\binsert\s+into\s/i.test(
    new TextDecoder().decode(head.subarray(0, 1 << 16)),
  );
}

/** A number, an IP address or a MAC: what stands in rows, never in the names of columns. */
const VALUE = /^(\d+|\d{1,3}(\.\d{1,3}){3}|([\da-f]{2}[:-]){5}[\da-f]{2})$/i;

function holdsValues(headers: readonly string[]): boolean {
  return headers.some((header) => VALUE.test(header));
}

function noHeader(file: string) {
  return tableTrouble(
    file,
    'table.noHeader',
    `${file} is a table, but no row with the names of its columns was recognised.`,
    'Put a row above it that names each column, such as Asset ID, Asset Name and IP Address, and choose the file again.',
  );
}

function oneColumn(file: string, header: string) {
  return tableTrouble(
    file,
    'table.oneColumn',
    `${file} has only one column${header === '' ? '' : ` (“${header.slice(0, 60)}”)`}, or its cells are parted by something else than comma, semicolon, tab or |.`,
    'Export it with at least an asset ID or a name and one more identifier, such as the IP or MAC address.',
  );
}
