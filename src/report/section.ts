import type { Dataset } from '../model/dataset';
import type { Sensitivity } from '../model/fields/sensitivity';
import type { Grouping } from '../model/grouping';
import type { Watch } from '../model/progress';
import type { DetectionSettings } from '../model/settings';
import type { CellValue } from './cell-value';

/**
 * What a feature adds to the reports: tables, from which sheets of the Excel report and parts of the HTML report
 * follow, and members of the results as JSON.
 */
export type Section = TableSection | JsonSection;

export interface TableSection {
  readonly kind: 'table';
  /** A name for the HTML report's anchors and for tests. */
  readonly id: string;
  readonly title: string;
  /** None: the rows are pairs of what and how much. */
  readonly columns: readonly SectionColumn[];
  readonly rowCount: number;
  /** Exactly `rowCount` rows, the same each time it is called. */
  rows(): Iterable<readonly CellValue[]>;
  /** On the sheet Summary, on a sheet of its own, or nowhere. A sheet's name has at most 26 characters. */
  readonly excel: 'summary' | { readonly sheet: string } | null;
  /** Whole, cut after so many rows under another title, or nowhere: the HTML report has no virtual rows for it. */
  readonly html: 'whole' | { readonly most: number; readonly cutTitle: string } | null;
}

export interface SectionColumn {
  readonly header: string;
  /** What a redacted copy does with the cells; `byRule`: what it does with the values of the row's rule. */
  readonly sensitivity: Sensitivity | 'byRule';
  /** Left out of the HTML report, which has less room. */
  readonly sheetOnly?: true;
}

/** A member of the results as JSON, after the contract's own. */
export interface JsonSection {
  readonly kind: 'json';
  readonly member: string;
  /** Figures that stand in the member `summary`, behind the contract's own. */
  readonly summary?: Readonly<Record<string, number>>;
  /** Text of a JSON value, in pieces. */
  value(watch: Watch): AsyncIterable<string>;
}

/** What reports are made of. */
export interface ReportSource {
  readonly dataset: Dataset;
  readonly grouping: Grouping;
  readonly settings: DetectionSettings;
}

/** A feature's part in the reports on what is open; none where it has nothing to say. */
export type ReportContribution = (opened: ReportSource, watch: Watch) => Promise<readonly Section[]>;

/** Columns whose cells say nothing about one machine. */
export function plainColumns(...headers: readonly string[]): SectionColumn[] {
  return headers.map((header) => ({ header, sensitivity: 'none' }));
}

/** A table of few rows, whole in the HTML report and on the sheet Summary. */
export function summarySection(
  section: Pick<TableSection, 'id' | 'title' | 'columns'>,
  rows: readonly (readonly CellValue[])[],
): TableSection {
  return {
    kind: 'table',
    ...section,
    rowCount: rows.length,
    rows: () => rows,
    excel: 'summary',
    html: 'whole',
  };
}
