import { encodeText } from '../model/text';
import { searchIn } from './byte-search';
import type { SearchTexts } from './search-text';

/** Assets that are looked at to learn how rare a word is. */
const SAMPLE = 400;

/** Orders words by how many of some assets have them; of two as rare, the longer is found faster. */
export function rarestFirst(
  texts: SearchTexts,
  words: readonly (readonly string[])[],
): (readonly string[])[] {
  const { ends } = texts.assets;
  const step = Math.max(1, Math.floor(ends.length / SAMPLE));
  const shares = words.map((spellings) => {
    let count = 0;
    for (const word of spellings) {
      const isIn = searchIn(isInMacs(word) ? texts.macs : texts.assets, encodeText(word));
      const coded = texts.coded.map(({ codes, texts: cells }) => ({
        codes,
        matching: matchingCells(cells, word),
      }));
      for (let asset = 0; asset < ends.length; asset += step) {
        if (isIn(asset) || coded.some(({ codes, matching }) => matching[codes[asset]!] === 1)) count++;
      }
    }
    return { spellings, count };
  });
  shares.sort((a, b) => a.count - b.count || b.spellings[0]!.length - a.spellings[0]!.length);
  return shares.map(({ spellings }) => spellings);
}

/** 1 for each cell that has the word. */
export function matchingCells(cells: readonly string[], word: string): Uint8Array {
  const matching = new Uint8Array(cells.length);
  for (let code = 0; code < cells.length; code++) matching[code] = cells[code]!.includes(word) ? 1 : 0;
  return matching;
}

/** Whether the word may stand in a MAC with colons, or in a list of them, and not in one without. */
export function isInMacs(word: string): boolean {
  return word.includes(':') || word.includes(',');
}
