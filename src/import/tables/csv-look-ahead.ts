import type { Content } from '../containers/content';
import { CsvRows, type OnRow } from './csv-rows';
import type { CsvSample } from './csv-shape';
import { decidingRows, openTimeColumns } from './date-order';
import { isAssetHeader, namesAssets, type SheetPlan } from './plan';
import type { TableContext } from './table-reading';

/** Bytes parsed between two pauses: about 5 ms. */
const PIECE_BYTES = 1 << 17;
/** Rows below a header by which its columns are judged. */
const PREVIEWED = 50;

/** What a reader of rows is told: how many bytes of the content have been read, and when it may stop. */
interface Progress {
  readonly onBytes?: (bytes: number) => void;
  readonly isDone?: () => boolean;
}

/** Gives the rows of a table from its first byte on. */
export async function eachRow(
  content: Content,
  { shape, start }: CsvSample,
  { watch }: TableContext,
  onRow: OnRow,
  { onBytes, isDone = () => false }: Progress = {},
): Promise<void> {
  const rows = new CsvRows(shape, content.name, onRow, content.skipped + start);
  let before = start;
  let read = 0;
  for await (const chunk of content.bytes()) {
    const skip = Math.min(before, chunk.length);
    before -= skip;
    for (let at = skip; at < chunk.length && !isDone(); at += PIECE_BYTES) {
      rows.push(chunk.subarray(at, at + PIECE_BYTES));
      await watch.pause();
    }
    if (isDone()) return;
    read += chunk.length;
    onBytes?.(read);
  }
  rows.finish();
}

/** Rows of a file from one row on, counted from 0. */
export interface TableStart {
  readonly row: number;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Where the table of assets begins. Consoles put a summary of any length before it: where no row at the file's
 * start names an asset and another identifier, the first one further down that does is taken.
 */
export async function startOfTable(
  content: Content,
  sample: CsvSample,
  context: TableContext,
): Promise<TableStart> {
  const first = { row: 0, rows: sample.rows };
  if (namesAssets(sample.header) || sample.rows.length === 0) return first;
  let row = 0;
  let start = -1;
  const found: string[][] = [];
  await eachRow(
    content,
    sample,
    context,
    (cells) => {
      if (start < 0 && row >= sample.rows.length && isAssetHeader(cells)) start = row;
      if (start >= 0 && found.length <= PREVIEWED) found.push(cells);
      row++;
    },
    { isDone: () => found.length > PREVIEWED },
  );
  return start < 0 ? first : { row: start, rows: found };
}

/**
 * The rows by which the order of day and month is learned: those at the table's start; where its dates fit both
 * orders, the first rows further down that fit one only as well.
 */
export async function rowsForDates(
  content: Content,
  sample: CsvSample,
  { headerRow, mapping }: SheetPlan,
  start: TableStart,
  context: TableContext,
): Promise<readonly (readonly string[])[]> {
  const rows = start.rows.slice(headerRow + 1);
  const open = openTimeColumns(mapping, rows);
  if (open.length === 0) return rows;
  const deciding = decidingRows(open);
  let row = 0;
  await eachRow(content, sample, context, (cells) => row++ > start.row + headerRow && deciding.add(cells), {
    isDone: () => deciding.isDone,
  });
  return [...rows, ...deciding.rows];
}
