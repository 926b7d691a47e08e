import {
  itemStart,
  itemStop,
  lastActivityAt,
  type MacListColumn,
  macsAt,
  type TextColumn,
  type TextListColumn,
  textsAt,
  timeAt,
} from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import { RULE_LABELS, RULES } from '../model/rule';
import type { Slices } from '../model/slices';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS } from '../model/table-columns';
import { type GroupCells, isOfGroup } from '../model/table-columns/column';
import type { AssetIndex, GroupIndex } from '../model/units';
import { lowerCase } from '../wording/search-words';
import { Arena } from './arena';
import { BuiltOnce } from './async-memo';
import { LIST_SEPARATOR, ruleOf, sharedValue } from './cells';
import {
  type CodedCells,
  codeCells,
  codeListCells,
  dayCells,
  matchingCells,
  minuteCells,
  sourceCells,
  type TimeOf,
} from './dictionary-cells';

/** Lower-cased cells, one record for each asset or group: record `i` ends at `ends[i]`; 0 ends each cell. */
export interface SearchText {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  /** 1 for each byte that occurs: a word with another one need not be looked for. */
  readonly has: Uint8Array;
}

/** All that a search looks at. Cells with few different values are searched once for each value. */
export interface SearchTexts {
  /** The cells, MACs without separators. */
  readonly assets: SearchText;
  /** MACs with colons. What has no colon and stands in one of them stands in the MAC without them too. */
  readonly macs: SearchText;
  readonly groups: SearchText;
  readonly coded: readonly CodedCells[];
  /** The same for cells that are another in each row of an asset. */
  readonly ofRows: readonly CodedCells[];
}

const NO_MACS = new Float64Array(0);
const built = new BuiltOnce<Grouping, SearchTexts>(new WeakMap());

/**
 * The search texts of a result, built once for each (about 120 bytes for each asset in a group; 500,000
 * assets: 60 MB).
 */
export function searchTexts(dataset: Dataset, grouping: Grouping, slices: Slices): Promise<SearchTexts> {
  return built.get(grouping, () => buildTexts(dataset, grouping, slices));
}

async function buildTexts(dataset: Dataset, grouping: Grouping, slices: Slices): Promise<SearchTexts> {
  const { columns } = dataset;
  const texts: TextColumn[] = [];
  const lists: TextListColumn[] = [];
  const macs: MacListColumn[] = [];
  const coded: CodedCells[] = [];
  const ofRows: CodedCells[] = [];
  const addTimes = async (timeOf: TimeOf) => {
    coded.push(lowered(await dayCells(timeOf, grouping, slices)));
    coded.push(await minuteCells(timeOf, grouping, slices));
  };
  for (const column of TABLE_COLUMN_IDS) {
    const { cells } = TABLE_COLUMNS[column];
    if (isOfGroup(cells)) continue;
    switch (cells.from) {
      case 'matchingRules':
        ofRows.push(lowered(matchingCells(grouping)));
        break;
      case 'text':
        texts.push(columns[cells.field]);
        break;
      case 'texts':
        lists.push(columns[cells.field]);
        break;
      case 'macs':
        macs.push(columns[cells.field]);
        break;
      case 'code':
        coded.push(lowered(codeCells(columns[cells.field])));
        break;
      case 'codes':
        coded.push(lowered(await codeListCells(columns[cells.field], grouping, slices)));
        break;
      case 'sourceNames':
        coded.push(lowered(await sourceCells(dataset, grouping, slices)));
        break;
      case 'time':
        await addTimes((asset) => timeAt(columns[cells.field], asset));
        break;
      case 'lastActivity':
        await addTimes((asset) => lastActivityAt(columns[cells.field], asset));
        break;
      default:
        cells satisfies never;
    }
  }
  return {
    assets: await assetTexts({ texts, lists, macs }, dataset.size, grouping, slices),
    macs: await macTexts(macs, dataset.size, grouping, slices),
    groups: await groupTexts(grouping, slices),
    coded,
    ofRows,
  };
}

function lowered(cells: CodedCells): CodedCells {
  return { ...cells, texts: cells.texts.map(lowerCase) };
}

/** The columns whose cells stand in the search text, each asset's one after another. */
interface TextColumns {
  readonly texts: readonly TextColumn[];
  readonly lists: readonly TextListColumn[];
  readonly macs: readonly MacListColumn[];
}

