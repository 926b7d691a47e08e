import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fetchPages } from '../../../../src/features/gateway/api/pages';
import { PauseAndAbort } from '../../../../src/features/gateway/api/pause-and-abort';
import { whyUnfinished, withRepeats } from '../../../../src/features/gateway/engine/ending';
import type { FetchEnding, FetchState } from '../../../../src/features/gateway/types';
import { importPages } from '../../../../src/import/import-pages';
import { UNWATCHED } from '../../../../src/model/progress';
import { CREDENTIALS, freshState, portsFor, queryTo } from './api/support';

const PAGE = 3;
const FIRST_ID = 101;

/** How one call for a page goes: well, or in one of the ways that a Gateway or what stands before it fails. */
type Turn =
  | 'good'
  | 'repeat'
  | 'short'
  | 'empty'
  | 'stuck'
  | 'no-cursor'
  | 'old-cursor'
  | 'no-end'
  | 'end'
  | '204'
  | 'failure'
  | 'limit-in-words'
  | 'nothing'
  | '201'
  | '429'
  | '503'
  | '403'
  | 'cut'
  | 'html'
  | 'dead';

const TURNS: readonly Turn[] = [
  'repeat',
  'short',
  'empty',
  'stuck',
  'no-cursor',
  'old-cursor',
  'no-end',
  'end',
  '204',
  'failure',
  'limit-in-words',
  'nothing',
  '201',
  '429',
  '503',
  '403',
  'cut',
  'html',
  'dead',
];

/** A Gateway without a network, which holds `held` assets and goes by `turns`, then well. */
function gateway(held: number, turns: readonly Turn[]): typeof globalThis.fetch {
  let call = 0;
  return async (input, init) => {
    const url = new URL(String(input));
    if (url.pathname.endsWith('/auth')) return new Response('token-token-token', { status: 201 });
    if (url.pathname.includes('/count/')) return Response.json({ count: held, responseCode: 'SUCCESS' });
    expect(init?.redirect).toBe('manual');
    return answerTo(turns[call++] ?? 'good', Number(url.searchParams.get('lastSeenAssetId') ?? 100), held);
  };
}

function answerTo(turn: Turn, cursor: number, held: number): Response {
  const last = 100 + held;
  const ids = Array.from({ length: Math.min(PAGE, last - cursor) }, (_, at) => cursor + 1 + at);
  const end = cursor + ids.length;
  const page = (over: object = {}, given = ids) =>
    Response.json({
      responseCode: 'SUCCESS',
      hasMore: end < last ? 1 : 0,
      lastSeenAssetId: end,
      ...over,
      assetListData: { asset: given.map((assetId) => ({ assetId, assetName: `host-${assetId}` })) },
    });
  const before = ids.map((id) => Math.max(FIRST_ID, id - PAGE));
  switch (turn) {
    case 'good':
      return page();
    case 'repeat':
      return page({}, before);
    case 'short':
      return page({}, ids.slice(1));
    case 'empty':
      return page({}, []);
    case 'stuck':
      return page({ hasMore: 1, lastSeenAssetId: null }, []);
    case 'no-cursor':
      return page({ hasMore: 1, lastSeenAssetId: null });
    case 'old-cursor':
      return page({ hasMore: 1, lastSeenAssetId: cursor });
    case 'no-end':
      return page({ hasMore: null });
    case 'end':
      return page({ hasMore: '0' });
    case '204':
      return new Response(null, { status: 204 });
    case 'failure':
      return page({ responseCode: 'FAILURE' }, []);
    case 'limit-in-words':
      return Response.json({ message: 'API rate limit exceeded' });
    case 'nothing':
      return Response.json({});
    case 'cut':
      return new Response('{"responseCode":"SUCCESS","hasMore":0,"assetListData":{"asset":[');
    case 'html':
      return new Response('<!doctype html><p>Sign in');
    case 'dead':
      throw new TypeError('Failed to fetch');
    default:
      return new Response(turn === '201' ? '{}' : '', { status: Number(turn) });
  }
}

/** Fetches and reads as the engine does, from `state` and with the pages kept so far. */
async function fetchAndRead(state: FetchState, kept: Uint8Array[], fetch: typeof globalThis.fetch) {
  let ending: FetchEnding = { state, trouble: null, cancelled: false };
  const pages = async function* () {
    // The reader lets go of what it has read.
    for (const page of kept) yield page.slice();
    const keep = async (bytes: Uint8Array) => void kept.push(bytes.slice());
    const ports = { ...portsFor([]), fetch };
    ending = yield* fetchPages(state, CREDENTIALS, ports, new PauseAndAbort(), keep);
  };
  let reason: string | null = null;
  const dataset = await importPages(
    {
      id: 'f',
      name: 'Gateway',
      gateway: { platform: 'EU2', userName: '' },
      pages: pages(),
      unfinished: (came) => {
        ending = withRepeats(ending, came);
        reason = whyUnfinished(ending);
        return reason;
      },
    },
    UNWATCHED,
  );
  return { ending, reason, assets: dataset?.size ?? 0, unfinished: dataset?.header.unfinished };
}

const scenario = fc.record({
  held: fc.integer({ min: 1, max: 14 }),
  turns: fc.array(
    fc.oneof({ weight: 2, arbitrary: fc.constant('good' as Turn) }, fc.constantFrom(...TURNS)),
    {
      maxLength: 8,
    },
  ),
});

it('whatever the answers, a fetch is shown as whole only if it is', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ held, turns }) => {
      const state = { ...freshState(queryTo('http://gateway.example')), countFirst: true };
      const { ending, reason, assets, unfinished } = await fetchAndRead(state, [], gateway(held, turns));
      const whole = ending.trouble === null;
      if (whole) expect(assets).toBe(held);
      expect(reason === null).toBe(whole);
      if (assets > 0) expect(unfinished === undefined).toBe(whole);
      if (turns.every((turn) => turn === 'good')) expect(whole).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('nor is one that is continued', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, scenario, async ({ held, turns }, later) => {
      const kept: Uint8Array[] = [];
      const fresh = { ...freshState(queryTo('http://gateway.example')), countFirst: true };
      const first = await fetchAndRead(fresh, kept, gateway(held, turns));
      if (first.ending.state.complete) return;
      const second = await fetchAndRead(first.ending.state, kept, gateway(held, later.turns));
      if (second.ending.trouble === null) expect(second.assets).toBe(held);
      if (second.assets > 0) expect(second.unfinished === undefined).toBe(second.ending.trouble === null);
    }),
    { numRuns: 200 },
  );
});
