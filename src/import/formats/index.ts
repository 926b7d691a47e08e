import type { DatasetBuilder } from '../builder';
import type { Content } from '../containers/content';
import type { TableContext } from '../tables/table-reading';
import { emptyFile, wrongFile } from '../wrong-file';
import type { Format, Reading } from './format';
import { JSON_FORMAT, JSON_IN_TEXT } from './json';
import { JSON_ROWS } from './json-rows';
import { PRINTED } from './printed';
import { RECORDS_IN_CELLS } from './records-in-cells';
import { CSV, WORKBOOK } from './tables';
import { XML } from './xml';

/** Every kind of file that can be imported, in the order in which they are asked whether a file is theirs. */
const FORMATS: readonly Format[] = [
  WORKBOOK,
  PRINTED,
  XML,
  JSON_ROWS,
  JSON_FORMAT,
  RECORDS_IN_CELLS,
  JSON_IN_TEXT,
  CSV,
];

/**
 * Reads a content by the first format that takes it for its own. Throws a `TroubleError` that says what the file
 * is if none does.
 */
export async function readContent(
  content: Content,
  builder: DatasetBuilder,
  context: TableContext,
): Promise<Reading> {
  const { failure, head, name, kind } = content;
  if (failure !== undefined) throw failure;
  if (kind === 'text' && !head.some((byte) => byte > 32)) {
    if (head.some((byte) => byte === 0)) throw wrongFile(name, head);
    throw emptyFile(name);
  }
  for (const format of FORMATS) {
    const read = format.recognise(content);
    if (read !== null) return read(builder, context);
  }
  throw wrongFile(name, head);
}
