import type { ClusterIndex, GroupIndex } from '../model/units';

/** What a search names by number. */
export interface NamedNumbers {
  readonly group: GroupIndex | null;
  readonly cluster: ClusterIndex | null;
  /** The words that are left. */
  readonly rest: string;
}

/** Group and cluster of a search such as `group 5` or `cluster 2,403`, which count from 1, as indices. */
export function namedNumbers(search: string): NamedNumbers {
  let group: number | null = null;
  let cluster: number | null = null;
  const rest = search.replace(/\b(group|cluster)\s+(\d[\d,]*)(?!\S)/gi, (_, kind: string, digits: string) => {
    const index = Number(digits.replaceAll(',', '')) - 1;
    if (kind.toLowerCase() === 'group') group = index;
    else cluster = index;
    return ' ';
  });
  return { group, cluster, rest };
}

/** Lower case without regard to language; both small sigmas count as one, since case alone cannot tell them. */
export function lowerCase(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}

/** A part of a MAC as other tools write it: `00-50-56`, `0050.5612`. */
const DASHED_MAC = /^[0-9a-f]{2}(-[0-9a-f]{2})*-[0-9a-f]{0,2}$/;
const DOTTED_MAC = /^[0-9a-f]{4}(\.[0-9a-f]{4})?\.[0-9a-f]{0,4}$/;

/** Numbers so long are asset IDs; three or more alone are a list that was pasted, of which any is looked for. */
const ID = /^\d{5,}$/;
const FEWEST_IDS = 3;

/**
 * The words of a search, lower-cased, each with the other spellings in which it may stand. What stands between quotes is
 * one word, with its blanks.
 */
export function searchWords(search: string): string[][] {
  const tokens = lowerCase(search).match(/"[^"]+"|[^\s\0]+/g) ?? [];
  const words = [...new Set(tokens.map((token) => token.replace(/^"(.+)"$/, '$1').trim()))].filter(
    (word) => word !== '',
  );
  const ids = words.map((word) => word.replace(/[,;]$/, ''));
  if (ids.length >= FEWEST_IDS && ids.every((word) => ID.test(word))) return [ids];
  return words.map((word) => {
    if (DASHED_MAC.test(word)) return [word, word.replaceAll('-', ':')];
    if (DOTTED_MAC.test(word)) return [word, word.replaceAll('.', '')];
    return [word];
  });
}

/** The words of a search as they may stand in a cell, for marking them. */
export function markedWords(search: string): string[] {
  return searchWords(namedNumbers(search).rest).flat();
}
