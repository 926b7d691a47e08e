import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import type { Watch } from '../model/progress';
import { Slices } from '../model/slices';
import { encodeText } from '../model/text';
import { searchWords } from '../wording/search-words';
import { markRecords } from './byte-search';
import { isInMacs, matchingCells, rarestFirst } from './rarest-first';
import { groupOfRows } from './row-groups';
import { FormerSearches } from './search-cache';
import { type SearchTexts, searchTexts } from './search-text';

/** Builds what searching needs ahead of the first search, so that this one answers as fast as the next. */
export async function prepareSearch(dataset: Dataset, grouping: Grouping, watch: Watch): Promise<void> {
  await searchTexts(dataset, grouping, new Slices(watch));
}

const former = new WeakMap<Grouping, FormerSearches>();

/**
 * Which rows a search shows: 1 for each row of whose asset or group some cell has every word; `null` for an empty
 * search. The rarest word goes first, and each next one is looked for only where the others are; what goes on from a
 * former search is looked for only among its rows.
 */
export async function findRows(
  dataset: Dataset,
  grouping: Grouping,
  search: string,
  slices: Slices,
): Promise<Uint8Array | null> {
  const words = searchWords(search);
  if (words.length === 0) return null;
  const texts = await searchTexts(dataset, grouping, slices);
  const searches = former.get(grouping) ?? new FormerSearches();
  former.set(grouping, searches);
  const start = searches.narrowest(words);
  let rows = start?.rows ?? null;
  let count = start?.count ?? grouping.members.length;
  const done = new Set(start?.words.map(([word]) => word));
  const left = words.filter(([word]) => !done.has(word));
  for (const spellings of left.length > 1 ? rarestFirst(texts, left) : left) {
    if (count === 0) break;
    [rows, count] = await rowsWith(dataset, grouping, texts, spellings, rows, slices);
  }
  // Without a word left to look for there was a former search: the same one.
  const found = rows ?? new Uint8Array(grouping.members.length).fill(1);
  searches.keep({ words, rows: found, count });
  return found;
}

/** Those of `among` (`null`: all rows) that have one word, and how many they are. */
async function rowsWith(
  dataset: Dataset,
  grouping: Grouping,
  texts: SearchTexts,
  spellings: readonly string[],
  among: Uint8Array | null,
  slices: Slices,
): Promise<[rows: Uint8Array, count: number]> {
  const { members } = grouping;
  const groupOf = groupOfRows(grouping);
  const assets = new Uint8Array(dataset.size);
  const groups = new Uint8Array(grouping.rules.length);
  const where = among === null ? null : placesOf(among, members, groupOf, dataset.size, groups.length);
  for (const spelling of spellings) {
    await markWord(texts, spelling, { assets, groups }, where, slices);
  }
  const rows = rowsWithCell(texts, spellings, members.length);
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    if (among !== null && among[row] === 0) {
      rows[row] = 0;
      continue;
    }
    const found = assets[members[row]!]! | groups[groupOf[row]!]! | rows[row]!;
    rows[row] = found;
    count += found;
  }
  await slices.rest();
  return [rows, count];
}

/** 1 for each row with the word in a cell of its own. */
function rowsWithCell({ ofRows }: SearchTexts, spellings: readonly string[], count: number): Uint8Array {
  const rows = new Uint8Array(count);
  for (const { codes, texts } of ofRows) {
    const matching = new Uint8Array(texts.length);
    for (const word of spellings) {
      const hits = matchingCells(texts, word);
      for (let code = 0; code < hits.length; code++) matching[code]! |= hits[code]!;
    }
    if (!matching.includes(1)) continue;
    for (let row = 0; row < count; row++) rows[row]! |= matching[codes[row]!]!;
  }
  return rows;
}

/** What a word is looked for in, or was found in: 1 for each asset, and for each group. */
interface Places {
  readonly assets: Uint8Array;
  readonly groups: Uint8Array;
}

function placesOf(
  rows: Uint8Array,
  members: Uint32Array,
  groupOf: Uint32Array,
  assetCount: number,
  groupCount: number,
): Places {
  const assets = new Uint8Array(assetCount);
  const groups = new Uint8Array(groupCount);
  for (let row = 0; row < rows.length; row++) {
    if (rows[row] === 0) continue;
    assets[members[row]!] = 1;
    groups[groupOf[row]!] = 1;
  }
  return { assets, groups };
}

async function markWord(
  texts: SearchTexts,
  word: string,
  hits: Places,
  among: Places | null,
  slices: Slices,
): Promise<void> {
  const bytes = encodeText(word);
  await markRecords(texts.assets, bytes, hits.assets, among?.assets ?? null, slices);
  if (isInMacs(word)) await markRecords(texts.macs, bytes, hits.assets, among?.assets ?? null, slices);
  await markRecords(texts.groups, bytes, hits.groups, among?.groups ?? null, slices);
  for (const { codes, texts: cells } of texts.coded) {
    const matching = matchingCells(cells, word);
    if (!matching.includes(1)) continue;
    for (let asset = 0; asset < codes.length; asset++) hits.assets[asset]! |= matching[codes[asset]!]!;
    await slices.rest();
  }
}
