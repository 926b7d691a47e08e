import type { RuleDefinition } from '../../model/rules/rule';
import type { CellOrder, CellSource, ColumnCard } from '../../model/table-columns/column';

/**
 * What an HTML report holds for its viewer, in `<script type="application/json" class="…">` blocks of bounded
 * size, to be joined in the order of the document. The viewer and the writer are always of the same version.
 */
export interface Blocks {
  /** One block. */
  readonly facts: ReportFacts;
  /** Each asset once, however many groups it stands in, in order of first appearance. */
  readonly assets: readonly AssetRecord[];
  /** Shown groups in the order of detection. */
  readonly groups: readonly GroupRecord[];
  /** The asset of each row, an index into `assets`; the rows of group 0, then those of group 1 … */
  readonly rows: readonly number[];
  /** The rules under which each row's asset matches others of its group, as bits of places in `ReportFacts.rules`. */
  readonly matches: readonly number[];
}

/** What the viewer needs besides the rows; all else is in the page's HTML already. */
export interface ReportFacts {
  readonly rowCount: number;
  /** How the table was sorted on the page when the report was made. */
  readonly sort: ReportSort | null;
  readonly columns: readonly ReportColumn[];
  readonly rules: readonly ReportRule[];
  /** Shared values that were ignored and so prove nothing, each as the place of its rule, a blank, and the value. */
  readonly ignored: readonly string[];
}

export interface ReportSort {
  readonly column: string;
  readonly descending: boolean;
}

/** A column as the viewer knows it. Asset columns take their cells from `AssetRecord`, in their order. */
export interface ReportColumn {
  readonly id: string;
  readonly header: string;
  readonly from: CellSource['from'];
  readonly order: CellOrder;
  readonly fixed: boolean;
  /** Its share of the width in print, percent; `null`: not printed. */
  readonly print: number | null;
  /** Where it stands on a narrow screen, where each row is a card; `null`: nowhere. */
  readonly card: NonNullable<ColumnCard['report']> | null;
}

export interface ReportRule {
  readonly id: string;
  readonly label: string;
  readonly form: RuleDefinition['form'];
  /** The column in which its values are marked. */
  readonly column: string | null;
}

/**
 * The cells of the asset's own columns, times in milliseconds, `null` for never; behind them the rules under which the
 * asset matches another one, as bits of places in `ReportFacts.rules`.
 */
export type AssetRecord = readonly (string | number | null)[];

/**
 * Group number, place in `ReportFacts.rules`, shared value, cluster number, size in the dataset, rows shown, why, and the
 * rules under which all of its assets have one value in common, as bits.
 */
export type GroupRecord = readonly [
  group: number,
  rule: number,
  value: string,
  cluster: number,
  size: number,
  shown: number,
  why: string,
  inCommon: number,
];
