import type { Watch } from '../model/progress';
import { REDACTED_KINDS, type Redaction } from '../model/redaction';
import type { TableQuery } from '../model/table';
import type { EpochMilliseconds } from '../model/units';
import { openTable, WHOLE_TABLE } from '../tables/table';
import { type AssetValues, assetValues } from './asset-lines/asset-values';
import type { ReportFacts } from './facts';
import { Pseudonyms } from './redaction/pseudonyms';
import { redactFacts } from './redaction/redact-facts';
import { plainSection, redactedSection } from './redaction/redact-sections';
import { redactTable } from './redaction/redact-table';
import { openReportTable, type ReportTable } from './report-table';
import type { ReportSource, Section, WrittenSection } from './section';
import { reportSections } from './sections';

/** What is asked for. The same request gives the same report, byte for byte. */
export interface ReportRequest extends ReportSource {
  readonly generatedAt: EpochMilliseconds;
  /** What the table showed when the report was asked for; `null` takes every group. */
  readonly query: TableQuery | null;
  /** `null`: values stay as they are. */
  readonly redaction?: Redaction | null;
}

/** Only `prepareReport` has it, so that no writer is given data that did not pass there. */
const PREPARED = Symbol('prepared');

/** What a writer is given: an opened table and sections, never the dataset. */
export interface ReportInput {
  readonly [PREPARED]: true;
  readonly facts: ReportFacts;
  readonly table: ReportTable;
  /** Every field of every asset, for a file of assets. */
  readonly assets: AssetValues;
  readonly sections: readonly WrittenSection[];
}

/**
 * Opens the table once for whichever writer. The one way to a `ReportInput`: with a redaction, facts, table and
 * sections pass through it here, and it fails at anything that does not say how sensitive it is.
 * @param sorted whether the rows are wanted in the query's order; else they stand group after group
 * @param contributed sections of features, after the report's own
 */
export async function prepareReport(
  request: ReportRequest,
  { sorted = true, contributed = [] }: { sorted?: boolean; contributed?: readonly Section[] },
  watch: Watch,
): Promise<ReportInput> {
  const { dataset, grouping, settings, generatedAt, query, redaction = null } = request;
  const asked = query ?? WHOLE_TABLE;
  const opened = await openTable(dataset, grouping, sorted ? asked : { ...asked, sort: null }, watch);
  const { summary, ignored, sharedWidely } = grouping;
  const facts: ReportFacts = {
    header: dataset.header,
    settings,
    generatedAt,
    query,
    redaction: redaction && { keyKept: redaction.keyKept, kinds: redaction.kinds ?? REDACTED_KINDS },
    summary,
    ignored,
    sharedWidely,
  };
  const table = openReportTable(dataset, grouping, opened);
  if (redaction === null) {
    const sections = [...reportSections(facts, opened.size), ...contributed].map(plainSection);
    return { [PREPARED]: true, facts, table, assets: assetValues(dataset, null), sections };
  }
  const pseudonyms = new Pseudonyms(redaction.key, redaction.kinds);
  const safeFacts = redactFacts(facts, pseudonyms);
  return {
    [PREPARED]: true,
    facts: safeFacts,
    table: redactTable(table, pseudonyms),
    assets: assetValues(dataset, pseudonyms),
    sections: [
      // Made of nothing but redacted facts.
      ...reportSections(safeFacts, opened.size).map(plainSection),
      ...contributed
        .filter((section) => section.kind !== 'table' || section.notRedacted !== true)
        .map((section) => redactedSection(section, pseudonyms)),
    ],
  };
}
