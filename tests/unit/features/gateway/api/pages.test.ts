import { afterEach, describe, expect, it } from 'vitest';
import { PauseAndAbort } from '../../../../../src/features/gateway/api/pause-and-abort';
import type { GatewayCall } from '../../../../../src/features/gateway/types';
import { startMockGateway } from '../../../../gateway/mock-gateway.mjs';
import { CREDENTIALS, type Fetched, fetchAll, freshState, queryTo } from './support';

const BIG = 9007199254740990n;
const assets = Array.from({ length: 25 }, (_, i) => `{"assetId":${BIG + BigInt(i)},"assetName":"host-${i}"}`);

type Mock = Awaited<ReturnType<typeof startMockGateway>>;
let mock: Mock | undefined;
afterEach(() => mock?.close());

async function mockWith(options: Partial<Parameters<typeof startMockGateway>[0]> = {}): Promise<Mock> {
  mock = await startMockGateway({ assets, pageLimit: 10, ...options });
  return mock;
}

function idsOf(fetched: Fetched): string[] {
  return fetched.pages.flatMap((page) => [...page.matchAll(/"assetId":(\d+)/g)].map((match) => match[1]!));
}
const allIds = assets.map((_, i) => String(BIG + BigInt(i)));
const calls = (fetched: Fetched): GatewayCall[] =>
  fetched.events.flatMap((event) =>
    event.kind === 'call' && event.call.status !== null ? [event.call] : [],
  );

describe('a whole fetch', () => {
  it('brings every asset once, with ids over 2^53 exact, and logs out', async () => {
    const { url, state } = await mockWith();
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(idsOf(fetched)).toEqual(allIds);
    expect(fetched.ending).toMatchObject({
      trouble: null,
      cancelled: false,
      state: { pages: 3, assets: 25, complete: true },
    });
    expect(state.log.filter((line) => !line.startsWith('OPTIONS'))).toEqual([
      'POST /auth 201',
      'POST /rest/2.0/search/am/asset 200',
      'POST /rest/2.0/search/am/asset 200',
      'POST /rest/2.0/search/am/asset 200',
      'POST /auth 200',
    ]);
  });

  it('keeps each page before the next is asked for', async () => {
    const { url } = await mockWith();
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.kept.map((state) => [state.pages, state.cursor, state.complete])).toEqual([
      [1, allIds[9], false],
      [2, allIds[19], false],
      [3, allIds[24], true],
    ]);
  });

  it('goes on from the cursor of a fetch that was broken off', async () => {
    const { url } = await mockWith();
    const fetched = await fetchAll({ ...freshState(queryTo(url)), pages: 1, assets: 10, cursor: allIds[9]! });
    expect(idsOf(fetched)).toEqual(allIds.slice(10));
  });

  it.each([[1], [0], ['0'], ['1'], [true], [false]])('reads hasMore %j', async (hasMore) => {
    const { url } = await mockWith({ behaviours: [{ on: 'page', at: 1, envelope: { hasMore } }] });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(idsOf(fetched).length).toBe([1, '1', true].includes(hasMore as never) ? 25 : 10);
    expect(fetched.ending.trouble).toBeNull();
  });

  it('takes 204 for a normal end', async () => {
    const { url } = await mockWith({ behaviours: [{ on: 'page', at: 3, envelope: { hasMore: 1 } }] });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.ending).toMatchObject({ trouble: null, state: { pages: 4, assets: 25, complete: true } });
  });
});

describe('odd pages never loop for ever', () => {
  it('stops at a cursor that repeats, keeps what it has and says so', async () => {
    const { url } = await mockWith({
      behaviours: [{ on: 'page', at: 2, times: 99, envelope: { lastSeenAssetId: Number(1), hasMore: 1 } }],
    });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.ending.trouble?.code).toBe('gateway-cursor');
    expect(fetched.ending.state.complete).toBe(false);
    expect(idsOf(fetched).slice(0, 20)).toEqual(allIds.slice(0, 20));
  });

  it('stops at a null cursor that claims more', async () => {
    const { url } = await mockWith({
      behaviours: [{ on: 'page', at: 2, envelope: { lastSeenAssetId: null, hasMore: 1 } }],
    });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.ending.trouble?.what).toBe(
      'Page 2 says that there are more assets but names no asset to go on from.',
    );
    expect(idsOf(fetched)).toEqual(allIds.slice(0, 20));
  });

  it('goes past an empty page with an advancing cursor', async () => {
    const { url } = await mockWith({ behaviours: [{ on: 'page', at: 2, assets: 'none' }] });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.ending.trouble).toBeNull();
    expect(idsOf(fetched)).toEqual([...allIds.slice(0, 10), ...allIds.slice(20)]);
  });

  it('gives up after three empty pages in a row that claim more', async () => {
    const many = Array.from({ length: 200 }, (_, i) => `{"assetId":${i + 1},"assetName":"h"}`);
    const { url } = await mockWith({
      assets: many,
      behaviours: [{ on: 'page', at: 2, times: 99, assets: 'none' }],
    });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.ending.trouble?.code).toBe('gateway-empty-pages');
    expect(fetched.ending.state.pages).toBe(4);
  });

  it('passes on an asset that stands on two pages; the importer counts it as repeated', async () => {
    const { url } = await mockWith({ behaviours: [{ on: 'page', at: 2, assets: 'repeat' }] });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(idsOf(fetched).length).toBe(25);
  });
});

