import type { ReportContribution } from '../../../report/section';
import type { EngineKit } from '../../../worker/kit';
import type { DuplicatesCalls } from '../calls';
import { createImportAndDetect } from './import-and-detect';
import { createRecordView } from './record-view';
import { REPORT_FORMATS, writeReport } from './reports';
import { createTableView } from './table-view';

/** What other features have in the reports. */
export interface ReportParts {
  readonly contributions: readonly ReportContribution[];
  /** Who fetched a dataset from the Gateway, for the file's name; "" where nobody did, or it is not known any more. */
  userNameOf(dataset: string): string;
}

/** Import, detection, table, clusters, records and reports. */
export function createDuplicates(
  kit: EngineKit,
  { contributions, userNameOf }: ReportParts,
): DuplicatesCalls {
  const { session, jobs } = kit;
  return {
    ...createImportAndDetect(kit),
    ...createTableView(session),
    ...createRecordView(session),
    saveReport: (kind, choices, onProgress) =>
      jobs.run('report', REPORT_FORMATS[kind].doing, onProgress, (watch) =>
        writeReport(session.requireOpen(), kind, choices, contributions, watch, userNameOf),
      ),
  };
}
