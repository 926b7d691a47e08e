import type { Watch } from '../model/progress';
import type { TableQuery } from '../model/table';
import type { EpochMilliseconds } from '../model/units';
import { openTable, WHOLE_TABLE } from '../tables/table';
import type { ReportFacts } from './facts';
import { openReportTable, type ReportTable } from './report-table';
import type { ReportSource, Section } from './section';
import { reportSections } from './sections';

/** What is asked for. The same request gives the same report, byte for byte. */
export interface ReportRequest extends ReportSource {
  readonly generatedAt: EpochMilliseconds;
  /** What the table showed when the report was asked for; `null` takes every group. */
  readonly query: TableQuery | null;
}

/** Only `prepareReport` has it, so that no writer is given data that did not pass there. */
const PREPARED = Symbol('prepared');

/** What a writer is given: an opened table and sections, never the dataset. */
export interface ReportInput {
  readonly [PREPARED]: true;
  readonly facts: ReportFacts;
  readonly table: ReportTable;
  readonly sections: readonly Section[];
}

/**
 * Opens the table once for whichever writer. The one way to a `ReportInput`: what must be kept out of a report is to
 * be taken out here, between table and writers.
 * @param sorted whether the rows are wanted in the query's order; else they stand group after group
 * @param contributed sections of features, after the report's own
 */
export async function prepareReport(
  request: ReportRequest,
  { sorted = true, contributed = [] }: { sorted?: boolean; contributed?: readonly Section[] },
  watch: Watch,
): Promise<ReportInput> {
  const { dataset, grouping, settings, generatedAt, query } = request;
  const asked = query ?? WHOLE_TABLE;
  const opened = await openTable(dataset, grouping, sorted ? asked : { ...asked, sort: null }, watch);
  const { summary, ignored, sharedWidely } = grouping;
  const facts = { header: dataset.header, settings, generatedAt, query, summary, ignored, sharedWidely };
  return {
    [PREPARED]: true,
    facts,
    table: openReportTable(dataset, grouping, opened),
    sections: [...reportSections(facts, opened.size), ...contributed],
  };
}
