import { beforeEach, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../../src/model/progress';
import { OBJECT_STORES } from '../../../src/store/kept-data';
import { makeDataset } from '../make-dataset';
import { freshIndexedDb, openRaw, rowsOf, storeOf, tamper } from './support';

beforeEach(() => {
  freshIndexedDb();
});

const RESULT = { parts: { codes: Uint32Array.of(3, 4), flags: Uint8Array.of(1) }, figures: { machines: 2 } };

/** A store with two datasets, for each of which two areas keep a value and a result. */
async function filled() {
  const { store } = await storeOf();
  for (const id of ['one', 'two']) {
    const dataset = makeDataset([{ assetName: id }], { id });
    await store.save(dataset, UNWATCHED);
    for (const name of ['sensor', 'machines']) {
      await store.area(name).of(id).write({ of: id, by: name });
      await store.area(name).saveResult(dataset, 'as made', RESULT, UNWATCHED);
    }
  }
  await store.area('machines').write({ for: 'all' });
  return store;
}

describe('an area', () => {
  test('keeps a value of its own and one for each dataset, and forgets them', async () => {
    const store = await filled();
    expect(await store.area('machines').read()).toEqual({ for: 'all' });
    expect(await store.area('machines').of('one').read()).toEqual({ of: 'one', by: 'machines' });
    expect(await store.area('sensor').of('two').read()).toEqual({ of: 'two', by: 'sensor' });
    expect(await store.area('sensor').read()).toBeUndefined();
    await store.area('machines').of('one').write(undefined);
    await store.area('machines').write(undefined);
    expect(await store.area('machines').of('one').read()).toBeUndefined();
    expect(await store.area('machines').read()).toBeUndefined();
    expect(await store.area('machines').of('two').read()).toBeDefined();
  });

  test('keeps nothing for a dataset that is not in the store', async () => {
    const { store } = await storeOf();
    expect(await store.area('sensor').of('gone').write({ a: 1 })).toBe(false);
    await store.area('sensor').saveResult(makeDataset([]), 'as made', RESULT, UNWATCHED);
    expect(await rowsOf('settings')).toEqual([]);
    expect(await rowsOf('groupings')).toEqual([]);
  });

  test('gives a result back under its key, to whoever opens the dataset, and to no other area', async () => {
    const store = await filled();
    const dataset = await store.open('one', UNWATCHED);
    expect(await store.area('machines').openResult(dataset, 'as made', UNWATCHED)).toEqual(RESULT);
    expect(await store.area('machines').openResult(dataset, 'otherwise', UNWATCHED)).toBeNull();
    expect(await store.area('changes').openResult(dataset, 'as made', UNWATCHED)).toBeNull();
    expect(await store.openGrouping(dataset, 'as made', UNWATCHED)).toBeNull();
  });

  test('loses its result when the dataset is kept anew, and its value stays', async () => {
    const store = await filled();
    await store.save(makeDataset([{ assetName: 'new' }], { id: 'one' }), UNWATCHED);
    const dataset = await store.open('one', UNWATCHED);
    expect(await store.area('machines').openResult(dataset, 'as made', UNWATCHED)).toBeNull();
    expect(await store.area('machines').of('one').read()).toBeDefined();
    const other = await store.open('two', UNWATCHED);
    expect(await store.area('machines').openResult(other, 'as made', UNWATCHED)).toEqual(RESULT);
  });
});

describe('deleting', () => {
  test('a dataset deletes what every area kept for it, also in object stores of their own, and nothing else', async () => {
    const store = await filled();
    await tamper('fetches', (objects) => objects.put({ id: 'one' }));
    await tamper('pages', (objects) => objects.put(Uint8Array.of(1), ['one', 1]));
    await tamper('pages', (objects) => objects.put(Uint8Array.of(1), ['two', 1]));
    await store.remove('one');
    expect(await rowsOf('settings')).toEqual([
      { for: 'all' },
      { of: 'two', by: 'machines' },
      { of: 'two', by: 'sensor' },
    ]);
    expect(await rowsOf('groupings')).toHaveLength(2);
    expect(await rowsOf('chunks')).toHaveLength(3);
    expect(await rowsOf('fetches')).toEqual([]);
    expect(await rowsOf('pages')).toHaveLength(1);
    const dataset = await store.open('two', UNWATCHED);
    expect(await store.area('sensor').openResult(dataset, 'as made', UNWATCHED)).toEqual(RESULT);
  });

  test('all deletes all', async () => {
    const store = await filled();
    await store.removeAll();
    for (const name of ['datasets', 'chunks', 'settings', 'groupings', 'running'] as const)
      expect(await rowsOf(name)).toEqual([]);
  });

  test('what results take is in the size that is listed', async () => {
    const store = await filled();
    const before = (await store.list()).find(({ header }) => header.id === 'one')!.bytes;
    const rows = (await rowsOf('groupings')) as { id: string; bytes: number }[];
    const results = rows.filter(({ id }) => id.startsWith('one/')).reduce((sum, { bytes }) => sum + bytes, 0);
    await store.save(makeDataset([{ assetName: 'one' }], { id: 'one' }), UNWATCHED);
    expect(before - (await store.list()).find(({ header }) => header.id === 'one')!.bytes).toBe(results);
  });
});

test('every object store of the database is in the list of what is kept', async () => {
  await storeOf();
  const database = await openRaw();
  expect([...database.objectStoreNames].sort()).toEqual(Object.keys(OBJECT_STORES).sort());
  database.close();
});
