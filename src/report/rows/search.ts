import type { Dataset } from '../../model/dataset';
import type { Grouping } from '../../model/grouping';
import type { Watch } from '../../model/progress';
import { Slices } from '../../model/slices';
import { encodeText } from '../../model/text';
import { lowerCase } from './arena';
import { markRecords } from './byte-search';
import { type SearchTexts, searchTexts } from './search-text';

/** A part of a MAC as other tools write it: `00-50-56`, `0050.5612`. */
const DASHED_MAC = /^[0-9a-f]{2}(-[0-9a-f]{2})+-?$/;
const DOTTED_MAC = /^[0-9a-f]{4}\.[0-9a-f]{4}(\.[0-9a-f]{0,4})?$/;

/** Which rows have one word: an asset's own cells or its group's contain it. */
export interface WordHits {
  readonly assets: Uint8Array;
  readonly groups: Uint8Array;
}

/** The words of a search, lower-cased, each with the other spellings in which it may stand. */
export function searchWords(search: string): string[][] {
  const words = lowerCase(search)
    .split(/[\s\0]+/)
    .filter((word) => word !== '');
  return [...new Set(words)].map((word) => {
    if (DASHED_MAC.test(word)) return [word, word.replaceAll('-', ':')];
    if (DOTTED_MAC.test(word)) return [word, word.replaceAll('.', '')];
    return [word];
  });
}

/** Builds what searching needs ahead of the first search, so that this one answers as fast as the next. */
export async function prepareSearch(dataset: Dataset, grouping: Grouping, watch: Watch): Promise<void> {
  await searchTexts(dataset, grouping, new Slices(watch));
}

/** Where each word of the search occurs; a row is found if every word hits its asset or its group. */
export async function findWords(
  dataset: Dataset,
  grouping: Grouping,
  search: string,
  slices: Slices,
): Promise<WordHits[]> {
  const words = searchWords(search);
  if (words.length === 0) return [];
  const texts = await searchTexts(dataset, grouping, slices);
  const found: WordHits[] = [];
  for (const spellings of words) {
    const hits = {
      assets: new Uint8Array(dataset.size),
      groups: new Uint8Array(grouping.rules.length),
    };
    for (const spelling of spellings) await markWord(texts, spelling, hits, slices);
    found.push(hits);
  }
  return found;
}

async function markWord(texts: SearchTexts, word: string, hits: WordHits, slices: Slices): Promise<void> {
  const bytes = encodeText(word);
  await markRecords(texts.assets, bytes, hits.assets, slices);
  await markRecords(texts.groups, bytes, hits.groups, slices);
  for (const { codes, texts: cells } of texts.coded) {
    const matching = Uint8Array.from(cells, (cell) => (cell.includes(word) ? 1 : 0));
    if (!matching.includes(1)) continue;
    for (let asset = 0; asset < codes.length; asset++) {
      if (matching[codes[asset]!] === 1) hits.assets[asset] = 1;
    }
    await slices.rest();
  }
}
