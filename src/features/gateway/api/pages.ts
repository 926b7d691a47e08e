import { CancelledError, type Trouble } from '../../../model/outcome';
import type { FetchEnding, FetchState, GatewayCredentials } from '../types';
import type { GatewayAnswer, GatewayPorts } from './call';
import type { FetchControl } from './control';
import { countBy } from './count';
import { type PageEnvelope, readEnvelope } from './envelope';
import { FAULTS, GatewayFault } from './fault';
import { filterBody, filterLabels, pageQuery } from './query';
import { refusalOf } from './refusal';
import { SteadyCaller } from './steady-caller';

/** Empty pages in a row that still claim more: then the end is taken for reached, and said. */
const EMPTY_PAGES = 3;

/** Keeps a page for good before the next one is asked for. Rejects when it cannot. */
export type KeepPage = (bytes: Uint8Array, state: FetchState) => Promise<void>;

interface Page {
  readonly bytes: Uint8Array;
  readonly state: FetchState;
  /** Why the fetch ends with this page although the Gateway claims more. */
  readonly trouble: Trouble | null;
  readonly last: boolean;
}

/**
 * Fetches page after page from where `state` stands; yields each page's bytes once it is kept, while the next
 * one is under way already. Returns how it ended; throws nothing but what `keep` throws. Logs out in every ending.
 */
export async function* fetchPages(
  state: FetchState,
  credentials: GatewayCredentials,
  ports: GatewayPorts,
  control: FetchControl,
  keep: KeepPage,
): AsyncGenerator<Uint8Array, FetchEnding> {
  const caller = new SteadyCaller(
    { proxy: state.query.proxy, host: state.query.platform.host },
    credentials,
    ports,
    control,
  );
  const seen = new Set<string>(state.cursor === null ? [] : [state.cursor]);
  let latest = state;
  let ahead: Promise<Page> | null = null;
  let empty = 0;
  try {
    latest = await countedBefore(caller, latest, ports);
    ports.onEvent({ kind: 'phase', phase: 'Fetching assets' });
    let coming = nextPage(caller, latest, ports, seen);
    for (;;) {
      const page = await coming;
      ahead = null;
      empty = page.state.assets === latest.assets ? empty + 1 : 0;
      const trouble =
        page.trouble ?? (!page.last && empty >= EMPTY_PAGES ? emptyTrouble(page.state.pages) : null);
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
        coming = nextPage(caller, latest, ports, seen);
        ahead = coming;
        // It may fail while the reader is still busy with this page; it is awaited in the next round.
        ahead.catch(() => undefined);
      }
      yield page.bytes;
      if (last) return { state: latest, trouble, cancelled: false };
    }
  } catch (error) {
    if (error instanceof CancelledError) return { state: latest, trouble: null, cancelled: true };
    if (error instanceof GatewayFault) return { state: latest, trouble: error.trouble, cancelled: false };
    throw error;
  } finally {
    control.cancel();
    await ahead?.catch(() => undefined);
    await caller.end();
  }
}

/** How many assets to expect and how long that takes, said before the first page of a fetch that was not counted. */
async function countedBefore(
  caller: SteadyCaller,
  state: FetchState,
  ports: GatewayPorts,
): Promise<FetchState> {
  if (state.pages > 0 || state.expected !== null || !state.countFirst) return state;
  ports.onEvent({ kind: 'phase', phase: 'Counting assets' });
  const { assets, calls, milliseconds } = await countBy(caller, state.query);
  const limit =
    milliseconds === 0 ? '' : `, which the limit of calls stretches to ${hours(milliseconds)} at least`;
  ports.onEvent({
    kind: 'notice',
    text: `${assets === 1 ? '1 asset is' : `${assets.toLocaleString('en-US')} assets are`} to be fetched with ${calls === 1 ? 'one call' : `${calls.toLocaleString('en-US')} calls`}${limit}.`,
  });
  return { ...state, expected: assets };
}

