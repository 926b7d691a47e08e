import type { Trouble } from '../../../model/outcome';
import type { EpochMilliseconds } from '../../../model/units';
import type { FetchState } from '../types';
import type { PageSummary } from './page-summary';
import { cursorTrouble, fewerTrouble, noEndTrouble } from './page-troubles';

/** What one page means for its fetch. */
export interface PageReading {
  /** How far the fetch is with this page. */
  readonly state: FetchState;
  /** Why the fetch ends here although its end is not proved. */
  readonly trouble: Trouble | null;
  readonly last: boolean;
}

/**
 * Decides what a page means: how far the fetch is, whether it is the last, whether the cursor can be trusted. An end
 * is proved by an explicit false `hasMore`, or by a 204, and only if no asset that was counted before is missing.
 * @param summary `null` for a 204, which has no body
 * @param seen the cursors of the pages before; this page's is added
 */
export function readPage(
  summary: PageSummary | null,
  state: FetchState,
  seen: Set<string>,
  now: EpochMilliseconds,
): PageReading {
  const assets = state.assets + (summary?.assets ?? 0);
  const cursor = summary?.lastSeenAssetId ?? null;
  const more = summary === null ? false : summary.hasMore;
  const trouble = troubleOf(more, cursor, { ...state, assets }, seen);
  if (cursor !== null) seen.add(cursor);
  const last = more !== true || trouble !== null;
  const next: FetchState = {
    ...state,
    pages: state.pages + 1,
    assets,
    cursor: cursor ?? state.cursor,
    savedAt: now,
    complete: last && trouble === null,
  };
  return { state: next, trouble, last };
}

function troubleOf(
  more: boolean | null,
  cursor: string | null,
  { pages, assets, expected }: FetchState,
  seen: ReadonlySet<string>,
): Trouble | null {
  const page = pages + 1;
  if (more === null) return noEndTrouble(page);
  if (!more) return assets < (expected ?? 0) ? fewerTrouble(assets, expected ?? 0) : null;
  if (cursor === null) return cursorTrouble(page, 'names no asset to go on from');
  return seen.has(cursor) ? cursorTrouble(page, `names asset ${cursor} again to go on from`) : null;
}
