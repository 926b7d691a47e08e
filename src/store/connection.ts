import { openDB } from 'idb';
import type { TroubleError } from '../model/outcome';
import { DATABASE_NAME, type Database, MIGRATIONS, type Migration, migrate, type Schema } from './schema';
import {
  asStorageTrouble,
  storageBlocked,
  storageCleared,
  storageHandedOver,
  storageMissing,
} from './troubles';

/** The one connection to the database; opened when it is first needed, and again after it was lost. */
export interface Connection {
  /** Does something with the database. Every failure is a `TroubleError` with its own sentence. */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>;
  close(): void;
}

/** What a test replaces. */
export interface ConnectionOptions {
  readonly name?: string;
  readonly migrations?: readonly Migration[];
}

/** See `Connection`. `onLost` hears when the browser or another tab took the connection away. */
export function createConnection(
  onLost: (trouble: TroubleError) => void,
  options: ConnectionOptions = {},
): Connection {
  const migrations = options.migrations ?? MIGRATIONS;
  let opening: Promise<Database> | null = null;
  /** Why it must not be opened again: a newer page has taken over. */
  let given: TroubleError | null = null;

  const open = (): Promise<Database> => {
    if (globalThis.indexedDB === undefined) return Promise.reject(storageMissing());
    return new Promise((resolve, reject) => {
      let refused = false;
      const request = openDB<Schema>(options.name ?? DATABASE_NAME, migrations.length, {
        upgrade: (database, from, _to, transaction) => migrate(migrations, database, from, transaction),
        blocked: () => {
          refused = true;
          reject(storageBlocked());
        },
        blocking: (_current, wanted, event) => {
          (event.target as IDBDatabase).close();
          opening = null;
          // No version is wanted by whoever deletes the database.
          given = wanted === null ? null : storageHandedOver();
          onLost(given ?? storageCleared());
        },
        terminated: () => {
          opening = null;
          onLost(storageCleared());
        },
      });
      request.then(
        // Who was refused does not wait for it any more: the next call opens anew.
        (database) => (refused ? database.close() : resolve(database)),
        reject,
      );
    });
  };

  const connect = (): Promise<Database> => {
    if (given !== null) return Promise.reject(given);
    opening ??= open();
    const own = opening;
    own.catch(() => {
      if (opening === own) opening = null;
    });
    return own;
  };

  const close = () => {
    opening?.then((database) => database.close()).catch(() => undefined);
    opening = null;
  };

  const use = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(await connect());
    } catch (error) {
      // "The connection is closing": lost between two uses. One more try, on a new connection.
      if (!(error instanceof DOMException && error.name === 'InvalidStateError'))
        throw asStorageTrouble(error);
    }
    opening = null;
    try {
      return await work(await connect());
    } catch (error) {
      throw asStorageTrouble(error);
    }
  };
  return { use, close };
}
