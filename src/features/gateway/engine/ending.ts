import type { RecordsThatCame } from '../../../import/import-pages';
import { repeatedTrouble } from '../api/page-troubles';
import type { FetchEnding } from '../types';

/**
 * The ending once all pages are read. Pages may repeat each other, so that as many records as were counted are not
 * yet all assets; only the importer tells them apart.
 */
export function withRepeats(ending: FetchEnding, { records, repeated }: RecordsThatCame): FetchEnding {
  const { expected } = ending.state;
  const missing = expected !== null && records - repeated < expected;
  if (!missing || ending.trouble !== null || ending.cancelled) return ending;
  return { ...ending, trouble: repeatedTrouble(records, repeated, expected) };
}

/** The sentence for the dataset's header; `null` where nothing is known to be missing. */
export function whyUnfinished({ state, trouble, cancelled }: FetchEnding): string | null {
  if (trouble === null && !cancelled) return null;
  const got = `${counted(state.pages, 'page')} with ${counted(state.assets, 'asset')} were fetched`;
  const of = state.expected === null ? '' : ` of ${counted(state.expected, 'asset')} counted before`;
  return `${trouble?.what ?? 'The fetch was stopped.'} ${got}${of}.`;
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
}