describe('limits', () => {
  it.each([
    [429, { 'X-RateLimit-ToWait-Sec': '37' }, 37_000],
    [409, { 'X-RateLimit-ToWait-Sec': '5' }, 5_000],
    [429, { 'Retry-After': '11' }, 11_000],
    [429, { 'X-RateLimit-ToWait-Sec': 'soon' }, 1_500],
    [429, {}, 1_500],
    [429, { 'X-RateLimit-ToWait-Sec': '-4' }, 1_500],
    [429, { 'X-RateLimit-ToWait-Sec': '99999999' }, 1_500],
  ])('waits after status %i with %j', async (status, headers, wait) => {
    const { url } = await mockWith({
      behaviours: [{ on: 'page', at: 2, status, headers: headers as Record<string, string> }],
    });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.waits).toEqual([wait]);
    expect(idsOf(fetched)).toEqual(allIds);
  });

  it('waits before it runs into the limit when the answers say that no call is left', async () => {
    const { url } = await mockWith({
      behaviours: [
        { on: 'page', at: 1, headers: { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Window-Sec': '60' } },
      ],
    });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.waits[0]).toBeGreaterThan(59_000);
    expect(calls(fetched).every((call) => call.status !== 429)).toBe(true);
  });

  it('gets through a limit of two calls in each window', async () => {
    const { url } = await mockWith({ rate: { limit: 2, windowSeconds: 60 } });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(idsOf(fetched)).toEqual(allIds);
  });
});

describe('sessions', () => {
  it('tells a refused login from everything else and asks for no page', async () => {
    const { url, state } = await mockWith();
    const fetched = await fetchAll(freshState(queryTo(url)), {
      credentials: { ...CREDENTIALS, password: 'wrong' },
    });
    expect(fetched.ending.trouble?.code).toBe('gateway-login');
    expect(state.counts).toMatchObject({ auth: 1, page: 0, logout: 0 });
  });

  it('logs in again once when the session ends in the middle, and goes on from the cursor', async () => {
    const { url, state } = await mockWith({ behaviours: [{ on: 'page', at: 2, status: 401 }] });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(idsOf(fetched)).toEqual(allIds);
    expect(state.counts.auth).toBe(2);
  });

  it('gives up when a new session is refused as well', async () => {
    const { url, state } = await mockWith({ behaviours: [{ on: 'page', at: 2, times: 9, status: 401 }] });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.ending.trouble?.code).toBe('gateway-session');
    expect(idsOf(fetched)).toEqual(allIds.slice(0, 10));
    expect(state.counts.logout).toBe(1);
  });

  it('renews a token before its end', async () => {
    const { url, state } = await mockWith({ tokenSeconds: 60 });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(idsOf(fetched)).toEqual(allIds);
    expect(state.counts.auth).toBeGreaterThan(1);
  });

  it('takes a web page for no token', async () => {
    const { url } = await mockWith({
      behaviours: [{ on: 'auth', status: 200, body: '<!DOCTYPE html><title>Sign in</title>' }],
    });
    expect((await fetchAll(freshState(queryTo(url)))).ending.trouble?.code).toBe('gateway-html');
  });
});

describe('faults', () => {
  it.each([
    ['gateway-forbidden', { status: 403 }, 1],
    ['gateway-not-found', { status: 404 }, 1],
    ['gateway-broken', { status: 503 }, 5],
    ['gateway-html', { body: '<html><body>Blocked</body></html>' }, 1],
    ['gateway-not-json', { body: '{"assetListData": {"asset": [' }, 5],
    ['gateway-empty', { status: 200, body: '' }, 5],
    ['gateway-cut', { fault: 'cut' as const }, 5],
    ['gateway-no-answer', { fault: 'close' as const }, 5],
    ['gateway-redirect', { fault: 'redirect' as const }, 1],
  ])('%s after the second page: keeps the first', async (code, behaviour, tries) => {
    const { url, state } = await mockWith({ behaviours: [{ on: 'page', at: 2, times: 99, ...behaviour }] });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(fetched.ending.trouble?.code).toBe(code);
    expect(fetched.ending.state).toMatchObject({ pages: 1, complete: false, cursor: allIds[9] });
    expect(idsOf(fetched)).toEqual(allIds.slice(0, 10));
    expect(state.counts.page).toBe(1 + tries);
    expect(state.counts.logout).toBe(1);
  });

  it('gets over faults that pass', async () => {
    const { url } = await mockWith({
      behaviours: [
        { on: 'page', at: 2, status: 502 },
        { on: 'page', at: 3, fault: 'close' },
        { on: 'page', at: 4, fault: 'cut' },
      ],
    });
    expect(idsOf(await fetchAll(freshState(queryTo(url))))).toEqual(allIds);
  });

  it('never puts a credential into an event or an ending', async () => {
    const { url } = await mockWith({ behaviours: [{ on: 'page', at: 2, times: 9, status: 401 }] });
    const fetched = await fetchAll(freshState(queryTo(url)));
    expect(JSON.stringify([fetched.events, fetched.ending, fetched.kept])).not.toMatch(/correct|horse|eyJ/);
  });
});

describe('being in control', () => {
  it('cancels during a page that hangs, keeps the pages before, logs out', async () => {
    const { url, state } = await mockWith({ behaviours: [{ on: 'page', at: 2, fault: 'hang' }] });
    const control = new PauseAndAbort();
    setTimeout(() => control.cancel(), 150);
    const fetched = await fetchAll(freshState(queryTo(url)), { control });
    expect(fetched.ending).toMatchObject({ cancelled: true, trouble: null, state: { pages: 1 } });
    expect(state.counts.logout).toBe(1);
  });

  it('makes no call while paused', async () => {
    const { url, state } = await mockWith();
    const control = new PauseAndAbort();
    control.pause();
    const running = fetchAll(freshState(queryTo(url)), { control });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(state.log).toEqual([]);
    control.continue();
    expect(idsOf(await running)).toEqual(allIds);
  });
});
