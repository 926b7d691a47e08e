import { afterEach, describe, expect, it } from 'vitest';
import { countAssets } from '../../../../../src/features/gateway/api/count';
import { PauseAndAbort } from '../../../../../src/features/gateway/api/pause-and-abort';
import { ownPlatform, PLATFORMS } from '../../../../../src/features/gateway/api/platforms';
import { checkProxy, throughProxy } from '../../../../../src/features/gateway/api/proxy-address';
import { testProxy } from '../../../../../src/features/gateway/api/proxy-test';
import { filterBody, pageQuery } from '../../../../../src/features/gateway/api/query';
import { startMockGateway } from '../../../../gateway/mock-gateway.mjs';
import { CREDENTIALS, portsFor, queryTo } from './support';

describe('throughProxy', () => {
  it('puts host, path and query behind the proxy', () => {
    expect(throughProxy('https://p.example/q/', 'h.example', '/auth?a=1')).toBe(
      'https://p.example/q/h.example/auth?a=1',
    );
  });
  it('takes {url} as the place of the encoded whole address', () => {
    expect(throughProxy('https://p.example/?u={url}', 'h.example', '/a?b=$&')).toBe(
      'https://p.example/?u=https%3A%2F%2Fh.example%2Fa%3Fb%3D%24%26',
    );
  });
});

describe('checkProxy', () => {
  it.each([
    'https://p.example/x',
    'http://localhost:8080',
    'http://127.0.0.1:1/x',
    'http://[::1]:5',
    'https://p.example/?u={url}',
  ])('takes %s', (address) => {
    expect(checkProxy(` ${address} `)).toBe(address);
  });
  it.each([
    ['http://proxy.corp.example', 'proxy-insecure'],
    ['http://127.0.0.1.evil.example', 'proxy-insecure'],
    ['ftp://localhost', 'proxy-insecure'],
    ['proxy', 'proxy-invalid'],
    ['https://a:b@p.example', 'proxy-credentials'],
    ['https://p.example/#x', 'proxy-invalid'],
  ])('refuses %s', (address, code) => {
    expect(() => checkProxy(address)).toThrow(
      expect.objectContaining({ trouble: expect.objectContaining({ code }) }),
    );
  });
});

describe('platforms', () => {
  it('are the thirteen public ones', () => expect(PLATFORMS.length).toBe(13));
  it.each([
    ['gw.example.com', true],
    ['gw.example.com:8443', true],
    ['https://x', false],
    ['a/b', false],
    ['a b', false],
    ['', false],
  ])('%s as one’s own: %s', (host, fine) => {
    expect(ownPlatform(host) !== null).toBe(fine);
  });
});

describe('what is asked for', () => {
  const query = {
    ...queryTo('https://p.example'),
    filter: { updatedSince: Date.UTC(2026, 0, 2), tag: 'Prod "A"', nameContains: 'web' },
  };
  it('joins filters by AND', () => {
    expect(JSON.parse(filterBody(query))).toEqual({
      filters: [
        { field: 'tags.name', operator: 'EQUALS', value: 'Prod "A"' },
        { field: 'asset.name', operator: 'CONTAINS', value: 'web' },
      ],
      operation: 'AND',
    });
    expect(filterBody(queryTo('x'))).toBe('{}');
  });
  it('names cursor, page size, time and fields', () => {
    expect(Object.fromEntries(pageQuery({ ...query, pageSize: 9999 }, '12'))).toEqual({
      pageSize: '300',
      lastSeenAssetId: '12',
      assetLastUpdated: '2026-01-02T00:00:00Z',
      includeFields:
        'assetName,dnsName,fqdn,netbiosName,address,networkInterface,networkUuid,networkName,inventory,trackingMethod,activity,sensor,agentId,agent,passiveSensor,createdDate,lastModifiedDate,operatingSystem,hardware,biosSerialNumber,biosAssetTag,provider,cloudProvider,assetUUID,hwUUID,hostId,qwebHostId,correlationId,tag,customAttributes',
    });
  });
});

describe('against a Gateway', () => {
  let mock: Awaited<ReturnType<typeof startMockGateway>> | undefined;
  afterEach(() => mock?.close());
  const assets = ['{"assetId":1}', '{"assetId":2}'];
  const test = async (url: string) =>
    (await testProxy(queryTo(url), portsFor([]), new AbortController().signal)).verdict;

  it('counts, reads the limit and logs out', async () => {
    mock = await startMockGateway({ assets, rate: { limit: 120, windowSeconds: 60 } });
    const counted = await countAssets(queryTo(mock.url), CREDENTIALS, portsFor([]), new PauseAndAbort());
    expect(counted).toMatchObject({
      assets: 2,
      calls: 1,
      callsPerWindow: 120,
      windowMilliseconds: 60_000,
      limitKnown: true,
    });
    expect(mock.state.counts).toMatchObject({ auth: 1, count: 1, logout: 1 });
  });

  it.each([
    [
      'ready',
      { behaviours: [{ on: 'count' as const, status: 401, headers: { 'X-RateLimit-Limit': '300' } }] },
    ],
    ['no-exposed-headers', {}],
    ['gateway-unreachable', { behaviours: [{ on: 'count' as const, status: 502 }] }],
    ['not-a-proxy', { behaviours: [{ on: 'count' as const, status: 404 }] }],
    ['not-a-proxy', { behaviours: [{ on: 'count' as const, body: '<!doctype html><p>hi' }] }],
    ['refused', { behaviours: [{ on: 'count' as const, status: 403 }] }],
    ['refused', { behaviours: [{ on: 'count' as const, fault: 'close' as const }] }],
  ])('finds %s', async (verdict, options) => {
    mock = await startMockGateway({ assets, ...options });
    expect(await test(mock.url)).toBe(verdict);
  });

  it('finds nothing where nothing listens', async () => {
    mock = await startMockGateway({ assets });
    const { url } = mock;
    await mock.close();
    expect(await test(url)).toBe('unreadable');
  });

  it('follows no redirect, of the call or of the proxy’s own address', async () => {
    const elsewhere = await startMockGateway({ assets });
    const redirect = { fault: 'redirect' as const, location: `${elsewhere.url}/trap` };
    for (const behaviours of [
      [{ on: 'count' as const, ...redirect }],
      [
        { on: 'count' as const, fault: 'close' as const },
        { on: 'other' as const, ...redirect },
      ],
    ]) {
      await mock?.close();
      mock = await startMockGateway({ assets, behaviours });
      const found = await testProxy(queryTo(mock.url), portsFor([]), new AbortController().signal);
      expect(found.verdict).toMatch(/^(not-a-proxy|refused)$/);
    }
    expect(elsewhere.state.log).toEqual([]);
    await elsewhere.close();
  });
});
