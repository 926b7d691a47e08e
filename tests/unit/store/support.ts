// idb asks for the global classes.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { StoreNames } from 'idb';
import { onTestFinished } from 'vitest';
import type { TroubleError } from '../../../src/model/outcome';
import type { Schema } from '../../../src/store/schema';
import { openStore, type Store, type StoreOptions } from '../../../src/store/store';
import type { WriterLocks } from '../../../src/store/writer-locks';

/** An IndexedDB of its own for the running test. */
export function freshIndexedDb(): IDBFactory {
  const factory = new IDBFactory();
  Object.assign(globalThis, { indexedDB: factory });
  return factory;
}

/** A stand-in for locks: whoever is in the set lives. */
export function locksOf(living: Set<string>): WriterLocks {
  return {
    hold: (id) => {
      living.add(id);
      return () => living.delete(id);
    },
    held: () => Promise.resolve(living),
  };
}

/** Opens a store that closes with the test, and notes what it tells. */
export async function storeOf(
  tab = 'tab',
  options: StoreOptions = {},
): Promise<{ store: Store; lost: TroubleError[]; changes: () => number }> {
  const lost: TroubleError[] = [];
  let changes = 0;
  const store = await openStore(
    tab,
    { onChange: () => void changes++, onLost: (trouble) => lost.push(trouble) },
    { locks: locksOf(new Set()), ...options },
  );
  onTestFinished(() => store.close());
  return { store, lost, changes: () => changes };
}

/** All rows of an object store, past the store's own code. */
export async function rowsOf(name: StoreNames<Schema>): Promise<unknown[]> {
  const database = await openRaw();
  const rows = await asPromise(database.transaction(name).objectStore(name).getAll());
  database.close();
  return rows;
}

/** Changes the database past the store's own code. */
export async function tamper(
  name: StoreNames<Schema>,
  change: (objects: IDBObjectStore) => IDBRequest | undefined | Promise<unknown>,
): Promise<void> {
  const database = await openRaw();
  const transaction = database.transaction(name, 'readwrite');
  await change(transaction.objectStore(name));
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

/** The database past the store's own code. */
export function openRaw(): Promise<IDBDatabase> {
  return asPromise(indexedDB.open('doublet'));
}

export function asPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
