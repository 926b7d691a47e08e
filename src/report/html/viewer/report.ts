import { RULE_IDS, RULE_LABELS, type RuleId } from '../../../model/rule';
import type { TableColumnId } from '../../../model/table';
import type { AssetRecord, Blocks, GroupRecord } from '../blocks';

/** The report's rows as the viewer holds them. Row `r` is asset `assets[rows[r]]` in group `groupOf[r]`. */
export interface Report {
  readonly facts: Blocks['facts'];
  readonly assets: readonly AssetRecord[];
  readonly groups: readonly GroupRecord[];
  readonly rows: Uint32Array;
  /** A group's place in `groups`, not its number. */
  readonly groupOf: Uint32Array;
}

const ASSET_PLACES: Readonly<Partial<Record<TableColumnId, keyof AssetRecord & number>>> = {
  assetId: 0,
  address: 1,
  dnsName: 2,
  assetName: 3,
  source: 4,
  lastActivity: 5,
  netbiosName: 6,
  macAddresses: 7,
  operatingSystem: 8,
};

/** Whether the column is the asset's own, or its group's. */
export function isAssetColumn(column: TableColumnId): boolean {
  return column in ASSET_PLACES;
}

/** An asset's cell: text, or a time in milliseconds, `null` for never. */
export function assetCell(asset: AssetRecord, column: TableColumnId): string | number | null {
  return asset[ASSET_PLACES[column] ?? 0] ?? null;
}

/** A group's cell: its rule in words, its value, its number or its cluster's. */
export function groupCell(group: GroupRecord, column: TableColumnId): string | number {
  if (column === 'matchedOn') return RULE_LABELS[ruleOf(group)];
  if (column === 'sharedValue') return group[2];
  return column === 'group' ? group[0] : group[3];
}

/** The rule under which the group was found. */
export function ruleOf(group: GroupRecord): RuleId {
  return RULE_IDS[group[1]] ?? 'assetName';
}

/** Puts the blocks together; tested with the writer, without a page. */
export function joinBlocks({ facts, assets, groups, rows }: Blocks): Report {
  const groupOf = new Uint32Array(rows.length);
  let from = 0;
  groups.forEach((group, place) => {
    groupOf.fill(place, from, from + group[5]);
    from += group[5];
  });
  return { facts, assets, groups, rows: Uint32Array.from(rows), groupOf };
}
