import type { RuleId } from './rule';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS, type TableCells, type TableColumnId } from './table-columns';
import type { AssetIndex, ClusterIndex, EpochMilliseconds, GroupIndex } from './units';

export { TABLE_COLUMN_IDS, TABLE_COLUMNS, type TableCells, type TableColumnId };

/** How the table is ordered; `null` is the order of detection: group after group. */
export interface TableSort {
  readonly column: TableColumnId;
  readonly descending: boolean;
}

/** What the person asked the table to show. */
export interface TableQuery {
  /** Words that must all occur somewhere in the row, without regard to case. "" shows all. */
  readonly search: string;
  /** Only groups that these rules found; `null` shows all. */
  readonly rules: readonly RuleId[] | null;
  /** Only assets whose set of matching rules is exactly this one (bits as in `Grouping.rulesOfAsset`). */
  readonly overlap: number | null;
  /** Only assets that this rule matches, whichever found their group. */
  readonly matching: RuleId | null;
  readonly cluster: ClusterIndex | null;
  /** Only this group. */
  readonly group: GroupIndex | null;
  readonly sort: TableSort | null;
  /** Whether a sort orders whole groups, each by its first row in that order, and the rows within them. */
  readonly together: boolean;
  /** Whether a line with the group's number, value and size stands before each group. Only where groups are together. */
  readonly bands: boolean;
}

/** What a query came to. */
export interface TableSize {
  /** Lines to scroll through, bands included. */
  readonly lines: number;
  /** Rows: one for each asset in each group. */
  readonly rows: number;
  readonly groups: number;
  readonly assets: number;
}

/** The line before a group. */
export interface BandLine {
  readonly kind: 'band';
  readonly group: GroupIndex;
  /** Which of the shown groups it is, from 0: the colours alternate along them. */
  readonly place: number;
  readonly rule: RuleId;
  readonly value: string;
  /** How many assets share the value, and how many of them the query shows. */
  readonly size: number;
  readonly shown: number;
  readonly cluster: ClusterIndex;
  /** Why these are taken for one machine, in words. */
  readonly why: string;
  /** The further rules under which all of its assets have one value in common. */
  readonly also: readonly RuleId[];
}

/** One asset in one group, every cell as text except times and numbers. */
export interface AssetLine {
  readonly kind: 'asset';
  readonly asset: AssetIndex;
  readonly group: GroupIndex;
  /** Which of the shown groups that is, from 0. */
  readonly place: number;
  readonly rule: RuleId;
  readonly cells: TableCells;
  /** The values in its cells that another asset of the group has too, by the column of their rule. */
  readonly matched: Readonly<Partial<Record<TableColumnId, readonly string[]>>>;
}

export type TableLine = BandLine | AssetLine;

/** One line of the list of clusters. */
export interface ClusterLine {
  readonly cluster: ClusterIndex;
  readonly assets: number;
  readonly groups: number;
  /** Rules that join it, as bits of `RULE_IDS`. */
  readonly rules: number;
  /** What its first assets are called, at most five. */
  readonly names: readonly string[];
  readonly newest: EpochMilliseconds;
}

/** How the list of clusters is ordered. */
export type ClusterSort = 'order' | 'assets' | 'groups' | 'newest';

/** What the person asked the list of clusters to show. */
export interface ClusterQuery {
  readonly sort: ClusterSort;
  /** Words that must all occur in one of its rows. */
  readonly search: string;
  /** Only those that more than one group joins. */
  readonly joined: boolean;
}
