import { itemStart, itemStop, macsAt, type TextColumn } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import { RULE_LABELS } from '../model/rule';
import type { Slices } from '../model/slices';
import { Arena, lowerCase } from './arena';
import { BuiltOnce } from './async-memo';
import { ruleOf, sharedValue } from './cells';
import {
  type CodedCells,
  dayCells,
  minuteCells,
  operatingSystemCells,
  sourceCells,
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
}

const TEXT_FIELDS = ['assetId', 'address', 'dnsName', 'assetName', 'netbiosName'] as const;
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
  const lowered = (cells: CodedCells): CodedCells => ({ ...cells, texts: cells.texts.map(lowerCase) });
  return {
    assets: await assetTexts(dataset, grouping, slices),
    macs: await macTexts(dataset, grouping, slices),
    groups: await groupTexts(grouping, slices),
    coded: [
      lowered(await sourceCells(dataset, grouping, slices)),
      lowered(operatingSystemCells(dataset)),
      lowered(await dayCells(dataset, grouping, slices)),
      await minuteCells(dataset, grouping, slices),
    ],
  };
}

async function assetTexts(dataset: Dataset, grouping: Grouping, slices: Slices): Promise<SearchText> {
  const { columns } = dataset;
  const texts: TextColumn[] = TEXT_FIELDS.map((field) => columns[field]);
  const ends = new Uint32Array(dataset.size);
  const arena = new Arena(capacityFor(dataset, grouping, texts));
  for (let asset = 0; asset < dataset.size; asset++) {
    if (grouping.rulesOfAsset[asset] !== 0) {
      for (const column of texts) {
        const start = itemStart(column.ends, asset);
        const end = itemStop(column.ends, asset);
        if (end <= start) continue;
        arena.pushLowerCase(column.bytes, start, end);
        arena.push(0);
      }
      for (const mac of macsAt(columns.macAddresses, asset)) {
        arena.pushMac(mac, false);
        arena.push(0);
      }
    }
    ends[asset] = arena.length;
    if ((asset & 1023) === 0 && slices.due) await slices.rest();
  }
  return searchText(arena, ends, slices);
}

async function macTexts(dataset: Dataset, grouping: Grouping, slices: Slices): Promise<SearchText> {
  const { macAddresses } = dataset.columns;
  const ends = new Uint32Array(dataset.size);
  const arena = new Arena(macAddresses.values.length * 19);
  for (let asset = 0; asset < dataset.size; asset++) {
    const macs = grouping.rulesOfAsset[asset] === 0 ? NO_MACS : macsAt(macAddresses, asset);
    for (let at = 0; at < macs.length; at++) {
      arena.pushMac(macs[at]!, true);
      if (at < macs.length - 1) arena.push(0x2c);
      arena.push(0);
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
  for (let group = 0; group < ends.length; group++) {
    const rule = ruleOf(grouping, group);
    const value = sharedValue(grouping, group);
    const cells = [RULE_LABELS[rule], value, String(group + 1), String(grouping.clusters[group]! + 1)];
    if (rule === 'macAddress') cells.push(value.replaceAll(':', ''));
    arena.pushText(lowerCase(cells.join('\0')));
    arena.push(0);
    ends[group] = arena.length;
    if ((group & 1023) === 0 && slices.due) await slices.rest();
  }
  return searchText(arena, ends, slices);
}

/** Counted before writing, so that the text is allocated once and not grown. */
function capacityFor(dataset: Dataset, grouping: Grouping, texts: readonly TextColumn[]): number {
  let capacity = 1024;
  const { stops } = dataset.columns.macAddresses;
  for (let asset = 0; asset < dataset.size; asset++) {
    if (grouping.rulesOfAsset[asset] === 0) continue;
    for (const { ends } of texts) capacity += itemStop(ends, asset) - itemStart(ends, asset) + 1;
    capacity += 13 * (itemStop(stops, asset) - itemStart(stops, asset));
  }
  return capacity;
}
