import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { startMockGateway } from '../../../../gateway/mock-gateway.mjs';
import { fetchAll, freshState, queryTo } from './support';

const ASSETS = Array.from({ length: 9 }, (_, i) => `{"assetId":${i + 1},"assetName":"host-${i}"}`);

type Mock = Awaited<ReturnType<typeof startMockGateway>>;
type Behaviour = NonNullable<Parameters<typeof startMockGateway>[0]['behaviours']>[number];
let mock: Mock | undefined;
afterEach(() => mock?.close());

/** Fetches nine assets in pages of three from a Gateway that misbehaves so. */
async function fetchFrom(behaviours: Behaviour[], expected: number | null = 9) {
  mock = await startMockGateway({ assets: ASSETS, pageLimit: 3, behaviours });
  return fetchAll({ ...freshState(queryTo(mock.url)), expected });
}

describe('an end is proved, or the fetch is unfinished:', () => {
  it.each<[string, Partial<Behaviour>, string]>([
    ['FAILURE', { body: '{"responseCode":"FAILURE"}' }, 'gateway-refused'],
    [
      'FAILURE with a list',
      { body: '{"responseCode":"FAILURE","assetListData":{"asset":[]},"hasMore":0}' },
      'gateway-refused',
    ],
    ['a message alone', { body: '{"message":"Internal error"}' }, 'gateway-refused'],
    ['a rate limit in words', { body: '{"message":"API rate limit exceeded"}' }, 'gateway-limit'],
    ['an empty object', { body: '{}' }, 'gateway-refused'],
    ['an empty object with 201', { status: 201, body: '{}' }, 'gateway-refused'],
    ['SUCCESS without a list', { body: '{"responseCode":"SUCCESS","hasMore":0}' }, 'gateway-no-list'],
    ['204 with fewer than counted', { status: 204 }, 'gateway-fewer'],
    ['hasMore null', { envelope: { hasMore: null } }, 'gateway-no-end'],
    ['hasMore missing', { envelope: { hasMore: undefined } }, 'gateway-no-end'],
    ['hasMore 0 with fewer than counted', { envelope: { hasMore: 0 } }, 'gateway-fewer'],
  ])('%s on page 2 of 3', async (_name, behaviour, code) => {
    const { ending } = await fetchFrom([{ on: 'page', at: 2, times: 99, ...behaviour }]);
    expect(ending.trouble?.code).toBe(code);
    expect(ending.state.complete).toBe(false);
    expect(ending.state.assets).toBeGreaterThanOrEqual(3);
  });

  it('a failure on page 1 is told as what it is', async () => {
    const { ending } = await fetchFrom([
      { on: 'page', times: 99, at: 1, body: '{"responseCode":"FAILURE","responseMessage":"Not licensed"}' },
    ]);
    expect(ending.trouble?.what).toBe('The Gateway answered “FAILURE”: “Not licensed”.');
    expect(ending.state).toMatchObject({ pages: 0, complete: false });
  });

  it('a rate limit in words is waited for, and the fetch comes whole', async () => {
    const { ending, waits } = await fetchFrom([
      { on: 'page', at: 2, body: '{"message":"API rate limit exceeded"}' },
    ]);
    expect(waits).toHaveLength(1);
    expect(ending).toMatchObject({ trouble: null, state: { assets: 9, complete: true } });
  });

  it('204 after a page that claims more is an end where nothing that was counted is missing', async () => {
    const { ending } = await fetchFrom([{ on: 'page', at: 3, envelope: { hasMore: 1 } }]);
    expect(ending).toMatchObject({ trouble: null, state: { pages: 4, assets: 9, complete: true } });
  });
});

const answer = fc.constantFrom<Partial<Behaviour>>(
  {},
  { status: 204 },
  { status: 201, body: '{}' },
  { status: 200, body: '{"responseCode":"FAILURE"}' },
  { status: 200, body: '{"message":"Too many requests"}' },
  { status: 502 },
  { envelope: { hasMore: null } },
  { envelope: { hasMore: 0 } },
  { envelope: { hasMore: '1' } },
  { envelope: { lastSeenAssetId: null } },
  { envelope: { responseCode: 'PARTIAL' } },
  { assets: 'none' },
);

it('whatever the answers, a fetch is complete only with as many assets as were counted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { maxLength: 6 }), async (answers) => {
      const behaviours = answers.map((one, at) => ({ on: 'page', at: at + 1, ...one }) as Behaviour);
      const { ending, pages } = await fetchFrom(behaviours);
      await mock?.close();
      const records = pages.join('').match(/"assetId":/g)?.length ?? 0;
      expect(ending.state.assets).toBe(records);
      expect(ending.state.complete).toBe(ending.trouble === null);
      if (ending.state.complete) expect(records).toBeGreaterThanOrEqual(ASSETS.length);
    }),
    { numRuns: 60 },
  );
});
