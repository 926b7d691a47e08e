import { CancelledError } from '../../../model/outcome';
import type { FetchEnding, FetchState, GatewayCredentials } from '../types';
import type { GatewayPorts } from './call';
import { CallError } from './call-error';
import { countBy } from './count';
import { estimateText } from './estimate-text';
import { nextPage, type Page } from './next-page';
import { emptyTrouble } from './page-troubles';
import type { PauseAndAbort } from './pause-and-abort';
import { RetryingClient } from './retrying-client';

/** Empty pages in a row that still claim more: then the end is taken for reached, and said. */
const EMPTY_PAGES = 3;

/** Keeps a page for good before the next one is asked for. Rejects when it cannot. */
export type KeepPage = (bytes: Uint8Array, state: FetchState) => Promise<void>;

/**
 * Fetches page after page from where `state` stands; yields each page's bytes once it is kept, while the next
 * one is under way already. Returns how it ended; throws nothing but what `keep` throws. Logs out in every ending.
 */
export async function* fetchPages(
  state: FetchState,
  credentials: GatewayCredentials,
  ports: GatewayPorts,
  pausing: PauseAndAbort,
  keep: KeepPage,
): AsyncGenerator<Uint8Array, FetchEnding> {
  const client = new RetryingClient(
    { proxy: state.query.proxy, host: state.query.platform.host },
    credentials,
    ports,
    pausing,
  );
  const seen = new Set<string>(state.cursor === null ? [] : [state.cursor]);
  let latest = state;
  let ahead: Promise<Page> | null = null;
  let empty = 0;
  try {
    latest = await countedBefore(client, latest, ports);
    ports.onEvent({ kind: 'phase', phase: 'Fetching assets' });
    let coming = nextPage(client, latest, ports, seen);
    for (;;) {
      const page = await coming;
      ahead = null;
      empty = page.state.assets === latest.assets ? empty + 1 : 0;
      const trouble =
        page.trouble ??
        (!page.last && empty >= EMPTY_PAGES ? emptyTrouble(EMPTY_PAGES, page.state.pages) : null);
      await keep(page.bytes, page.state);
      latest = page.state;
      ports.onEvent({
        kind: 'progress',
        pages: latest.pages,
        assets: latest.assets,
        expected: latest.expected,
      });
      const last = page.last || trouble !== null;
      if (!last) {
        coming = nextPage(client, latest, ports, seen);
        ahead = coming;
        // It may fail while the reader is still busy with this page; it is awaited in the next round.
        ahead.catch(() => undefined);
      }
      yield page.bytes;
      if (last) return { state: latest, trouble, cancelled: false };
    }
  } catch (error) {
    if (error instanceof CancelledError) return { state: latest, trouble: null, cancelled: true };
    if (error instanceof CallError) return { state: latest, trouble: error.trouble, cancelled: false };
    throw error;
  } finally {
    pausing.cancel();
    await ahead?.catch(() => undefined);
    await client.end();
  }
}

/** How many assets to expect and how long that takes, said before the first page of a fetch that was not counted. */
async function countedBefore(
  client: RetryingClient,
  state: FetchState,
  ports: GatewayPorts,
): Promise<FetchState> {
  if (state.pages > 0 || state.expected !== null || !state.countFirst) return state;
  ports.onEvent({ kind: 'phase', phase: 'Counting assets' });
  const estimate = await countBy(client, state.query);
  ports.onEvent({ kind: 'notice', text: estimateText(estimate) });
  return { ...state, expected: estimate.assets };
}
