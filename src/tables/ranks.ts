import { itemStart, itemStop, lastActivityAt, macsAt, type TextColumn } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import { RULE_IDS, RULE_LABELS } from '../model/rule';
import type { Slices } from '../model/slices';
import type { TableColumnId } from '../model/table';
import { encodeText } from '../model/text';
import { Arena } from './arena';
import { BuiltOnce } from './async-memo';
import { operatingSystemCells, sourceCells } from './dictionary-cells';
import { rankKeys } from './key-sort';
import { type KeyWriter, writeAddressKey, writeNaturalKey, writeNumberKey, writeTimeKey } from './sort-keys';

/** A column's order: the rank of each asset, or of each group. 0 is an empty cell. */
export interface Ranks {
  readonly of: 'asset' | 'group';
  readonly ranks: Uint32Array;
}

/** Four bytes for each asset and column that was ever sorted by: the other direction then costs nothing. */
const cache = new WeakMap<Grouping, BuiltOnce<TableColumnId, Ranks>>();

/** The ranks of a column among the assets in groups, computed once for each result. */
export function ranksOf(
  dataset: Dataset,
  grouping: Grouping,
  column: TableColumnId,
  slices: Slices,
): Promise<Ranks> {
  let columns = cache.get(grouping);
  if (!columns) {
    columns = new BuiltOnce(new Map());
    cache.set(grouping, columns);
  }
  return columns.get(column, () => rankColumn(dataset, grouping, column, slices));
}

async function rankColumn(
  dataset: Dataset,
  grouping: Grouping,
  column: TableColumnId,
  slices: Slices,
): Promise<Ranks> {
  const { columns } = dataset;
  const ofAssets = async (ranks: Promise<Uint32Array>): Promise<Ranks> => ({
    of: 'asset',
    ranks: await ranks,
  });
  switch (column) {
    case 'assetId':
      return ofAssets(rankTexts(columns.assetId, grouping, writeNumberKey, slices));
    case 'address':
      return ofAssets(rankTexts(columns.address, grouping, writeAddressKey, slices));
    case 'dnsName':
    case 'assetName':
    case 'netbiosName':
      return ofAssets(rankTexts(columns[column], grouping, writeNaturalKey, slices));
    case 'source':
      return ofAssets(rankCodes(await sourceCells(dataset, grouping, slices), slices));
    case 'operatingSystem':
      return ofAssets(rankCodes(operatingSystemCells(dataset), slices));
    case 'lastActivity':
      return ofAssets(rankTimes(dataset, grouping, slices));
    case 'macAddresses':
      return ofAssets(rankMacs(dataset, grouping, slices));
    case 'matchedOn': {
      const labels = RULE_IDS.map((rule) => RULE_LABELS[rule]);
      return {
        of: 'group',
        ranks: await rankCodes({ codes: Uint32Array.from(grouping.rules), texts: labels }, slices),
      };
    }
    case 'sharedValue':
      return { of: 'group', ranks: await rankValues(grouping, slices) };
    case 'group':
      return { of: 'group', ranks: Uint32Array.from(grouping.rules, (_, group) => group + 1) };
    case 'cluster':
      return { of: 'group', ranks: Uint32Array.from(grouping.clusters, (cluster) => cluster + 1) };
  }
}

/** Ranks one item after another, whose keys `write` appends; items that are not `wanted` stay empty. */
async function rankItems(
  count: number,
  capacity: number,
  write: (arena: Arena, item: number) => void,
  slices: Slices,
): Promise<Uint32Array> {
  const arena = new Arena(capacity);
  const ends = new Uint32Array(count);
  for (let item = 0; item < count; item++) {
    write(arena, item);
    ends[item] = arena.length;
    if ((item & 1023) === 0 && slices.due) await slices.rest();
  }
  return rankKeys({ bytes: arena.bytes, ends }, slices);
}

function rankTexts(
  column: TextColumn,
  grouping: Grouping,
  write: KeyWriter,
  slices: Slices,
): Promise<Uint32Array> {
  return rankItems(
    grouping.rulesOfAsset.length,
    column.bytes.length + (column.bytes.length >> 2),
    (arena, asset) => {
      if (grouping.rulesOfAsset[asset] === 0) return;
      write(arena, column.bytes, itemStart(column.ends, asset), itemStop(column.ends, asset));
    },
    slices,
  );
}

/** Few different cells: their texts are ranked, and each asset has the rank of its text. */
async function rankCodes(
  { codes, texts }: { readonly codes: Uint32Array; readonly texts: readonly string[] },
  slices: Slices,
): Promise<Uint32Array> {
  const ranks = await rankItems(
    texts.length,
    texts.length * 32,
    (arena, code) => {
      const bytes = encodeText(texts[code]!);
      writeNaturalKey(arena, bytes, 0, bytes.length);
    },
    slices,
  );
  return Uint32Array.from(codes, (code) => ranks[code]!);
}

function rankTimes(dataset: Dataset, grouping: Grouping, slices: Slices): Promise<Uint32Array> {
  return rankItems(
    grouping.rulesOfAsset.length,
    grouping.rulesOfAsset.length * 7,
    (arena, asset) => {
      if (grouping.rulesOfAsset[asset] === 0) return;
      writeTimeKey(arena, lastActivityAt(dataset.columns.sources, asset));
    },
    slices,
  );
}

/** By the first MAC, then the next: as digits, since `1a` and `9f` are numbers too. */
function rankMacs(dataset: Dataset, grouping: Grouping, slices: Slices): Promise<Uint32Array> {
  return rankItems(
    grouping.rulesOfAsset.length,
    grouping.rulesOfAsset.length * 12,
    (arena, asset) => {
      if (grouping.rulesOfAsset[asset] === 0) return;
      for (const mac of macsAt(dataset.columns.macAddresses, asset)) arena.pushMac(mac, false);
    },
    slices,
  );
}

/** Shared values: addresses by number first, then MACs by digits, then names in natural order. */
function rankValues(grouping: Grouping, slices: Slices): Promise<Uint32Array> {
  const { bytes, ends } = grouping.values;
  return rankItems(
    grouping.rules.length,
    bytes.length * 2,
    (arena, group) => {
      const rule = RULE_IDS[grouping.rules[group]!]!;
      const start = itemStart(ends, group);
      const end = itemStop(ends, group);
      arena.push(rule === 'ipv4Address' ? 1 : rule === 'macAddress' ? 2 : 3);
      if (rule === 'ipv4Address') writeAddressKey(arena, bytes, start, end);
      else if (rule === 'macAddress') arena.pushLowerCase(bytes, start, end);
      else writeNaturalKey(arena, bytes, start, end);
    },
    slices,
  );
}
