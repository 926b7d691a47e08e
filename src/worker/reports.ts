import type { Watch } from '../model/progress';
import { writeCsv } from '../report/csv';
import { reportFileName } from '../report/file-name';
import { writeHtml } from '../report/html/write-html';
import type { ReportInput } from '../report/input';
import { writeJson } from '../report/json';
import { openTable, WHOLE_TABLE } from '../report/rows/table';
import { writeXlsx } from '../report/xlsx/write-xlsx';
import type { ReportKind, SavedReport } from './api';
import type { Opened } from './session';

interface ReportFormat {
  readonly write: (input: ReportInput, watch: Watch) => AsyncGenerator<Uint8Array>;
  readonly type: string;
  /** What is being done, for the progress and for errors. */
  readonly doing: string;
}

/** The four reports. */
export const REPORT_FORMATS: Readonly<Record<ReportKind, ReportFormat>> = {
  xlsx: {
    write: writeXlsx,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    doing: 'Writing the Excel report',
  },
  html: { write: writeHtml, type: 'text/html', doing: 'Writing the HTML report' },
  json: { write: writeJson, type: 'application/json', doing: 'Writing the results as JSON' },
  csv: { write: writeCsv, type: 'text/csv', doing: 'Writing the duplicates as CSV' },
};

/** Parts of so many bytes become blobs while the report is written: those the browser may put on the disk. */
const PART_BYTES = 8 * 1024 * 1024;

/** Writes a report into a blob, which stays out of the worker's heap. */
export async function writeReport(
  opened: Opened,
  kind: ReportKind,
  query: ReportInput['query'],
  watch: Watch,
): Promise<SavedReport> {
  const { dataset, grouping, settings, explain } = opened;
  const { write, type, doing } = REPORT_FORMATS[kind];
  const generatedAt = Date.now();
  // The writer opens the same table; what ordering it takes is kept for both.
  const table = await openTable(dataset, grouping, query ?? WHOLE_TABLE, explain, watch);
  const { rows } = table.size;
  watch.report({ phase: doing, done: 0, total: rows, unit: 'rows' });
  const parts: Blob[] = [];
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of write({ dataset, grouping, settings, generatedAt, query, explain }, watch)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes < PART_BYTES) continue;
    parts.push(new Blob(chunks as BlobPart[]));
    chunks = [];
    bytes = 0;
    await watch.pause();
  }
  await watch.pause();
  const blob = new Blob([...parts, ...(chunks as BlobPart[])], { type });
  return { blob, fileName: reportFileName(dataset.header, generatedAt, kind), rows };
}
