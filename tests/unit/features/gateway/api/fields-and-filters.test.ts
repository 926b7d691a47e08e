import { afterEach, describe, expect, it } from 'vitest';
import { countAssets } from '../../../../../src/features/gateway/api/count';
import { PauseAndAbort } from '../../../../../src/features/gateway/api/pause-and-abort';
import { filterBody, filterLabels, INCLUDED_FIELDS } from '../../../../../src/features/gateway/api/query';
import type { GatewayEvent, GatewayQuery } from '../../../../../src/features/gateway/types';
import { startMockGateway } from '../../../../gateway/mock-gateway.mjs';
import { CREDENTIALS, fetchAll, freshState, portsFor, queryTo } from './support';

const ASSETS = Array.from(
  { length: 6 },
  (_, i) =>
    `{"assetId":${i + 1},"assetName":"host-${i}","hwUUID":"u-${i}","softwareListData":{"software":[]}}`,
);

type Mock = Awaited<ReturnType<typeof startMockGateway>>;
let mock: Mock | undefined;
afterEach(() => mock?.close());

async function mockWith(options: Partial<Parameters<typeof startMockGateway>[0]> = {}): Promise<Mock> {
  mock = await startMockGateway({ assets: ASSETS, pageLimit: 3, ...options });
  return mock;
}

const filtered = (url: string, filter: Partial<GatewayQuery['filter']>): GatewayQuery => {
  const query = queryTo(url);
  return { ...query, filter: { ...query.filter, ...filter } };
};

describe('the fields that are asked for', () => {
  it('are those of the documentation and what else a dataset keeps, each once', () => {
    for (const name of ['assetName', 'dnsName', 'netbiosName', 'address', 'hostId', 'biosSerialNumber'])
      expect(INCLUDED_FIELDS).toContain(name);
    for (const name of [
      'biosAssetTag',
      'provider',
      'cloudProvider',
      'activity',
      'networkInterface',
      'hwUUID',
    ])
      expect(INCLUDED_FIELDS).toContain(name);
    expect(new Set(INCLUDED_FIELDS).size).toBe(INCLUDED_FIELDS.length);
  });

  it('come, and no others', async () => {
    const { url } = await mockWith();
    const { pages } = await fetchAll(freshState(queryTo(url)));
    expect(pages.join('')).toContain('"assetName":"host-0"');
    expect(pages.join('')).toContain('"hwUUID":"u-0"');
    expect(pages.join('')).not.toContain('software');
  });

  it('are all of them, said, where the list of fields brings no name and no address', async () => {
    const { url } = await mockWith({ withholds: true });
    const { pages, events, ending } = await fetchAll(freshState(queryTo(url)));
    expect(pages.join('').match(/"assetName":/g)).toHaveLength(6);
    expect(ending.state).toMatchObject({ allFields: true, complete: true, pages: 2 });
    expect(notices(events)).toEqual([expect.stringContaining('asked for all fields')]);
  });

  it('are looked at on the first page that has assets', async () => {
    const empty = { assets: 'none', envelope: { hasMore: 1, lastSeenAssetId: 0 } } as const;
    const { url } = await mockWith({ withholds: true, behaviours: [{ on: 'page', at: 1, ...empty }] });
    const { pages, ending } = await fetchAll(freshState(queryTo(url)));
    expect(pages.join('').match(/"assetName":/g)).toHaveLength(6);
    expect(ending.state).toMatchObject({ allFields: true, complete: true });
  });

  it('are all of them where the list of fields is refused', async () => {
    const { url } = await mockWith({ behaviours: [{ on: 'page', at: 1, status: 400 }] });
    const { ending } = await fetchAll(freshState(queryTo(url)));
    expect(ending).toMatchObject({ trouble: null, state: { allFields: true, assets: 6 } });
  });
});

