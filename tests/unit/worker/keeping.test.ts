import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { asPromise, freshIndexedDb, rowsOf, tamper } from '../store/support';
import { engineIn, FIVE, jsonFile, must, opened, silent, stuckFile } from './support';

const FILES = { origin: 'files', add: false } as const;

beforeEach(() => {
  freshIndexedDb();
});

describe('datasets kept in this browser', () => {
  test('are kept after the result is there, listed, opened in the next visit', async () => {
    const { engine, notices } = await engineIn();
    const { header, summary } = opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    expect(must(await engine.saveReport('assets', { query: null }, silent)).rows).toBe(5);
    expect(must(await engine.datasets())).toEqual([]);
    await engine.idle();
    expect(notices).toContainEqual({ kind: 'cached', id: header.id });
    expect(must(await engine.datasets())).toMatchObject([{ header: { id: header.id }, open: true }]);
    const { engine: next } = await engineIn('web', 'next');
    expect(must(await next.openDataset(header.id, silent)).summary).toEqual(summary);
    expect(await next.originalRecord(0)).toMatchObject({ trouble: { code: 'file-not-at-hand' } });
  });

  test('can be renamed, also while being written, and deleted while open', async () => {
    const { engine, notices } = await engineIn();
    const { header } = opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    must(await engine.renameDataset(header.id, 'Berlin'));
    await engine.idle();
    expect(must(await engine.datasets())[0]!.header.name).toBe('Berlin');
    must(await engine.renameDataset(header.id, 'Bonn'));
    expect(must(await engine.datasets())[0]!.header.name).toBe('Bonn');
    must(await engine.deleteDataset(header.id));
    expect(must(await engine.datasets())).toEqual([]);
    expect(notices.at(-1)).toEqual({ kind: 'cached', id: null });
    expect(must(await engine.detect(must(await engine.defaultSettings()), silent)).header.name).toBe('Bonn');
  });

  test('with files added are kept anew', async () => {
    const { engine } = await engineIn();
    const { header } = opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    await engine.idle();
    const more = jsonFile([{ assetId: 6, assetName: 'f' }], 'more.json');
    opened(await engine.importSources([more], { ...FILES, add: true }, silent));
    await engine.idle();
    const { engine: next } = await engineIn('web', 'next');
    expect(must(await next.openDataset(header.id, silent)).summary.hostAssets).toBe(6);
  });

  test('all go at once, also the one being written', async () => {
    const { engine } = await engineIn();
    opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    must(await engine.deleteAllData());
    await engine.idle();
    expect(must(await engine.datasets())).toEqual([]);
    expect(await rowsOf('chunks')).toEqual([]);
    expect(await rowsOf('settings')).toEqual([]);
  });

  test('one that was deleted in another tab says so', async () => {
    const { engine } = await engineIn();
    expect(await engine.openDataset('gone', silent)).toMatchObject({ trouble: { code: 'dataset-gone' } });
  });
});

describe('what was found in a kept dataset', () => {
  /** Writes a mark into what was kept, so that one can see whether it was opened or found again. */
  const mark = () =>
    tamper('groupings', async (objects) => {
      const [record] = await asPromise(objects.getAll());
      const marked = { rule: 'assetName', value: 'mark', assets: 1, reason: 'as kept' };
      return objects.put({ ...record, figures: { ...record.figures, ignored: [marked] } });
    });
  const ignoredIn = async (tab: string, id: string) => {
    const { engine } = await engineIn('web', tab);
    const { ignored } = must(await engine.openDataset(id, silent));
    await engine.idle();
    return ignored.map(({ value }) => value);
  };

  test('is opened with it; settings that changed, or damage, and it is found again and kept', async () => {
    const { engine } = await engineIn();
    const { header } = opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    await engine.idle();
    await mark();
    expect(await ignoredIn('second', header.id)).toEqual(['mark']);
    const settings = { ...must(await engine.defaultSettings()), sharedWidelyFrom: 3 };
    must(await engine.detect(settings, silent));
    await engine.idle();
    expect(await ignoredIn('third', header.id)).toEqual([]);
    await mark();
    expect(await ignoredIn('fourth', header.id)).toEqual(['mark']);
    await tamper('groupings', (objects) => objects.put({ id: header.id, version: 1, content: 5 }));
    expect(await ignoredIn('fifth', header.id)).toEqual([]);
    await mark();
    expect(await ignoredIn('sixth', header.id)).toEqual(['mark']);
    must(await engine.deleteDataset(header.id));
    expect(await rowsOf('groupings')).toEqual([]);
    expect(await rowsOf('chunks')).toEqual([]);
  });

  test('that finds no room leaves the dataset kept, and nobody hears of it', async () => {
    const { engine, notices } = await engineIn();
    const put = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'groupings') throw new DOMException('No room.', 'QuotaExceededError');
      return put.apply(this, args);
    });
    onTestFinished(() => full.mockRestore());
    const { header, summary } = opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    await engine.idle();
    expect(await rowsOf('groupings')).toEqual([]);
    expect(await rowsOf('chunks')).toHaveLength(1);
    expect(notices.filter(({ kind }) => kind === 'trouble' || kind === 'cache')).toEqual([]);
    const { engine: next } = await engineIn('web', 'next');
    expect(must(await next.openDataset(header.id, silent)).summary).toEqual(summary);
    await next.idle();
  });
});