async function assetTexts(
  columns: TextColumns,
  size: number,
  grouping: Grouping,
  slices: Slices,
): Promise<SearchText> {
  const ends = new Uint32Array(size);
  const arena = new Arena(capacityFor(columns, size, grouping));
  for (let asset = 0; asset < size; asset++) {
    if (grouping.rulesOfAsset[asset] !== 0) addCells(arena, columns, asset);
    ends[asset] = arena.length;
    if ((asset & 1023) === 0 && slices.due) await slices.rest();
  }
  return searchText(arena, ends, slices);
}

function addCells(arena: Arena, { texts, lists, macs }: TextColumns, asset: AssetIndex): void {
  for (const column of texts) {
    const start = itemStart(column.ends, asset);
    const end = itemStop(column.ends, asset);
    if (end <= start) continue;
    arena.pushLowerCase(column.bytes, start, end);
    arena.push(0);
  }
  for (const column of lists) {
    const cell = textsAt(column, asset).join(LIST_SEPARATOR);
    if (cell === '') continue;
    arena.pushText(lowerCase(cell));
    arena.push(0);
  }
  for (const column of macs) {
    for (const mac of macsAt(column, asset)) {
      arena.pushMac(mac, false);
      arena.push(0);
    }
  }
}

async function macTexts(
  columns: readonly MacListColumn[],
  size: number,
  grouping: Grouping,
  slices: Slices,
): Promise<SearchText> {
  const ends = new Uint32Array(size);
  const arena = new Arena(columns.reduce((sum, { values }) => sum + values.length, 0) * 19);
  for (let asset = 0; asset < size; asset++) {
    for (const column of columns) {
      const macs = grouping.rulesOfAsset[asset] === 0 ? NO_MACS : macsAt(column, asset);
      for (let at = 0; at < macs.length; at++) {
        arena.pushMac(macs[at]!, true);
        // Which of them stands last depends on the group.
        if (macs.length > 1) arena.push(0x2c);
        arena.push(0);
      }
    }
    ends[asset] = arena.length;
    if ((asset & 1023) === 0 && slices.due) await slices.rest();
  }
  return searchText(arena, ends, slices);
}

async function searchText(arena: Arena, ends: Uint32Array, slices: Slices): Promise<SearchText> {
  const bytes = arena.bytes.subarray(0, arena.length);
  const has = new Uint8Array(256);
  for (let at = 0; at < bytes.length; at++) {
    has[bytes[at]!] = 1;
    if ((at & 0xfffff) === 0) await slices.rest();
  }
  return { bytes, ends, has };
}

async function groupTexts(grouping: Grouping, slices: Slices): Promise<SearchText> {
  const ends = new Uint32Array(grouping.rules.length);
  const arena = new Arena(grouping.values.bytes.length + ends.length * 32);
  const sources = TABLE_COLUMN_IDS.map((column) => TABLE_COLUMNS[column].cells).filter(isOfGroup);
  for (let group = 0; group < ends.length; group++) {
    const cells = sources.flatMap((source) => groupCells(grouping, group, source));
    arena.pushText(lowerCase(cells.join('\0')));
    arena.push(0);
    ends[group] = arena.length;
    if ((group & 1023) === 0 && slices.due) await slices.rest();
  }
  return searchText(arena, ends, slices);
}

/** A group's cell as it is searched; a MAC also without colons. */
function groupCells(grouping: Grouping, group: GroupIndex, { from }: GroupCells): string[] {
  switch (from) {
    case 'rule':
      return [RULE_LABELS[ruleOf(grouping, group)]];
    case 'value': {
      const value = sharedValue(grouping, group);
      return RULES[ruleOf(grouping, group)].form === 'mac' ? [value, value.replaceAll(':', '')] : [value];
    }
    case 'groupNumber':
      return [String(group + 1)];
    case 'clusterNumber':
      return [String(grouping.clusters[group]! + 1)];
  }
}

/** Counted before writing, so that the text is allocated once and not grown. */
function capacityFor({ texts, lists, macs }: TextColumns, size: number, grouping: Grouping): number {
  let capacity = 1024 + lists.reduce((sum, { bytes }) => sum + bytes.length * 2, 0);
  for (let asset = 0; asset < size; asset++) {
    if (grouping.rulesOfAsset[asset] === 0) continue;
    for (const { ends } of texts) capacity += itemStop(ends, asset) - itemStart(ends, asset) + 1;
    for (const { stops } of macs) capacity += 13 * (itemStop(stops, asset) - itemStart(stops, asset));
  }
  return capacity;
}
