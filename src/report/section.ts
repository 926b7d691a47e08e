import type { Dataset } from '../model/dataset';
import type { Sensitivity } from '../model/fields/sensitivity';
import type { Grouping } from '../model/grouping';
import type { Watch } from '../model/progress';
import type { DetectionSettings } from '../model/settings';
import type { AssetIndex } from '../model/units';
import type { CellValue } from './cell-value';
import type { SheetParts } from './xlsx/sheet-parts';

/**
 * What a feature adds to the reports: tables, from which sheets of the Excel report and parts of the HTML report
 * follow, columns in the rows of the duplicates, and members of the results as JSON.
 */
export type Section = TableSection | JsonSection | RowsSection;

/**
 * Values that say themselves what they are, wherever they stand, joined by commas; `rest` is said after them and is
 * never a value. In a section without columns every text but the first of a row must be one.
 */
export interface SensitiveValues {
  readonly values: readonly string[];
  readonly sensitivity: Sensitivity;
  readonly rest?: string;
}

/** A sentence; in a column of values, `redacted` is what a redacted copy says instead. Never holds a value. */
export interface SectionNote {
  readonly note: string;
  readonly redacted?: string;
}

/** What a cell of a section holds. */
export type SectionCell = Exclude<CellValue, { readonly note: string }> | SensitiveValues | SectionNote;

/** A section as writers take it: values are texts, and in a redacted copy pseudonyms. */
export type WrittenSection = WrittenTable | JsonSection | RowsSection;
export interface WrittenTable extends TableSection {
  rows(): Iterable<readonly CellValue[]>;
}

export interface TableSection {
  readonly kind: 'table';
  /** A name for the HTML report's anchors and for tests. */
  readonly id: string;
  readonly title: string;
  /** None: the rows are pairs of what and how much. */
  readonly columns: readonly SectionColumn[];
  readonly rowCount: number;
  /** Exactly `rowCount` rows, the same each time it is called. */
  rows(): Iterable<readonly SectionCell[]>;
  /** The part of the HTML report it stands in; without one, among settings and lists. */
  readonly part?: string;
  /** On the sheet Summary, on a sheet of its own, which may have lists to choose from and notes, or nowhere. A sheet's name has at most 26 characters. */
  readonly excel: 'summary' | { readonly sheet: string; readonly parts?: SheetParts } | null;
  /** Whole, cut after so many rows under another title, or nowhere: the HTML report has no virtual rows for it. */
  readonly html: 'whole' | { readonly most: number; readonly cutTitle: string } | null;
  /** Of no use with pseudonyms: a redacted copy leaves it out. */
  readonly notRedacted?: true;
}

export interface SectionColumn {
  readonly header: string;
  /**
   * What a redacted copy does with the cells; `byRule`: what it does with the values of the row's rule; `sentence`:
   * texts with values in them, which it leaves out.
   */
  readonly sensitivity: Sensitivity | 'byRule' | 'sentence';
  /** Left out of the HTML report, which has less room. */
  readonly sheetOnly?: true;
  /** The cells are numbers of groups, which the HTML report shows. */
  readonly link?: 'group';
  /** Begins the name by which a link finds the first row with the cell's number: `machine` for `#machine-5`. */
  readonly anchor?: string;
  /** Texts of many words, which wrap. */
  readonly wraps?: true;
}

/**
 * Columns in the rows of the duplicates in Excel and CSV, behind the first five: what a feature says about each row's
 * asset. Never a value of an asset, so that a redacted copy takes them as they are.
 */
export interface RowsSection {
  readonly kind: 'rows';
  readonly columns: readonly RowsColumn[];
  /** A cell for each column. */
  cells(asset: AssetIndex): readonly CellValue[];
}

export interface RowsColumn {
  readonly header: string;
  readonly sensitivity: 'none';
  /** How wide its cells are, in characters. */
  readonly width: number;
  /** Shows when the pointer is on the header, in Excel. */
  readonly note?: string;
}

/** A member of the results as JSON, after the contract's own. */
export interface JsonSection {
  readonly kind: 'json';
  readonly member: string;
  /** Figures that stand in the member `summary`, behind the contract's own. */
  readonly summary?: Readonly<Record<string, number>>;
  /** What a redacted copy does with texts, by the key they stand under. It fails at a key that is not here. */
  readonly members: Readonly<Record<string, JsonMember>>;
  /** Text of a JSON value, in pieces. */
  value(watch: Watch): AsyncIterable<string>;
}

/**
 * As for a column; `parts`: objects or lists of such, whose keys are looked up again; or decided by what the text under
 * an earlier key of the same object says.
 */
export type JsonMember =
  | Sensitivity
  | 'sentence'
  | 'parts'
  | { readonly by: string; readonly of: Readonly<Record<string, Sensitivity>> };

/** Keys under which, however deep, nothing is said about one machine; keys further in may be anything. */
export function plainMembers(...keys: readonly string[]): Record<string, JsonMember> {
  return Object.fromEntries(keys.map((key) => [key, 'none']));
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
  section: Pick<TableSection, 'id' | 'title' | 'columns' | 'part'>,
  rows: readonly (readonly SectionCell[])[],
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
