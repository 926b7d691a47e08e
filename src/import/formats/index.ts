import type { FileMapping } from '../../model/dataset';
import type { MappingRequest } from '../../model/import-request';
import type { DatasetBuilder } from '../builder';
import type { Content } from '../containers/content';
import type { TableContext } from '../tables/table-reading';
import { emptyFile, wrongFile } from '../wrong-file';
import { readCsv, sniffCsv } from './csv';
import { readJson, sniffJson } from './json';
import { readWorkbook } from './xlsx';

/** What reading one content came to. */
export type Reading =
  | { readonly kind: 'read'; readonly format: string; readonly mapping: FileMapping | null }
  | { readonly kind: 'mapping'; readonly request: MappingRequest };

/**
 * Reads a content by the first format that takes it for its own. Throws a `TroubleError` that says what the file
 * is if none does.
 */
export async function readContent(
  content: Content,
  builder: DatasetBuilder,
  context: TableContext,
): Promise<Reading> {
  if (content.failure !== undefined) throw content.failure;
  if (content.kind !== 'text') {
    const label = content.kind === 'xlsx' ? 'Excel workbook' : 'Excel workbook (.xls)';
    return labelled(await readWorkbook(content, builder, context), label);
  }
  const { head, name } = content;
  if (!head.some((byte) => byte > 32)) {
    if (head.some((byte) => byte === 0)) throw wrongFile(name, head);
    throw emptyFile(name);
  }
  if (sniffJson(head)) {
    return { kind: 'read', format: await readJson(content, builder, context), mapping: null };
  }
  const sample = sniffCsv(content);
  if (sample === null) throw wrongFile(name, head);
  const reading = await readCsv(content, sample, builder, context);
  const encoding = reading.kind === 'read' ? reading.encoding : undefined;
  return labelled(reading, encoding === undefined ? 'CSV' : `CSV, ${encoding}`);
}

type TableOutcome = Awaited<ReturnType<typeof readCsv>>;

function labelled(reading: TableOutcome, format: string): Reading {
  return reading.kind === 'mapping' ? reading : { kind: 'read', format, mapping: reading.mapping };
}
