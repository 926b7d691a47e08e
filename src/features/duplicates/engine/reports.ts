import type { Watch } from '../../../model/progress';
import { writeCsv } from '../../../report/csv';
import { reportFileName } from '../../../report/file-name';
import { writeHtml } from '../../../report/html/write-html';
import type { ReportInput } from '../../../report/input';
import { writeJson } from '../../../report/json';
import { plainSheet } from '../../../report/xlsx/plain-sheet';
import { writeXlsx } from '../../../report/xlsx/write-xlsx';
import { openTable, WHOLE_TABLE } from '../../../tables/table';
import type { ReportKind, SavedReport } from '../../../worker/api';
import type { Opened } from '../../../worker/session';
import type { SensorCheck } from '../../sensor/engine/check-of-open';
import { sensorSections } from '../../sensor/report/html-sections';
import { sensorJson } from '../../sensor/report/json';
import { sensorSection } from '../../sensor/report/section';
import type { SensorSection } from '../../sensor/types/report';

interface ReportFormat {
  /** `sensor` is `null` for a dataset that no sensor reported. */
  readonly write: (
    input: ReportInput,
    watch: Watch,
    sensor: SensorSection | null,
  ) => AsyncGenerator<Uint8Array>;
  /** Whether it has a part on the sensor check. */
  readonly sensor: boolean;
  readonly type: string;
  /** What is being done, for the progress and for errors. */
  readonly doing: string;
}

/** The four reports. */
export const REPORT_FORMATS: Readonly<Record<ReportKind, ReportFormat>> = {
  xlsx: {
    write: (input, watch, sensor) => writeXlsx(input, watch, sensor?.sheets.map(plainSheet)),
    sensor: true,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    doing: 'Writing the Excel report',
  },
  html: {
    write: (input, watch, sensor) => writeHtml(input, watch, sensor === null ? [] : sensorSections(sensor)),
    sensor: true,
    type: 'text/html',
    doing: 'Writing the HTML report',
  },
  json: {
    write: (input, watch, sensor) =>
      writeJson(input, watch, sensor === null ? null : sensorJson(sensor, watch)),
    sensor: true,
    type: 'application/json',
    doing: 'Writing the results as JSON',
  },
  csv: {
    write: (input, watch) => writeCsv(input, watch),
    sensor: false,
    type: 'text/csv',
    doing: 'Writing the duplicates as CSV',
  },
};

/** Parts of so many bytes become blobs while the report is written: those the browser may put on the disk. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Writes a report into a blob, which stays out of the worker's heap. `userNameOf` says who fetched a dataset from
 * the Gateway: the name stands in the file's name only, and is stored nowhere.
 */
export async function writeReport(
  opened: Opened,
  kind: ReportKind,
  query: ReportInput['query'],
  sensors: SensorCheck,
  watch: Watch,
  userNameOf: (dataset: string) => string = () => '',
): Promise<SavedReport> {
  const { dataset, grouping, settings, explain } = opened;
  const { write, type, doing, sensor } = REPORT_FORMATS[kind];
  const generatedAt = Date.now();
  // The writer opens the same table; what ordering it takes is kept for both.
  const table = await openTable(dataset, grouping, query ?? WHOLE_TABLE, explain, watch);
  const { rows } = table.size;
  const checked = sensor ? await sensors.forReport(watch) : null;
  const section = checked === null ? null : sensorSection(checked);
  watch.report({ phase: doing, done: 0, total: rows, unit: 'rows' });
  const parts: Blob[] = [];
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of write(
    { dataset, grouping, settings, generatedAt, query, explain },
    watch,
    section,
  )) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes < PART_BYTES) continue;
    parts.push(new Blob(chunks as BlobPart[]));
    chunks = [];
    bytes = 0;
    await watch.pause();
  }
  await watch.pause();
  const { gateway, id } = dataset.header;
  const named = gateway ? { gateway: { ...gateway, userName: userNameOf(id) } } : {};
  const blob = new Blob([...parts, ...(chunks as BlobPart[])], { type });
  const fileName = reportFileName(named, generatedAt, kind);
  const shownName =
    gateway === undefined || userNameOf(id) === ''
      ? fileName
      : reportFileName({ gateway: { ...gateway, userName: '' } }, generatedAt, kind).replace(
          /_(?=\d{8}_\d{6}\.)/,
          '_…_',
        );
  return { blob, fileName, shownName, rows };
}