describe('filters', () => {
  it('go with the call by their names', () => {
    const query = filtered('http://x', {
      operatingSystem: ' Debian ',
      trackingMethod: 'IP',
      source: 'QAGENT',
    });
    expect(JSON.parse(filterBody(query)).filters).toEqual([
      { field: 'operatingSystem', operator: 'CONTAINS', value: 'Debian' },
      { field: 'asset.trackingMethod', operator: 'EQUALS', value: 'IP' },
      { field: 'inventory.source', operator: 'EQUALS', value: 'QAGENT' },
    ]);
    expect(filterLabels(query)).toEqual(['Operating system', 'Tracking method', 'Source']);
  });

  it('that the Gateway does not know are told as what they are, when fetching and when counting', async () => {
    const { url } = await mockWith({ filterFields: ['asset.name'] });
    const query = filtered(url, { tag: 'Prod' });
    const { ending } = await fetchAll(freshState(query));
    expect(ending.trouble).toMatchObject({
      code: 'gateway-filter',
      what: 'The Gateway does not take this filter (status 400): Tag.',
    });
    const counting = countAssets(query, CREDENTIALS, portsFor([]), new PauseAndAbort());
    await expect(counting).rejects.toMatchObject({ trouble: { code: 'gateway-filter' } });
  });
});

describe('a fetch that was not counted', () => {
  it('counts first, says how many calls it takes, and knows when assets are missing', async () => {
    const { url, state } = await mockWith();
    const { ending, events } = await fetchAll({ ...freshState(queryTo(url)), countFirst: true });
    expect(ending.state).toMatchObject({ expected: 6, complete: true });
    expect(notices(events)[0]).toBe(
      '6 assets will be fetched with 1 call. They fit into the limit of 300 calls in 60 minutes, so nothing has to be waited for.',
    );
    expect(state.counts).toMatchObject({ count: 1, auth: 1 });
  });
});

describe('answers that do not move or do not end', () => {
  it('an empty page whose cursor stands still is tried again with growing waits', async () => {
    const stuck = { assets: 'none', envelope: { hasMore: 1, lastSeenAssetId: 3 } } as const;
    const { url } = await mockWith({ behaviours: [{ on: 'page', at: 2, times: 2, ...stuck }] });
    const { ending, waits } = await fetchAll(freshState(queryTo(url)));
    expect(ending).toMatchObject({ trouble: null, state: { assets: 6, complete: true } });
    expect(waits).toHaveLength(2);
    expect(waits[1]!).toBeGreaterThan(waits[0]!);
  });

  it('one that never moves ends the fetch as unfinished, with what was fetched', async () => {
    const stuck = { assets: 'none', envelope: { hasMore: 1, lastSeenAssetId: null } } as const;
    const { url } = await mockWith({ behaviours: [{ on: 'page', at: 2, times: 99, ...stuck }] });
    const { ending } = await fetchAll(freshState(queryTo(url)));
    expect(ending.trouble?.code).toBe('gateway-stands-still');
    expect(ending.state).toMatchObject({ assets: 3, complete: false });
  });

  it.each([
    ['auth', 'gateway-too-large'],
    ['page', 'gateway-too-large'],
  ] as const)('an answer to %s that is too large is given up at once', async (on, code) => {
    const body = ' '.repeat(on === 'auth' ? 70_000 : (64 << 20) + 1);
    const { url, state } = await mockWith({ behaviours: [{ on, times: 99, at: 1, status: 200, body }] });
    const { ending } = await fetchAll(freshState(queryTo(url)));
    expect(ending.trouble?.code).toBe(code);
    expect(state.counts[on]).toBe(1);
  });

  it.each([
    ['auth', 'endless'],
    ['auth', 'bomb'],
    ['count', 'endless'],
    ['count', 'bomb'],
    ['page', 'endless'],
    ['page', 'bomb'],
  ] as const)(
    'an answer to %s that has no end (%s) is given up at its limit, and not tried again',
    async (on, fault) => {
      const { url, state } = await mockWith({ behaviours: [{ on, times: 99, at: 1, fault }] });
      const { ending } = await fetchAll({ ...freshState(queryTo(url)), countFirst: true });
      expect(ending.trouble?.code).toBe('gateway-too-large');
      expect(ending.trouble?.what).toContain(on === 'page' ? 'larger than 64 MB' : 'larger than 64 kB');
      expect(state.counts[on]).toBe(1);
    },
  );

  it('a redirect is told and not followed', async () => {
    const { url, state } = await mockWith({
      behaviours: [{ on: 'page', at: 1, times: 9, fault: 'redirect' }],
    });
    const { ending } = await fetchAll(freshState(queryTo(url)));
    expect(ending.trouble?.code).toBe('gateway-redirect');
    expect(state.log.filter((line) => line.includes('elsewhere'))).toEqual([]);
  });
});

function notices(events: readonly GatewayEvent[]): string[] {
  return events.flatMap((event) => (event.kind === 'notice' ? [event.text] : []));
}