function hours(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  return minutes < 90 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1)} hours`;
}

async function nextPage(
  caller: SteadyCaller,
  state: FetchState,
  ports: GatewayPorts,
  seen: Set<string>,
): Promise<Page> {
  if (state.pages > 0 || state.allFields) return askForPage(caller, state, ports, seen);
  try {
    const page = await askForPage(caller, state, ports, seen);
    if (page.state.assets === 0 || namesAnAsset(page.bytes)) return page;
  } catch (error) {
    // An account or a proxy that does not take the list of fields: without it the answer says what is wrong.
    if (!(error instanceof GatewayFault && error.trouble.code === 'gateway-request')) throw error;
  }
  ports.onEvent({
    kind: 'notice',
    text: 'The Gateway gave no name and no address with the list of fields that Doublet asks for, so it is asked for all fields. The pages are larger.',
  });
  return askForPage(caller, { ...state, allFields: true }, ports, new Set());
}

const NAMES = /"(?:assetName|dnsName|netbiosName|fqdn|address)"\s*:\s*"[^"]/;

/** Whether any asset of the page has a name or an address. */
function namesAnAsset(bytes: Uint8Array): boolean {
  return NAMES.test(new TextDecoder().decode(bytes));
}

async function askForPage(
  caller: SteadyCaller,
  state: FetchState,
  ports: GatewayPorts,
  seen: Set<string>,
): Promise<Page> {
  let envelope: PageEnvelope | null = null;
  const accept = (answer: GatewayAnswer) => {
    if (answer.status === 204) return;
    envelope = readEnvelope(answer.body);
    if (envelope === null) throw FAULTS.notJson();
    const refusal = refusalOf(envelope);
    if (refusal !== null) throw refusal;
    if (envelope.assets === null) throw FAULTS.noList();
    const { assets, hasMore, lastSeenAssetId } = envelope;
    const stands = lastSeenAssetId === null || lastSeenAssetId === state.cursor;
    if (assets === 0 && hasMore === true && stands) throw FAULTS.standsStill();
  };
  const request = {
    path: '/rest/2.0/search/am/asset',
    query: pageQuery(state.query, state.cursor, state.allFields),
    json: filterBody(state.query),
  };
  const answer = await caller.ask(request, 'fetch a page of assets', accept).catch((error: unknown) => {
    throw refusedFilter(error, state);
  });
  return readPage(answer, envelope, state, ports, seen);
}

/**
 * Decides what a page means: how far the fetch is, whether it is the last, whether the cursor can be trusted. An end
 * is proved by an explicit false `hasMore`, or by a 204, and only if no asset that was counted before is missing.
 */
function readPage(
  answer: GatewayAnswer,
  envelope: PageEnvelope | null,
  state: FetchState,
  ports: GatewayPorts,
  seen: Set<string>,
): Page {
  const assets = state.assets + (envelope?.assets ?? 0);
  const more = answer.status === 204 ? false : (envelope?.hasMore ?? null);
  const cursor = envelope?.lastSeenAssetId ?? null;
  let trouble: Trouble | null = null;
  if (more === null) trouble = noEndTrouble(state.pages + 1);
  else if (more && cursor === null) trouble = cursorTrouble(state.pages + 1, 'names no asset to go on from');
  else if (more && cursor !== null && seen.has(cursor))
    trouble = cursorTrouble(state.pages + 1, `names asset ${cursor} again to go on from`);
  else if (!more && assets < (state.expected ?? 0)) trouble = fewerTrouble(assets, state.expected ?? 0);
  if (cursor !== null) seen.add(cursor);
  const last = !more || trouble !== null;
  const next: FetchState = {
    ...state,
    pages: state.pages + 1,
    assets,
    cursor: cursor ?? state.cursor,
    savedAt: ports.now(),
    complete: last && trouble === null,
  };
  return { bytes: answer.body, state: next, trouble, last };
}

function cursorTrouble(page: number, what: string): Trouble {
  return {
    code: 'gateway-cursor',
    what: `Page ${page} says that there are more assets but ${what}.`,
    remedy: 'The assets up to there are kept; fetch again later, or narrow the filter.',
  };
}

/** A request that is refused although it has a filter: most often by a field that the Gateway does not know. */
function refusedFilter(error: unknown, state: FetchState): unknown {
  if (!(error instanceof GatewayFault) || error.trouble.code !== 'gateway-request') return error;
  const labels = filterLabels(state.query);
  return labels.length === 0 ? error : FAULTS.filter(labels);
}

function noEndTrouble(page: number): Trouble {
  return {
    code: 'gateway-no-end',
    what: `Page ${page} does not say whether there are more assets, so some may be missing.`,
    remedy: 'Continue the fetch to ask from there on, or count the assets and compare.',
  };
}

function fewerTrouble(assets: number, expected: number): Trouble {
  return {
    code: 'gateway-fewer',
    what: `The Gateway ended the list after ${assets.toLocaleString('en-US')} assets, but had counted ${expected.toLocaleString('en-US')}.`,
    remedy: 'Count the assets again and compare; then fetch again.',
  };
}

function emptyTrouble(page: number): Trouble {
  return {
    code: 'gateway-empty-pages',
    what: `${EMPTY_PAGES} pages in a row up to page ${page} hold no asset but say that there are more.`,
    remedy: 'The assets up to there are kept; fetch again later.',
  };
}
