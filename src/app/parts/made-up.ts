import type { AssetRecord, Comparison } from '../../model/comparison';
import { RULE_IDS } from '../../model/rule';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS, type TableCells, type TableLine } from '../../model/table';
import { isNumberColumn, isTimeColumn } from '../../model/table-columns';

const AT = Date.UTC(2026, 4, 25, 14, 21);

/** Cells of a made-up asset: a time, a number or its column's name, whichever the column takes. */
function cellsOf(asset: number): TableCells {
  const cells = TABLE_COLUMN_IDS.map((column) => {
    if (isTimeColumn(column)) return [column, AT - asset * 86_400_000];
    if (isNumberColumn(column)) return [column, asset + 1];
    return [column, `${TABLE_COLUMNS[column].header} ${asset + 1}`];
  });
  return Object.fromEntries(cells) as unknown as TableCells;
}

/** A group for each rule, two assets in each, a band before them. */
export const LINES: readonly TableLine[] = RULE_IDS.flatMap((rule, group): TableLine[] => [
  {
    kind: 'band',
    group,
    place: group,
    rule,
    value: 'lon-ws-4400',
    size: 2,
    shown: 2,
    cluster: group,
    why: '2 assets share it',
    also: RULE_IDS.filter((other) => other !== rule).slice(0, group),
  },
  { kind: 'asset', asset: 2 * group, group, place: group, rule, cells: cellsOf(2 * group), matched: {} },
  {
    kind: 'asset',
    asset: 2 * group + 1,
    group,
    place: group,
    rule,
    cells: cellsOf(2 * group + 1),
    matched: {},
  },
]);

const record = (asset: number, address: string): AssetRecord => ({
  asset,
  assetId: String(43_575_395 + asset),
  title: 'LON-WS-4400',
  fields: {
    assetId: { values: [String(43_575_395 + asset)] },
    assetName: { values: ['LON-WS-4400'] },
    address: { values: [address] },
    macAddresses: { values: asset === 0 ? ['00:50:56:1a:2c:1f'] : [] },
    sources: { values: ['QAGENT'], created: [AT - 9e9 - asset * 3e9], lastUpdated: [AT - asset * 4e9] },
  },
  origin: { file: 'inventory.json', byte: 1_048_576, length: 2_400 },
  cluster: 0,
  groups: [
    {
      group: 0,
      rule: 'assetName',
      value: 'lon-ws-4400',
      size: 2,
      why: 'Shares the asset name lon-ws-4400 with 1 other asset; also DNS name',
    },
  ],
});

/** Two records of one name: equal, differing and missing values. */
export const COMPARISON: Comparison = {
  assets: [record(0, '10.20.61.11'), record(1, '10.20.61.12')],
  agreement: { assetId: 'different', assetName: 'same', address: 'different', macAddresses: 'incomplete' },
  more: 0,
};
