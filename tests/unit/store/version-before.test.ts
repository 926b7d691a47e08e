import { beforeEach, expect, test } from 'vitest';
import { findDuplicates } from '../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import { UNWATCHED } from '../../../src/model/progress';
import { groupingKey } from '../../../src/worker/grouping-key';
import { makeDataset } from '../make-dataset';
import { engineIn, must, silent } from '../worker/support';
import { asPromise, freshIndexedDb, openRaw, rowsOf, storeOf, tamper } from './support';

beforeEach(() => {
  freshIndexedDb();
});

const SETTINGS = { ...DEFAULT_SETTINGS, sharedWidelyFrom: 77 };
const SENSOR = { format: 'doublet-sensor-settings', version: 1, domains: ['corp.example'] };

/** Rows of every object store, by its name and their keys. */
type Rows = Record<string, { readonly keys: IDBValidKey[]; readonly values: unknown[] }>;

/**
 * The database as version 0.1.0 made it: object stores by raw IndexedDB, and rows with the fields that it wrote.
 * Their bytes come from the present code, whose layout is the same.
 */
async function databaseBefore(): Promise<void> {
  const { store } = await storeOf();
  const dataset = makeDataset([{ assetName: 'a' }, { assetName: 'A' }, { assetName: 'b' }]);
  const grouping = await findDuplicates(dataset, SETTINGS, UNWATCHED);
  await store.save(dataset, UNWATCHED);
  await store.saveGrouping(dataset, groupingKey(SETTINGS), grouping, UNWATCHED);
  // In that version the figures stood beside the other fields.
  await tamper('groupings', async (objects) => {
    const { figures, ...record } = await asPromise(objects.get('test'));
    const marked = { rule: 'assetName', value: 'mark', assets: 1, reason: 'as kept' };
    return objects.put({ ...record, ...figures, ignored: [marked] });
  });
  const rows: Rows = {};
  const present = await openRaw();
  for (const name of ['datasets', 'chunks', 'groupings']) {
    const objects = present.transaction(name).objectStore(name);
    rows[name] = { keys: await asPromise(objects.getAllKeys()), values: await asPromise(objects.getAll()) };
  }
  present.close();
  store.close();
  freshIndexedDb();
  await writeRaw(rows);
}

async function writeRaw(rows: Rows): Promise<void> {
  const request = indexedDB.open('doublet', 3);
  request.onupgradeneeded = () => {
    for (const name of ['datasets', 'running', 'fetches', 'groupings'])
      request.result.createObjectStore(name, { keyPath: 'id' });
    for (const name of ['chunks', 'settings', 'pages']) request.result.createObjectStore(name);
  };
  const database = await asPromise(request);
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
  for (const name of ['datasets', 'groupings'])
    for (const value of rows[name]!.values) transaction.objectStore(name).put(value);
  rows['chunks']!.keys.forEach((key, at) => {
    transaction.objectStore('chunks').put(rows['chunks']!.values[at], key);
  });
  const settings = transaction.objectStore('settings');
  settings.put(true, 'caching');
  settings.put(SETTINGS, 'detection/test');
  settings.put(SENSOR, 'sensor/test');
  settings.put({ ...SENSOR, domains: ['all.example'] }, 'sensor');
  transaction.objectStore('fetches').put({ id: 'test' });
  transaction.objectStore('pages').put(Uint8Array.of(1), ['test', 1]);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

test('a database of the version before opens: dataset, what was found, all settings', async () => {
  await databaseBefore();
  const { engine } = await engineIn('disk');
  expect(must(await engine.cacheState()).mode).toBe('on');
  const opened = must(await engine.openDataset('test', silent));
  expect(opened.settings.sharedWidelyFrom).toBe(77);
  expect(
    opened.ignored.map(({ value }) => value),
    'found by nobody now',
  ).toEqual(['mark']);
  expect(must(await engine.sensorCheck(silent))).toMatchObject({
    scope: 'dataset',
    settings: { domains: ['corp.example'] },
  });
  await engine.idle();
});

test('and deleting the dataset deletes what that version kept for it', async () => {
  await databaseBefore();
  const { engine } = await engineIn();
  must(await engine.deleteDataset('test'));
  for (const name of ['datasets', 'chunks', 'groupings', 'fetches', 'pages'] as const)
    expect(await rowsOf(name)).toEqual([]);
  expect(await rowsOf('settings')).toEqual([true, { ...SENSOR, domains: ['all.example'] }]);
});
