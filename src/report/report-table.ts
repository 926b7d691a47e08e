import { itemStart, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import { type Grouping, groupMembers } from '../model/grouping';
import type { RuleId } from '../model/rule';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS, type TableCells, type TableColumnId } from '../model/table-columns';
import type { AssetIndex, ClusterIndex, GroupIndex } from '../model/units';
import { assetCellsOf, cellsOf, cellText, ruleOf } from '../tables/cells';
import { rulesInGroup } from '../tables/matching-values';
import type { Table } from '../tables/table';
import { cellWidth } from './column-widths';

/** The opened table as writers see it: its rows and cells, and the groups and clusters they stand in. */
export interface ReportTable extends Pick<Table, 'size' | 'rows' | 'groups' | 'rowAt' | 'band'> {
  readonly columns: readonly TableColumnId[];
  readonly assetCount: number;
  readonly groupCount: number;
  readonly clusterCount: number;
  cells(asset: AssetIndex, group: GroupIndex): TableCells;
  /** The asset's own cells, as its record has them, whichever group it stands in. */
  assetCells(asset: AssetIndex): Partial<TableCells>;
  /** A cell as text, times in UTC, to the second. */
  cellText(asset: AssetIndex, group: GroupIndex, column: TableColumnId): string;
  /** How wide a column's cells are, in characters, at most 50. */
  widthOf(column: TableColumnId): number;
  ruleOf(group: GroupIndex): RuleId;
  /** The value a group shares, canonical. */
  canonicalValue(group: GroupIndex): string;
  assetId(asset: AssetIndex): string;
  /** All assets of the group, also those that the query does not show. */
  assetsOfGroup(group: GroupIndex): Uint32Array;
  /** The rules under which the asset matches another one, as bits of `RULE_IDS`. */
  rulesOfAsset(asset: AssetIndex): number;
  /** The same with the other assets of that group alone. */
  rulesInGroup(asset: AssetIndex, group: GroupIndex): number;
  clusterOf(group: GroupIndex): ClusterIndex;
  assetsOfCluster(cluster: ClusterIndex): Uint32Array;
  groupsOfCluster(cluster: ClusterIndex): Uint32Array;
}

/** See `ReportTable`. */
export function openReportTable(dataset: Dataset, grouping: Grouping, table: Table): ReportTable {
  const { clusterStops, clusterMembers, clusters } = grouping;
  let ofClusters: ReturnType<typeof groupsByCluster> | null = null;
  return {
    size: table.size,
    rows: table.rows,
    groups: table.groups,
    columns: TABLE_COLUMN_IDS,
    assetCount: dataset.size,
    groupCount: grouping.rules.length,
    clusterCount: clusterStops.length,
    rowAt: (row) => table.rowAt(row),
    band: (group) => table.band(group),
    cells: (asset, group) => cellsOf(dataset, grouping, asset, group),
    assetCells: (asset) => assetCellsOf(dataset, asset),
    cellText: (asset, group, column) => cellText(dataset, grouping, asset, group, column),
    widthOf: (column) => cellWidth(TABLE_COLUMNS[column].cells, dataset, grouping, table),
    ruleOf: (group) => ruleOf(grouping, group),
    canonicalValue: (group) => textAt(grouping.values, group),
    assetId: (asset) => textAt(dataset.columns.assetId, asset),
    assetsOfGroup: (group) => groupMembers(grouping, group),
    rulesOfAsset: (asset) => grouping.rulesOfAsset[asset] ?? 0,
    rulesInGroup: (asset, group) => rulesInGroup(grouping, asset, group),
    clusterOf: (group) => clusters[group]!,
    assetsOfCluster: (cluster) =>
      clusterMembers.subarray(itemStart(clusterStops, cluster), clusterStops[cluster]!),
    groupsOfCluster: (cluster) => {
      ofClusters ??= groupsByCluster(grouping);
      const { groups, stops } = ofClusters;
      return groups.subarray(itemStart(stops, cluster), stops[cluster]!);
    },
  };
}

/** The groups of each cluster, in their order: counted, then placed. */
function groupsByCluster({ clusters: of, clusterStops }: Grouping): {
  groups: Uint32Array;
  stops: Uint32Array;
} {
  const stops = new Uint32Array(clusterStops.length);
  for (const cluster of of) stops[cluster]!++;
  for (let cluster = 1; cluster < stops.length; cluster++) stops[cluster]! += stops[cluster - 1]!;
  const next = Uint32Array.from(stops, (_, cluster) => itemStart(stops, cluster));
  const groups = new Uint32Array(of.length);
  for (let group = 0; group < of.length; group++) groups[next[of[group]!]!++] = group;
  return { groups, stops };
}
