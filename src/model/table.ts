import type { RuleId } from './rule';
import type { AssetIndex, ClusterIndex, EpochMilliseconds, GroupIndex } from './units';

/**
 * The columns of the result table: on the page, in the Excel and HTML reports and in the CSV file, in this
 * order. The first five and their names are public (docs/contract.md).
 */
export const TABLE_COLUMNS = {
  assetId: { header: 'Asset ID', kind: 'number' },
  address: { header: 'Address', kind: 'address' },
  dnsName: { header: 'DNS Name', kind: 'text' },
  assetName: { header: 'Asset Name', kind: 'text' },
  source: { header: 'Source', kind: 'text' },
  lastActivity: { header: 'Last Activity', kind: 'time' },
  netbiosName: { header: 'NetBIOS Name', kind: 'text' },
  macAddresses: { header: 'MAC Addresses', kind: 'text' },
  matchedOn: { header: 'Matched On', kind: 'text' },
  sharedValue: { header: 'Shared Value', kind: 'text' },
  group: { header: 'Group', kind: 'number' },
  cluster: { header: 'Cluster', kind: 'number' },
  operatingSystem: { header: 'Operating System', kind: 'text' },
} as const satisfies Record<string, { header: string; kind: 'text' | 'number' | 'address' | 'time' }>;

export type TableColumnId = keyof typeof TABLE_COLUMNS;
export const TABLE_COLUMN_IDS = Object.keys(TABLE_COLUMNS) as readonly TableColumnId[];

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
  readonly cluster: ClusterIndex | null;
  readonly sort: TableSort | null;
  /** Whether a line with the group's number, value and size stands before each group. Only without a sort. */
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
  readonly rule: RuleId;
  readonly value: string;
  /** How many assets share the value, and how many of them the query shows. */
  readonly size: number;
  readonly shown: number;
  readonly cluster: ClusterIndex;
  /** Why these are taken for one machine, in words. */
  readonly why: string;
}

/** One asset in one group, every cell as text except times and numbers. */
export interface AssetLine {
  readonly kind: 'asset';
  readonly asset: AssetIndex;
  readonly group: GroupIndex;
  readonly rule: RuleId;
  readonly cells: Readonly<Record<Exclude<TableColumnId, 'lastActivity' | 'group' | 'cluster'>, string>> & {
    readonly lastActivity: EpochMilliseconds;
    readonly group: number;
    readonly cluster: number;
  };
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
