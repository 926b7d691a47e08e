import { lowerFirst } from '../../../wording/rules';
import type { AssetRecord, Blocks, GroupRecord, ReportColumn, ReportRule } from '../blocks';

/** The report's rows as the viewer holds them. Row `r` is asset `assets[rows[r]]` in group `groupOf[r]`. */
export interface Report {
  readonly facts: Blocks['facts'];
  readonly assets: readonly AssetRecord[];
  readonly groups: readonly GroupRecord[];
  readonly rows: Uint32Array;
  /** The rules under which each row's asset matches others of its group, as bits. */
  readonly matches: Uint8Array;
  /** A group's place in `groups`, not its number. */
  readonly groupOf: Uint32Array;
  /** Where an asset's record has the rules under which it matches. */
  readonly rulesPlace: number;
  /** The row at which a group begins. */
  readonly starts: Uint32Array;
}

/** What a cell holds: text, a number, or a time in milliseconds, `null` for never. */
export type Cell = string | number | null;

const OF_GROUP: Readonly<
  Partial<Record<ReportColumn['from'], (report: Report, group: GroupRecord) => Cell>>
> = {
  rule: (report, group) => ruleOf(report, group).label,
  value: (_, group) => group[2],
  groupNumber: (_, group) => group[0],
  clusterNumber: (_, group) => group[3],
};

/** Whether the column is the asset's own, not its group's or the row's. */
export function isAssetColumn(column: ReportColumn): boolean {
  return OF_GROUP[column.from] === undefined && !isRowColumn(column);
}

/** Whether the column has another cell in each row of an asset. */
export function isRowColumn(column: ReportColumn): boolean {
  return column.from === 'matchingRules';
}

/** What a row's column of matching fields says: the field by which the group was found, then the others. */
export function matchingFields(report: Report, row: number): string {
  const found = ruleOf(report, report.groups[report.groupOf[row]!]!);
  const others = report.facts.rules.filter(
    (rule, at) => rule !== found && (report.matches[row]! & (1 << at)) !== 0,
  );
  return [found.label, ...others.map(({ label }) => lowerFirst(label))].join(', ');
}

/** The place of an asset's own column in its record. */
export function assetPlace({ facts }: Report, column: ReportColumn): number {
  return facts.columns.filter(isAssetColumn).indexOf(column);
}

/** The group's cell in one of its columns. */
export function groupCell(report: Report, group: GroupRecord, column: ReportColumn): Cell {
  return OF_GROUP[column.from]?.(report, group) ?? null;
}

/** Reads the column's cell of each row. */
export function cellsOfRows(report: Report, column: ReportColumn): (row: number) => Cell {
  if (isRowColumn(column)) return (row) => matchingFields(report, row);
  if (!isAssetColumn(column)) return (row) => groupCell(report, report.groups[report.groupOf[row]!]!, column);
  const place = assetPlace(report, column);
  return (row) => report.assets[report.rows[row]!]![place] ?? null;
}

/** The column of that name. */
export function columnNamed({ facts }: Report, id: string): ReportColumn | null {
  return facts.columns.find((column) => column.id === id) ?? null;
}

/** The rules under which a row's asset matches another one, as bits. */
export function rulesOfRow({ assets, rows, rulesPlace }: Report, row: number): number {
  return Number(assets[rows[row]!]![rulesPlace] ?? 0);
}

/** The rule under which the group was found. */
export function ruleOf({ facts }: Report, group: GroupRecord): ReportRule {
  return facts.rules[group[1]]!;
}

/** Puts the blocks together; tested with the writer, without a page. */
export function joinBlocks({ facts, assets, groups, rows, matches }: Blocks): Report {
  const groupOf = new Uint32Array(rows.length);
  const starts = new Uint32Array(groups.length);
  let from = 0;
  groups.forEach((group, place) => {
    starts[place] = from;
    groupOf.fill(place, from, from + group[5]);
    from += group[5];
  });
  return {
    facts,
    assets,
    groups,
    rows: Uint32Array.from(rows),
    matches: Uint8Array.from(matches),
    groupOf,
    starts,
    rulesPlace: facts.columns.filter(isAssetColumn).length,
  };
}
