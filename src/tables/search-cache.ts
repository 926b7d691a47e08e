import { encodeText } from '../model/text';

/** Each word of a search with the other spellings in which it may stand. */
export type SearchWords = readonly (readonly string[])[];

/** A search that is done: its words, and 1 for each row that has them all. */
export interface FormerSearch {
  readonly words: SearchWords;
  readonly rows: Uint8Array;
  /** Rows that have them. */
  readonly count: number;
}

/** Enough for a word that is typed and taken back; a byte for each row and search. */
const KEPT = 6;

/** The last searches of one result: what goes on from one of them need only look at its rows. */
export class FormerSearches {
  private searches: FormerSearch[] = [];

  /** The search with the fewest rows among which all rows of `words` must be. */
  narrowest(words: SearchWords): FormerSearch | null {
    let best: FormerSearch | null = null;
    for (const search of this.searches) {
      if ((best === null || search.count < best.count) && goesOn(words, search.words)) best = search;
    }
    return best;
  }

  keep(search: FormerSearch): void {
    const others = this.searches.filter(({ words }) => !isSame(words, search.words));
    this.searches = [search, ...others].slice(0, KEPT);
  }
}

/** Whether a row that has all of `words` has all of `former` too: each is part of a word, in every spelling of it. */
export function goesOn(words: SearchWords, former: SearchWords): boolean {
  return former.every((parts) =>
    words.some((spellings) => spellings.every((whole) => parts.some((part) => isPart(part, whole)))),
  );
}

/** Byte by byte, as the search itself goes: half a surrogate pair is a part of the pair's text, but not of its bytes. */
function isPart(part: string, whole: string): boolean {
  if (part.isWellFormed()) return whole.includes(part);
  return bytesOf(whole).includes(bytesOf(part));
}

function bytesOf(text: string): string {
  return String.fromCharCode(...encodeText(text));
}

function isSame(some: SearchWords, others: SearchWords): boolean {
  return some.length === others.length && some.every((word, at) => word[0] === others[at]?.[0]);
}
