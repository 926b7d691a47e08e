import {
  itemStart,
  itemStop,
  lastActivityAt,
  type TextColumn,
  type TextListColumn,
  textsAt,
  timeAt,
} from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { FieldsOfKind } from '../model/fields';
import type { Grouping } from '../model/grouping';
import { RULE_IDS, RULE_LABELS, RULES } from '../model/rule';
import type { Slices } from '../model/slices';
import { TABLE_COLUMNS, type TableColumnId } from '../model/table-columns';
import { type AssetCells, type GroupCells, isOfGroup } from '../model/table-columns/column';
import { encodeText } from '../model/text';
import { Arena } from './arena';
import { BuiltOnce } from './async-memo';
import { LIST_SEPARATOR } from './cells';
import { codeCells, codeListCells, matchingCells, sourceCells, type TimeOf } from './dictionary-cells';
import { rankKeys } from './key-sort';
import { macsInGroup } from './matching-values';
import { groupOfRows } from './row-groups';
import { type KeyWriter, writeAddressKey, writeNaturalKey, writeNumberKey, writeTimeKey } from './sort-keys';

/** A column's order: the rank of each asset, of each group, or of each row. 0 is an empty cell. */
export interface Ranks {
  readonly of: 'asset' | 'group' | 'row';
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
  const { cells } = TABLE_COLUMNS[column];
  if (isOfGroup(cells)) return { of: 'group', ranks: await rankGroups(grouping, cells, slices) };
  if (cells.from === 'matchingRules')
    return { of: 'row', ranks: await rankCodes(matchingCells(grouping), slices) };
  if (cells.from === 'macs')
    return { of: 'row', ranks: await rankMacs(dataset, grouping, cells.field, slices) };
  return { of: 'asset', ranks: await rankAssets(dataset, grouping, cells, slices) };
}

const TEXT_KEYS: Readonly<Record<'natural' | 'number' | 'address', KeyWriter>> = {
  natural: writeNaturalKey,
  number: writeNumberKey,
  address: writeAddressKey,
};

async function rankAssets(
  dataset: Dataset,
  grouping: Grouping,
  cells: Exclude<AssetCells, { from: 'macs' }>,
  slices: Slices,
): Promise<Uint32Array> {
  const { columns } = dataset;
  switch (cells.from) {
    case 'text':
      return rankTexts(columns[cells.field], grouping, TEXT_KEYS[cells.order], slices);
    case 'texts':
      return rankLists(columns[cells.field], grouping, slices);
    case 'code':
      return rankCodes(codeCells(columns[cells.field]), slices);
    case 'codes':
      return rankCodes(await codeListCells(columns[cells.field], grouping, slices), slices);
    case 'time':
      return rankTimes((asset) => timeAt(columns[cells.field], asset), grouping, slices);
    case 'sourceNames':
      return rankCodes(await sourceCells(dataset, grouping, slices), slices);
    case 'lastActivity':
      return rankTimes((asset) => lastActivityAt(columns[cells.field], asset), grouping, slices);
  }
}

async function rankGroups(grouping: Grouping, cells: GroupCells, slices: Slices): Promise<Uint32Array> {
  switch (cells.from) {
    case 'rule': {
      const labels = RULE_IDS.map((rule) => RULE_LABELS[rule]);
      return rankCodes({ codes: Uint32Array.from(grouping.rules), texts: labels }, slices);
    }
    case 'value':
      return rankValues(grouping, slices);
    case 'groupNumber':
      return Uint32Array.from(grouping.rules, (_, group) => group + 1);
    case 'clusterNumber':
      return Uint32Array.from(grouping.clusters, (cluster) => cluster + 1);
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

/** Lists in natural order of the whole cell. */
function rankLists(column: TextListColumn, grouping: Grouping, slices: Slices): Promise<Uint32Array> {
  return rankItems(
    grouping.rulesOfAsset.length,
    column.bytes.length + (column.bytes.length >> 2),
    (arena, asset) => {
      if (grouping.rulesOfAsset[asset] === 0) return;
      const bytes = encodeText(textsAt(column, asset).join(LIST_SEPARATOR));
      writeNaturalKey(arena, bytes, 0, bytes.length);
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

function rankTimes(timeOf: TimeOf, grouping: Grouping, slices: Slices): Promise<Uint32Array> {
  return rankItems(
    grouping.rulesOfAsset.length,
    grouping.rulesOfAsset.length * 7,
    (arena, asset) => {
      if (grouping.rulesOfAsset[asset] === 0) return;
      writeTimeKey(arena, timeOf(asset));
    },
    slices,
  );
}

/** By the first MAC that the row shows, then the next: as digits, since `1a` and `9f` are numbers too. */
function rankMacs(
  dataset: Dataset,
  grouping: Grouping,
  field: FieldsOfKind<'macs'>,
  slices: Slices,
): Promise<Uint32Array> {
  const { members } = grouping;
  const groupOf = groupOfRows(grouping);
  return rankItems(
    members.length,
    members.length * 12,
    (arena, row) => {
      const macs = macsInGroup(dataset, grouping, members[row]!, groupOf[row]!, field);
      for (let at = 0; at < macs.length; at++) arena.pushMac(macs[at]!, false);
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
      const { form } = RULES[rule];
      arena.push(form === 'address' ? 1 : form === 'mac' ? 2 : 3);
      if (form === 'address') writeAddressKey(arena, bytes, start, end);
      else if (form === 'mac') arena.pushLowerCase(bytes, start, end);
      else writeNaturalKey(arena, bytes, start, end);
    },
    slices,
  );
}
