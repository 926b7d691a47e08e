import type { EngineKit } from '../../../worker/kit';
import type { DuplicatesCalls } from '../calls';
import { createImportAndDetect } from './import-and-detect';
import { createRecordView } from './record-view';
import { REPORT_FORMATS, type ReportParts, writeReport } from './reports';
import { createTableView } from './table-view';

/** Import, detection, table, clusters, records and reports. */
export function createDuplicates(kit: EngineKit, parts: ReportParts): DuplicatesCalls {
  const { session, jobs } = kit;
  return {
    ...createImportAndDetect(kit),
    ...createTableView(session),
    ...createRecordView(session),
    saveReport: (kind, choices, onProgress) =>
      jobs.run('report', REPORT_FORMATS[kind].doing, onProgress, (watch) =>
        writeReport(session.requireOpen(), kind, choices, parts, watch),
      ),
  };
}
