import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { TroubleError } from '../../../src/model/outcome';
import { UNWATCHED } from '../../../src/model/progress';
import { createConnection } from '../../../src/store/connection';
import { MIGRATIONS, type Migration } from '../../../src/store/schema';
import { makeDataset } from '../make-dataset';
import { freshIndexedDb, rowsOf, storeOf } from './support';

beforeEach(() => {
  freshIndexedDb();
});

const NEWER: readonly Migration[] = [
  ...MIGRATIONS,
  (database) => {
    // A later version adds an object store.
    (database as unknown as IDBDatabase).createObjectStore('later');
  },
];

describe('migrations', () => {
  test('run only the missing steps and keep what is stored', async () => {
    const { store } = await storeOf();
    await store.save(makeDataset([{ assetName: 'a' }]), UNWATCHED);
    store.close();
    const ran: number[] = [];
    const steps = NEWER.map((step, index): Migration => {
      return (database, transaction) => {
        ran.push(index);
        step(database, transaction);
      };
    });
    const connection = createConnection(() => undefined, { migrations: steps });
    onTestFinished(() => connection.close());
    const names = await connection.use(async (database) => [...database.objectStoreNames]);
    expect(ran).toEqual([MIGRATIONS.length]);
    expect(names).toEqual([
      'chunks',
      'datasets',
      'decisions',
      'fetches',
      'groupings',
      'handOvers',
      'later',
      'pages',
      'running',
      'settings',
    ]);
    expect(await rowsOf('datasets')).toHaveLength(1);
  });
});

describe('two versions of the page', () => {
  test('the older one hands the database over and says so', async () => {
    const { store, lost } = await storeOf();
    const newer = createConnection(() => undefined, { migrations: NEWER });
    onTestFinished(() => newer.close());
    await newer.use(async () => undefined);
    expect(lost.map(({ trouble }) => trouble.code)).toEqual(['storage-handed-over']);
    await expect(store.list()).rejects.toThrow('A newer version of Doublet was opened in another tab');
  });

  test('the older one, opened second, asks for a reload', async () => {
    const newer = createConnection(() => undefined, { migrations: NEWER });
    await newer.use(async () => undefined);
    onTestFinished(() => newer.close());
    await expect(storeOf()).rejects.toThrow('were stored by a newer version of Doublet than this page');
  });

  test('the newer one says who blocks it, and gets in once that tab is gone', async () => {
    // An older page that does not let go.
    const older = await openDB('doublet', 1);
    const newer = createConnection(() => undefined, { migrations: NEWER });
    onTestFinished(() => newer.close());
    await expect(newer.use(async () => 1)).rejects.toThrow(
      'An older version of Doublet is open in another tab',
    );
    older.close();
    await vi.waitFor(async () => expect(await newer.use(async () => 1)).toBe(1));
  });
});

describe('no storage', () => {
  test('no IndexedDB at all', async () => {
    Object.assign(globalThis, { indexedDB: undefined });
    await expect(storeOf()).rejects.toThrow('This browser does not let the page keep data');
  });

  test('forbidden by the browser', async () => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.assign(globalThis, { indexedDB: { open: refuse } });
    await expect(storeOf()).rejects.toMatchObject({ trouble: { code: 'storage-missing' } });
  });

  test('cleared while open: told once, and the next use begins anew', async () => {
    const lost: TroubleError[] = [];
    const listen = vi.spyOn(IDBDatabase.prototype, 'addEventListener');
    onTestFinished(() => listen.mockRestore());
    const connection = createConnection((trouble) => lost.push(trouble));
    onTestFinished(() => connection.close());
    await connection.use((database) => database.put('settings', 1, 'x'));
    const [, closed] = listen.mock.calls.find(([type]) => type === 'close')!;
    (closed as () => void)();
    expect(lost.map(({ trouble }) => trouble.code)).toEqual(['storage-cleared']);
    freshIndexedDb();
    expect(await connection.use((database) => database.count('settings'))).toBe(0);
  });

  test('deleted while open: the database is given up, and the next use begins anew', async () => {
    const { store, lost } = await storeOf();
    await store.save(makeDataset([{ assetName: 'a' }]), UNWATCHED);
    await deleteDB('doublet');
    expect(lost.map(({ trouble }) => trouble.code)).toEqual(['storage-cleared']);
    expect(await store.list()).toEqual([]);
  });

  test('full: the abort becomes a sentence, and nothing half is left', async () => {
    const { store } = await storeOf();
    const original = IDBObjectStore.prototype.put;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    onTestFinished(() => put.mockRestore());
    put.mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'chunks') queueMicrotask(() => abortFull(this.transaction));
      return original.apply(this, args);
    });
    await expect(store.save(makeDataset([{ assetName: 'a' }]), UNWATCHED)).rejects.toMatchObject({
      trouble: { code: 'storage-full' },
    });
    expect(await rowsOf('chunks')).toEqual([]);
    expect(await store.list()).toEqual([]);
  });
});

/** As browsers do it: no error at the request, only an abort with a reason. */
function abortFull(transaction: IDBTransaction): void {
  const full = new DOMException('No room.', 'QuotaExceededError');
  Object.defineProperty(transaction, 'error', { get: () => full });
  transaction.abort();
}
