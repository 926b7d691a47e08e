import type { Content } from '../../../../src/import/containers/content';
import { openContainer } from '../../../../src/import/containers/open-container';
import { readCsv, sniffCsv } from '../../../../src/import/formats/csv';
import { readWorkbook } from '../../../../src/import/formats/xlsx';
import type { TableReading } from '../../../../src/import/tables/table-reading';
import type { ImportOptions } from '../../../../src/model/import-request';
import { UNWATCHED } from '../../../../src/model/progress';
import { SeenRecords } from '../tables/record-sink';

/** Reads every table in a file, as the import does. `reading` is null if the file is no table. */
export async function readTable(
  bytes: Uint8Array<ArrayBuffer> | string,
  name: string,
  options: Partial<ImportOptions> = {},
) {
  const sink = new SeenRecords();
  let reading: TableReading | null = null;
  for await (const content of openContainer({ name, blob: new Blob([bytes]) }, UNWATCHED)) {
    reading = await readOne(content, sink, { origin: 'files', ...options });
  }
  return { sink, reading };
}

async function readOne(
  content: Content,
  sink: SeenRecords,
  options: ImportOptions,
): Promise<TableReading | null> {
  const context = { options, watch: UNWATCHED, onBytes: () => undefined };
  if (content.kind !== 'text') return readWorkbook(content, sink, context);
  const sample = sniffCsv(content);
  return sample === null ? null : readCsv(content, sample, sink, context);
}
