import { beforeEach, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../../src/model/progress';
import type { Store } from '../../../src/store/store';
import { makeDataset } from '../make-dataset';
import { asPromise, freshIndexedDb, rowsOf, storeOf, tamper } from './support';

beforeEach(() => {
  freshIndexedDb();
});

/** A stored dataset whose record has another value at that path: `header.balance.assets`. */
async function storeWith(path: string, value: unknown): Promise<Store> {
  const { store } = await storeOf();
  const header = {
    files: [{ name: 'a.json', bytes: 3, format: 'JSON', records: 1 }],
    skipped: [{ file: 'a.json', record: 1, byte: 0, reason: 'Broken.' }],
    unreadable: { macAddresses: 2 },
    gateway: { platform: 'EU1', userName: '' },
    unfinished: { reason: 'Stopped.' },
  };
  await store.save(makeDataset([{ assetName: 'a' }], header), UNWATCHED);
  expect(await store.list()).toMatchObject([{ damaged: false }]);
  await tamper('datasets', async (objects) => {
    const record = (await asPromise(objects.get('test'))) as Record<string, unknown>;
    const names = path.split('.');
    const last = names.pop()!;
    const inner = names.reduce<Record<string, unknown>>((at, name) => at[name] as never, record);
    inner[last] = value;
    return objects.put(record);
  });
  return store;
}

const DAMAGES: readonly (readonly [string, unknown])[] = [
  ['header', null],
  ['header', 'text'],
  ['header.id', null],
  ['header.id', 'another'],
  ['header.name', 5],
  ['header.origin', 'nowhere'],
  ['header.files', null],
  ['header.files', [null]],
  ['header.files', [{ name: 'a' }]],
  ['header.files.0.bytes', '3'],
  ['header.files.0.records', Number.NaN],
  ['header.files.0.trouble', 'x'],
  ['header.files.0.mapping', { signature: 'x' }],
  ['header.importedAt', '2026-11-26'],
  ['header.importedAt', Number.NaN],
  ['header.importedAt', 1e300],
  ['header.balance', null],
  ['header.balance.assets', null],
  ['header.balance.records', -1],
  ['header.balance.skipped', 1.5],
  ['header.skipped', null],
  ['header.skipped', [{ file: 'a' }]],
  ['header.unreadable', null],
  ['header.unreadable', { macAddresses: 'two' }],
  ['header.fieldsSeen', null],
  ['header.fieldsSeen', [7]],
  ['header.notices', [{ severity: 'grave', what: 'x', kind: 'unfinished', count: 0 }]],
  ['header.unfinished', 'yes'],
  ['header.withoutId', 'some'],
  ['header.gateway', null],
  ['header.gateway.platform', {}],
  ['version', null],
  ['size', '1'],
  ['bytes', null],
  ['bytes', 1],
  ['content', null],
  ['sums', [1]],
  ['sums', new Uint32Array(5)],
  ['layout', null],
  ['layout.columns', null],
  ['layout.columns.assetName', null],
  ['layout.columns.assetName.kind', 'x'],
  ['layout.columns.assetName.parts', null],
  ['layout.origins', null],
  ['layout.origins.file', { type: 'u8', length: 2 ** 40, at: 0 }],
  ['layout.origins.file', { type: 'x', length: 0, at: 0 }],
];

describe('a stored dataset with one field damaged', () => {
  test.each(DAMAGES)(
    '%s = %j is listed as damaged, cannot be opened or renamed, and can be deleted',
    async (path, value) => {
      const store = await storeWith(path, value);
      const [listed, ...others] = await store.list();
      expect(others).toEqual([]);
      expect(listed).toMatchObject({
        damaged: true,
        header: { id: 'test', balance: { assets: 0 }, files: [] },
      });
      expect(Number.isInteger(listed!.bytes)).toBe(true);
      expect(await store.header('test')).toBeNull();
      await expect(store.open('test', UNWATCHED)).rejects.toMatchObject({
        trouble: { code: 'dataset-damaged' },
      });
      await expect(store.rename('test', 'x')).rejects.toMatchObject({ trouble: { code: 'dataset-damaged' } });
      await store.remove('test');
      expect(await store.list()).toEqual([]);
      // The chunks of one that no longer names them go at the next start.
      store.close();
      await storeOf('next');
      expect(await rowsOf('chunks')).toEqual([]);
    },
  );

  test('keeps its name in the list where that can be read', async () => {
    expect((await (await storeWith('header.balance', null)).list())[0]!.header.name).toBe('test.json');
    freshIndexedDb();
    expect((await (await storeWith('header.name', 5)).list())[0]!.header.name).toBe('Unreadable dataset');
  });

  test.each([
    ['header.later', { any: 1 }],
    ['header.fieldsSeen', ['assetName', 'aFieldOfALaterVersion']],
    ['later', true],
  ])('%s = %j is let through: a later version added it', async (path, value) => {
    const store = await storeWith(path, value);
    expect(await store.list()).toMatchObject([{ damaged: false }]);
    expect((await store.open('test', UNWATCHED)).size).toBe(1);
  });

  test('of a newer version is listed whatever its layout is', async () => {
    const store = await storeWith('version', 99);
    await tamper('datasets', async (objects) => {
      const record = (await asPromise(objects.get('test'))) as object;
      return objects.put({ ...record, layout: 'another', sums: null });
    });
    expect(await store.list()).toMatchObject([{ damaged: false, header: { name: 'test.json' } }]);
    await expect(store.open('test', UNWATCHED)).rejects.toMatchObject({ trouble: { code: 'dataset-newer' } });
  });
});

describe('a note of what is running with one field damaged', () => {
  const note = { id: 'n', kind: 'import', what: 'Import of "a.json"', at: 5, seenAt: 5, tab: 'other' };
  test.each([
    ['kind', 'x'],
    ['what', null],
    ['at', '2026'],
    ['at', Number.NaN],
    ['seenAt', null],
    ['tab', {}],
    ['content', 5],
  ])('%s = %j is taken away, and tells of no crash', async (field, value) => {
    (await storeOf()).store.close();
    await tamper('running', (objects) => objects.put({ ...note, [field]: value }));
    const { store } = await storeOf('next');
    expect(await store.lastCrash()).toBeNull();
    expect(await rowsOf('running')).toEqual([]);
    await store.save(makeDataset([{ assetName: 'a' }]), UNWATCHED);
  });
});
