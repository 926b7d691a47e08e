import type { Watch } from '../../../model/progress';
import { assetsOfFile, writeAssetLines } from '../../../report/asset-lines/write-asset-lines';
import { writeCsv } from '../../../report/csv';
import { redactedFileName, reportFileName } from '../../../report/file-name';
import { writeHtml } from '../../../report/html/write-html';
import { prepareReport, type ReportInput } from '../../../report/input';
import { writeJson } from '../../../report/json';
import type { ReportContribution, Section } from '../../../report/section';
import { writeXlsx } from '../../../report/xlsx/write-xlsx';
import type { ReportChoices, ReportKind, SavedReport } from '../../../worker/api';
import type { Opened } from '../../../worker/session';

interface ReportFormat {
  readonly write: (input: ReportInput, watch: Watch) => AsyncGenerator<Uint8Array>;
  /** What it has of features: whole sections, columns in the rows of the duplicates. */
  readonly sections: boolean;
  readonly columns: boolean;
  /** Whether its rows stand in the query's order. */
  readonly sorted: boolean;
  readonly type: string;
  /** How the file's name ends, and what it begins with. */
  readonly extension: string;
  readonly stem?: string;
  /** Compressed on the way. */
  readonly gzip?: true;
  /** What is being done, for the progress and for errors. */
  readonly doing: string;
}

/** What other features have in the reports. */
export interface ReportParts {
  readonly contributions: readonly ReportContribution[];
  /** Those that add columns to the rows of the duplicates. */
  readonly columns: readonly ReportContribution[];
  /**
   * Who fetched a dataset from the Gateway; "" where nobody did, or it is not known any more. The name stands in the
   * file's name only, and is stored nowhere.
   */
  userNameOf(dataset: string): string;
}

/** The reports, and the dataset as a file that is read again. */
export const REPORT_FORMATS: Readonly<Record<ReportKind, ReportFormat>> = {
  xlsx: {
    extension: 'xlsx',
    write: writeXlsx,
    sections: true,
    columns: true,
    sorted: true,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    doing: 'Writing the Excel report',
  },
  html: {
    extension: 'html',
    write: writeHtml,
    sections: true,
    columns: false,
    sorted: false,
    type: 'text/html',
    doing: 'Writing the HTML report',
  },
  json: {
    extension: 'json',
    write: writeJson,
    sections: true,
    columns: false,
    sorted: true,
    type: 'application/json',
    doing: 'Writing the results as JSON',
  },
  csv: {
    extension: 'csv',
    write: writeCsv,
    sections: false,
    columns: true,
    sorted: true,
    type: 'text/csv',
    doing: 'Writing the duplicates as CSV',
  },
  assets: {
    extension: 'ndjson.gz',
    stem: 'assets',
    gzip: true,
    write: writeAssetLines,
    sections: false,
    columns: false,
    sorted: false,
    type: 'application/gzip',
    doing: 'Writing the assets',
  },
};

/** Parts of so many bytes become blobs while the report is written: those the browser may put on the disk. */
const PART_BYTES = 8 * 1024 * 1024;

/** Writes a report into a blob, which stays out of the worker's heap. */
export async function writeReport(
  opened: Opened,
  kind: ReportKind,
  { query, redaction = null }: ReportChoices,
  parts: ReportParts,
  watch: Watch,
): Promise<SavedReport> {
  const { dataset, grouping, settings } = opened;
  const { write, type, doing, sections, columns, sorted, extension, stem, gzip } = REPORT_FORMATS[kind];
  const { userNameOf } = parts;
  const generatedAt = Date.now();
  const contributed: Section[] = [];
  const asked = [...(columns ? parts.columns : []), ...(sections ? parts.contributions : [])];
  for (const contribute of asked) contributed.push(...(await contribute(opened, watch)));
  const request = { dataset, grouping, settings, generatedAt, query, redaction };
  const input = await prepareReport(request, { sorted, contributed }, watch);
  const rows = kind === 'assets' ? assetsOfFile(input).length : input.table.size.rows;
  watch.report({ phase: doing, done: 0, total: rows, unit: 'rows' });
  const blobs: Blob[] = [];
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of write(input, watch)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes < PART_BYTES) continue;
    blobs.push(new Blob(chunks as BlobPart[]));
    chunks = [];
    bytes = 0;
    await watch.pause();
  }
  await watch.pause();
  const plain = new Blob([...blobs, ...(chunks as BlobPart[])], { type });
  const blob = gzip ? await gzipped(plain, type) : plain;
  if (redaction !== null) {
    const fileName = redactedFileName(generatedAt, extension, stem);
    return { blob, fileName, shownName: fileName, rows };
  }
  const { gateway, id } = dataset.header;
  const named = gateway ? { gateway: { ...gateway, userName: userNameOf(id) } } : {};
  const fileName = reportFileName(named, generatedAt, extension, stem);
  const shownName =
    gateway === undefined || userNameOf(id) === ''
      ? fileName
      : reportFileName({ gateway: { ...gateway, userName: '' } }, generatedAt, extension, stem).replace(
          /_(?=\d{8}_\d{6}\.)/,
          '_…_',
        );
  return { blob, fileName, shownName, rows };
}

function gzipped(blob: Blob, type: string): Promise<Blob> {
  const stream = blob.stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream, { headers: { 'content-type': type } }).blob();
}
