import { createSignal } from 'solid-js';
import type { OnProgress, ReportChoices, ReportKind, SavedReport } from '../../client/api';
import type { Outcome } from '../../model/outcome';
import type { TableQuery } from '../../model/table';
import { downloadBlob } from '../browser/download';
import { bytesText, counted } from '../words';
import type { Session } from './session';

/** The four reports, in the order in which they are offered. */
export const REPORTS: readonly {
  readonly kind: ReportKind;
  readonly label: string;
  readonly what: string;
}[] = [
  { kind: 'xlsx', label: 'Save Excel report', what: 'Writing Excel report' },
  { kind: 'html', label: 'Save HTML report', what: 'Writing HTML report' },
  { kind: 'json', label: 'Save results as JSON', what: 'Writing results as JSON' },
  { kind: 'csv', label: 'Save duplicates as CSV', what: 'Writing duplicates as CSV' },
];

/** What saving asks of the engine. */
export interface ReportEngine {
  saveReport(kind: ReportKind, choices: ReportChoices, onProgress: OnProgress): Promise<Outcome<SavedReport>>;
}

/** Saving reports, and the line that says what was saved last. */
export function createReports(engine: ReportEngine, session: Session) {
  const [saved, setSaved] = createSignal('');
  const [shownOnly, setShownOnly] = createSignal(false);
  return {
    saved,
    /** Whether reports take only what the table shows. */
    shownOnly,
    setShownOnly,
    save: async (kind: ReportKind, query: TableQuery | null) => {
      const report = REPORTS.find((other) => other.kind === kind)!;
      setSaved('');
      const made = await session.run('report', report.what, (on) => engine.saveReport(kind, { query }, on));
      if (made === null) return;
      downloadBlob(made.blob, made.fileName);
      setSaved(`Saved ${made.shownName} (${counted(made.rows, 'row')}, ${bytesText(made.blob.size)}).`);
    },
  };
}
export type Reports = ReturnType<typeof createReports>;
