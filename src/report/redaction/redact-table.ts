import { explainSharedValue, formatValue } from '../../identifiers/shared-value';
import type { RuleId } from '../../model/rule';
import { RULES } from '../../model/rules';
import { TABLE_COLUMNS, type TableCells, type TableColumnId } from '../../model/table-columns';
import { type CellSource, sensitivityOf } from '../../model/table-columns/column';
import type { GroupIndex } from '../../model/units';
import { LIST_SEPARATOR } from '../../tables/cells';
import type { ReportTable } from '../report-table';
import type { Pseudonyms } from './pseudonyms';

/** `name-0123456789ab.domain-0123456789ab`, the longest pseudonym, and room for a second MAC or address. */
const PSEUDONYM_WIDTH = 38;

/** The opened table with pseudonyms in its cells; rows, groups and clusters stay as they are. */
export function redactTable(table: ReportTable, pseudonyms: Pseudonyms): ReportTable {
  const pseudonymOf = (rule: RuleId, value: string) => pseudonyms.of(RULES[rule].sensitivity, value);
  const canonicalValue = (group: GroupIndex) => pseudonymOf(table.ruleOf(group), table.canonicalValue(group));
  const isKept = (column: TableColumnId) => {
    const sensitivity = sensitivityOf(TABLE_COLUMNS[column].cells);
    return sensitivity !== 'byRule' && pseudonyms.keeps(sensitivity);
  };
  const shownValue = (group: GroupIndex) => formatValue(table.ruleOf(group), canonicalValue(group));
  const cell = <T>(column: TableColumnId, group: GroupIndex | null, value: T): T | string => {
    const { cells } = TABLE_COLUMNS[column];
    const sensitivity: ReturnType<typeof sensitivityOf> | undefined = sensitivityOf(cells);
    if (sensitivity === undefined) throw new Error(`Column ${column} has no sensitivity.`);
    if (sensitivity === 'none') return value;
    if (sensitivity === 'byRule') {
      if (group === null) throw new Error(`Column ${column} belongs to no group here.`);
      return shownValue(group);
    }
    return valuesIn(cells, String(value))
      .map((text) => pseudonyms.of(sensitivity, text))
      .join(LIST_SEPARATOR);
  };
  return {
    size: table.size,
    rows: table.rows,
    groups: table.groups,
    columns: table.columns,
    assetCount: table.assetCount,
    groupCount: table.groupCount,
    clusterCount: table.clusterCount,
    rowAt: (row) => table.rowAt(row),
    band: (group) => {
      const band = table.band(group);
      return {
        kind: band.kind,
        group: band.group,
        place: band.place,
        rule: band.rule,
        value: shownValue(group),
        size: band.size,
        shown: band.shown,
        cluster: band.cluster,
        why: explainSharedValue(band.rule, canonicalValue(group), band.size),
        also: band.also,
      };
    },
    cells: (asset, group) => {
      const cells = table.cells(asset, group);
      return Object.fromEntries(
        table.columns.map((column) => [column, cell(column, group, cells[column])]),
      ) as unknown as TableCells;
    },
    assetCells: (asset) => {
      const own = Object.entries(table.assetCells(asset)) as [TableColumnId, string | number][];
      return Object.fromEntries(own.map(([column, value]) => [column, cell(column, null, value)]));
    },
    cellText: (asset, group, column) => cell(column, group, table.cellText(asset, group, column)),
    widthOf: (column) => (isKept(column) ? table.widthOf(column) : PSEUDONYM_WIDTH),
    ruleOf: (group) => table.ruleOf(group),
    canonicalValue,
    assetId: (asset) => pseudonyms.of('id', table.assetId(asset)),
    assetsOfGroup: (group) => table.assetsOfGroup(group),
    rulesOfAsset: (asset) => table.rulesOfAsset(asset),
    rulesInGroup: (asset, group) => table.rulesInGroup(asset, group),
    clusterOf: (group) => table.clusterOf(group),
    assetsOfCluster: (cluster) => table.assetsOfCluster(cluster),
    groupsOfCluster: (cluster) => table.groupsOfCluster(cluster),
  };
}

/** The values of a cell, which may be a list. */
function valuesIn({ from }: CellSource, text: string): readonly string[] {
  return from === 'texts' || from === 'codes' || from === 'macs' ? text.split(LIST_SEPARATOR) : [text];
}
