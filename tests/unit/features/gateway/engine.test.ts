import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Engine } from '../../../../src/app/engine';
import type { GatewayEvent } from '../../../../src/features/gateway/types';
import { assetsOf, startMockGateway } from '../../../gateway/mock-gateway.mjs';
import { freshIndexedDb, rowsOf } from '../../store/support';
import { engineIn, must, opened, silent } from '../../worker/support';
import { CREDENTIALS, queryTo } from './api/support';

const EXPORT = readFileSync(new URL('../../../../public/sample-assets.json', import.meta.url), 'utf8');
const ASSETS = assetsOf(EXPORT);

beforeEach(() => {
  freshIndexedDb();
});

async function mockGateway(options: Partial<Parameters<typeof startMockGateway>[0]> = {}) {
  const mock = await startMockGateway({ assets: ASSETS, pageLimit: 50, ...options });
  onTestFinished(() => mock.close());
  return mock;
}

async function results(engine: Engine): Promise<Record<string, unknown>> {
  const saved = must(await engine.saveReport('json', { query: null }, silent));
  const { dataset, generatedAt: _at, ...rest } = JSON.parse(await saved.blob.text());
  const { name: _name, files: _files, ...figures } = dataset;
  return { ...rest, dataset: figures };
}

describe('fetching from the Gateway', () => {
  test('gives the same results as the same assets from a file', async () => {
    const mock = await mockGateway();
    const { engine } = await engineIn();
    must(await engine.fetchAssets(queryTo(mock.url), null, CREDENTIALS, silent, silent));
    const fetched = await results(engine);
    const file = { name: 'export.json', blob: new Blob([`[${ASSETS.join(',\n')}]`]) };
    opened(await engine.importSources([file], { origin: 'files', add: false }, silent));
    expect(fetched).toEqual(await results(engine));
    await engine.idle();
  });

  test('keeps pages until the dataset is whole in the store, and the user name nowhere but in file names', async () => {
    const mock = await mockGateway();
    const { engine } = await engineIn();
    const { result } = must(
      await engine.fetchAssets(queryTo(mock.url), ASSETS.length, CREDENTIALS, silent, silent),
    );
    expect(result.header).toMatchObject({ origin: 'gateway', gateway: { platform: 'EU2', userName: '' } });
    const saved = must(await engine.saveReport('csv', { query: null }, silent));
    expect(saved.fileName).toMatch(/^duplicate_assets_EU2_reader_\d{8}_\d{6}\.csv$/);
    await engine.idle();
    await vi.waitFor(async () => expect(await rowsOf('pages')).toHaveLength(0));
    expect(must(await engine.unfinishedFetches())).toEqual([]);
    expect(must(await engine.datasets()).map(({ header }) => header.id)).toEqual([result.header.id]);
    expect(mock.state.log.at(-1)).toBe('POST /auth 200');
  });

  test('one that ends early opens what it got as unfinished, and is continued under the same id', async () => {
    const mock = await mockGateway({ behaviours: [{ on: 'page', at: 3, times: 99, status: 403 }] });
    const { engine } = await engineIn();
    const first = must(await engine.fetchAssets(queryTo(mock.url), null, CREDENTIALS, silent, silent));
    expect(first.trouble?.code).toBe('gateway-forbidden');
    expect(first.result.header.unfinished?.reason).toContain('2 pages with 100 assets were fetched');
    const [left] = must(await engine.unfinishedFetches());
    expect(left).toMatchObject({ pages: 2, assets: 100, complete: false });
    mock.behave([]);
    const whole = must(await engine.continueFetch(left!.id, CREDENTIALS, silent, silent));
    expect(whole.trouble).toBeNull();
    expect(whole.result.header).toMatchObject({ id: first.result.header.id });
    expect(whole.result.header.unfinished).toBeUndefined();
    expect(whole.result.header.balance.records).toBe(ASSETS.length);
    await engine.idle();
    expect(must(await engine.datasets())).toHaveLength(1);
  });

  test('one that is cancelled opens nothing, logs out, and can be opened as it is later', async () => {
    const mock = await mockGateway({ behaviours: [{ on: 'page', at: 4, times: 9, delay: 30_000 }] });
    const { engine } = await engineIn();
    const events: GatewayEvent[] = [];
    const running = engine.fetchAssets(
      queryTo(mock.url),
      null,
      CREDENTIALS,
      silent,
      (event) => void events.push(event),
    );
    await vi.waitFor(() => expect(mock.state.counts.page).toBe(4));
    await engine.cancel();
    expect(await running).toMatchObject({ ok: false, trouble: null });
    await vi.waitFor(() => expect(mock.state.counts.logout).toBe(1));
    await vi.waitFor(async () => expect(must(await engine.unfinishedFetches())).toHaveLength(1));
    const [left] = must(await engine.unfinishedFetches());
    const calls = mock.state.log.length;
    const { result } = must(await engine.continueFetch(left!.id, null, silent, silent));
    expect(result.header.balance.assets).toBe(150);
    expect(result.header.unfinished?.reason).toBe(
      'The fetch was stopped. 3 pages with 150 assets were fetched of 395 assets counted before.',
    );
    expect(mock.state.log).toHaveLength(calls);
    await engine.idle();
  });

  test('without caching keeps pages in memory and says so', async () => {
    const mock = await mockGateway({ behaviours: [{ on: 'page', at: 2, times: 9, status: 403 }] });
    const { engine } = await engineIn('disk');
    const notices: string[] = [];
    const listen = (event: GatewayEvent) => void (event.kind === 'notice' && notices.push(event.text));
    must(await engine.fetchAssets(queryTo(mock.url), null, CREDENTIALS, silent, listen));
    expect(notices[0]).toContain('Pages are kept in memory only');
    mock.behave([]);
    const [left] = must(await engine.unfinishedFetches());
    const { result } = must(await engine.continueFetch(left!.id, CREDENTIALS, silent, silent));
    expect(result.header.balance.records).toBe(ASSETS.length);
    expect(mock.state.counts.page).toBe(Math.ceil(ASSETS.length / 50) - 1);
  });

  test.each([
    ['http://proxy.example.com', 'Credentials are not sent through an unencrypted proxy.'],
    ['nonsense', 'The CORS proxy is not a web address.'],
  ])('refuses the proxy %s before anything is sent', async (proxy, what) => {
    const { engine } = await engineIn();
    const answer = await engine.countAssets(queryTo(proxy), CREDENTIALS, silent, silent);
    expect(answer).toMatchObject({ ok: false, trouble: { what } });
  });

  test('deleting the dataset deletes the pages it was made of', async () => {
    const mock = await mockGateway({ behaviours: [{ on: 'page', at: 2, times: 9, status: 403 }] });
    const { engine } = await engineIn();
    const { result } = must(await engine.fetchAssets(queryTo(mock.url), null, CREDENTIALS, silent, silent));
    await engine.idle();
    must(await engine.deleteDataset(result.header.id));
    expect(await rowsOf('pages')).toEqual([]);
    expect(must(await engine.unfinishedFetches())).toEqual([]);
  });
});
