// Tables of which a column holds whole records as JSON: `_raw` of a log search, a VARIANT column of a warehouse.
import { encodeText } from '../../model/text';
import type { DatasetBuilder } from '../builder';
import type { Content } from '../containers/content';
import { embeddedIn } from '../json/embedded-records';
import { InnerJson } from '../json/inner-json';
import { JsonReader } from '../json/json-reader';
import { parseLoose } from '../json/loose-text';
import { eachRow } from '../tables/csv-look-ahead';
import { firstRows, type OnRow } from '../tables/csv-rows';
import { type CsvSample, sampleCsv } from '../tables/csv-shape';
import { IDENTIFYING } from '../tables/suggest-mapping';
import type { TableContext } from '../tables/table-reading';
import type { Format, Reading } from './format';
import { newDialects } from './new-dialects';

/** Rows that are looked at, and the share of them in which the column has a record. */
const LOOKED_AT = 20;
const SHARE = 0.7;
const NO_RECORD = 'The cell that holds the record as JSON has none.';

export const RECORDS_IN_CELLS: Format = {
  recognise: (content) => {
    if (content.kind !== 'text' || !new TextDecoder().decode(content.head).includes('""')) return null;
    const sample = inWholeCells(sampleCsv(content.head), content.head);
    const column = columnOfRecords(sample);
    return column < 0 ? null : (builder, context) => readCells(content, sample, column, builder, context);
  },
};

/** A single column of records looks as if each line were one quoted cell around the real line. */
function inWholeCells(sample: CsvSample, head: Uint8Array): CsvSample {
  if (sample.shape.wrapped !== true) return sample;
  const { newline } = sample.shape;
  const shape = { delimiter: ',', newline };
  return { ...sample, shape, rows: firstRows(head.subarray(sample.start), shape, LOOKED_AT), header: null };
}

/** The column whose cells are records; -1 where there is none, or the table has IDs of assets itself. */
function columnOfRecords({ rows, header }: CsvSample): number {
  const hasIds = header?.suggestion.mapping.some((field, at) => {
    const isJson = isObject(rows[header.row + 1]?.[at] ?? '');
    return field === 'assetId' && IDENTIFYING.has(field) && !isJson;
  });
  if (hasIds === true) return -1;
  const first = rows.slice(0, LOOKED_AT);
  const width = Math.max(0, ...first.map((cells) => cells.length));
  const dialects = newDialects();
  for (let column = 0; column < width; column++) {
    const cells = first.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
    const objects = cells.filter(isObject);
    if (objects.length === 0 || objects.length < (cells.length - 1) * SHARE) continue;
    const value = parseLoose(objects[0]!);
    if (value !== undefined && embeddedIn(value, dialects).records.length > 0) return column;
  }
  return -1;
}

function isObject(cell: string): boolean {
  return /^\s*\{[\s\S]*\}\s*$/.test(cell);
}

async function readCells(
  content: Content,
  sample: CsvSample,
  column: number,
  builder: DatasetBuilder,
  context: TableContext,
): Promise<Reading> {
  const dialects = newDialects();
  const inner = new InnerJson(builder, (keeper) => new JsonReader(keeper, { dialects, textDepth: 1 }));
  const account = new JsonReader(builder, { dialects });
  let isFirst = true;
  const onRow: OnRow = (cells, byte, length, fault) => {
    const cell = cells[column]?.trim() ?? '';
    const isHeader = isFirst && !isObject(cell);
    isFirst = false;
    if (isHeader || cells.every((one) => one.trim() === '')) return;
    if (fault !== null || cell === '') builder.skip(byte, fault ?? NO_RECORD);
    else account.takeIn(inner.read(encodeText(cell), byte, length));
  };
  await eachRow(content, sample, context, onRow, { onBytes: context.onBytes });
  account.noteKeys();
  return { kind: 'read', format: 'CSV with records as JSON', mapping: null, shape: account.shape };
}