describe('where nothing is kept', () => {
  test('from a disk, until the person says otherwise; the choice lasts', async () => {
    const { engine } = await engineIn('disk');
    expect(must(await engine.cacheState())).toMatchObject({
      mode: 'off',
      reason: expect.stringContaining('disk'),
    });
    opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    await engine.idle();
    expect(await indexedDB.databases()).toEqual([]);
    expect(must(await engine.setCaching(true))).toEqual({ mode: 'on', reason: null });
    await vi.waitFor(async () => expect(must(await engine.datasets())).toHaveLength(1));
    const { engine: next } = await engineIn('disk', 'next');
    expect(must(await next.cacheState()).mode).toBe('on');
    expect(must(await next.datasets())).toHaveLength(1);
  });

  test('switched off: new ones stay in memory, old ones are still listed', async () => {
    const { engine } = await engineIn();
    opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    await engine.idle();
    expect(must(await engine.setCaching(false)).mode).toBe('off');
    opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    await engine.idle();
    expect(must(await engine.datasets())).toHaveLength(1);
    const { engine: next } = await engineIn('web', 'next');
    expect(must(await next.cacheState()).mode).toBe('off');
  });

  test('without IndexedDB everything else works', async () => {
    Object.assign(globalThis, { indexedDB: undefined });
    const { engine, notices } = await engineIn();
    expect(must(await engine.cacheState())).toMatchObject({
      mode: 'unavailable',
      reason: expect.stringContaining('This browser does not let the page keep data'),
    });
    expect(opened(await engine.importSources([jsonFile(FIVE)], FILES, silent)).summary.groups).toBe(2);
    await engine.idle();
    expect(must(await engine.datasets())).toEqual([]);
    expect(notices.filter(({ kind }) => kind === 'trouble')).toEqual([]);
    expect(must(await engine.lastCrash())).toBeNull();
  });

  test('with no room left the result stays, and room makes it work again', async () => {
    const { engine, notices } = await engineIn();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError');
    });
    onTestFinished(() => full.mockRestore());
    const { header } = opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    await engine.idle();
    expect(must(await engine.cacheState()).mode).toBe('full');
    expect(notices).toContainEqual({
      kind: 'trouble',
      trouble: expect.objectContaining({ code: 'storage-full' }),
    });
    expect(must(await engine.compareGroup(0, null)).assets).toHaveLength(2);
    full.mockRestore();
    expect(must(await engine.setCaching(true))).toMatchObject({ mode: 'on' });
    await vi.waitFor(async () =>
      expect(must(await engine.datasets())).toMatchObject([{ header: { id: header.id } }]),
    );
  });
});

test('where the storage never answers, every report and the sensor check are there all the same', async () => {
  const never = Object.assign(Object.create(IDBOpenDBRequest.prototype), {
    addEventListener: silent,
    removeEventListener: silent,
  });
  Object.assign(globalThis, { indexedDB: { open: () => never } });
  const { engine, notices } = await engineIn('web', 'tab', { limits: { open: 20 } });
  opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
  must(await engine.sensorCheck(silent));
  for (const kind of ['xlsx', 'html', 'json', 'csv'] as const)
    expect(must(await engine.saveReport(kind, { query: null }, silent)).rows).toBe(4);
  expect(must(await engine.datasets())).toEqual([]);
  expect(must(await engine.cacheState())).toMatchObject({
    mode: 'unavailable',
    reason: expect.stringContaining("The browser's storage does not answer."),
  });
  expect(notices.filter(({ kind }) => kind === 'cache')).toHaveLength(1);
});

test('imports that were cancelled leave no note, though their files never answer', async () => {
  const { engine } = await engineIn();
  for (let time = 0; time < 3; time++) {
    const running = engine.importSources([stuckFile()], FILES, silent);
    await vi.waitFor(async () => expect(await rowsOf('running')).toHaveLength(1));
    must(await engine.cancel());
    expect(await running).toMatchObject({ cancelled: true });
    await vi.waitFor(async () => expect(await rowsOf('running')).toEqual([]));
  }
  const { engine: next } = await engineIn('web', 'next');
  expect(must(await next.lastCrash())).toBeNull();
});

test('an import that a crash broke off is told of at the next start', async () => {
  const { engine } = await engineIn();
  void engine.importSources([stuckFile()], FILES, silent);
  await vi.waitFor(async () => expect(await rowsOf('running')).toHaveLength(1));
  const { engine: next } = await engineIn('web', 'next');
  expect(must(await next.lastCrash())).toMatchObject({ what: 'Import of "stuck.json"' });
  expect(must(await next.lastCrash())).toBeNull();
});
