import { openDB } from 'idb';
import type { TroubleError } from '../model/outcome';
import { DATABASE_NAME, type Database, MIGRATIONS, type Migration, migrate, type Schema } from './schema';
import { type Limits, within } from './time-limit';
import {
  asStorageTrouble,
  storageBlocked,
  storageCleared,
  storageHandedOver,
  storageMissing,
  storageSilent,
} from './troubles';

/** How long opening may take: longer, and another tab holds the database, or the browser's storage hangs. */
const OPEN_MS = 5_000;
/** How long one step may take: the largest writes 16 MB, or deletes all chunks of a dataset. */
const STEP_MS = 60_000;
/** How long reading a few values may take. */
export const READ_MS = 5_000;

/** The one connection to the database; opened when it is first needed, and again after it was lost. */
export interface Connection {
  /**
   * Does one step with the database, in at most `limit` milliseconds. Every failure is a `TroubleError` with its own
   * sentence. Once a step has not ended in its time, all others fail at once until it does.
   */
  use<T>(work: (database: Database) => Promise<T>, limit?: number): Promise<T>;
  close(): void;
}

/** What a test replaces. */
export interface ConnectionOptions {
  readonly name?: string;
  readonly migrations?: readonly Migration[];
  readonly limits?: Limits;
}

/** A request to open the database. The browser makes a second one wait for the first, so there is only one. */
interface Opening {
  readonly database: Promise<Database>;
  /** Why nobody waits for it any more, until it succeeds after all. */
  refusal: TroubleError | null;
  /** Rejects with `refusal`. */
  readonly refused: Promise<never>;
}

/** See `Connection`. `onLost` hears when the browser or another tab took the connection away. */
export function createConnection(
  onLost: (trouble: TroubleError) => void,
  options: ConnectionOptions = {},
): Connection {
  const { open: openMs = OPEN_MS, step: stepMs = STEP_MS } = options.limits ?? {};
  const migrations = options.migrations ?? MIGRATIONS;
  let opening: Opening | null = null;
  /** Why it must not be opened again: a newer page has taken over. */
  let handedOver: TroubleError | null = null;
  /** Steps that are over their time. */
  let overdue = 0;

  const request = (refuse: (why: TroubleError) => void): Promise<Database> =>
    openDB<Schema>(options.name ?? DATABASE_NAME, migrations.length, {
      upgrade: (database, from, _to, transaction) => migrate(migrations, database, from, transaction),
      blocked: () => refuse(storageBlocked()),
      blocking: (_current, wanted, event) => {
        (event.target as IDBDatabase).close();
        opening = null;
        // No version is wanted by whoever deletes the database.
        handedOver = wanted === null ? null : storageHandedOver();
        onLost(handedOver ?? storageCleared());
      },
      terminated: () => {
        opening = null;
        onLost(storageCleared());
      },
    });

  const open = (): Opening => {
    let reject: (why: TroubleError) => void = () => undefined;
    const refused = new Promise<never>((_, refuse) => {
      reject = refuse;
    });
    refused.catch(() => undefined);
    const refuse = (why: TroubleError) => {
      own.refusal ??= why;
      reject(own.refusal);
    };
    // A browser may also throw at once: then that is the promise's rejection.
    const database = new Promise<Database>((resolve) => resolve(request(refuse)));
    const own: Opening = { refusal: null, refused, database };
    const timer = setTimeout(() => refuse(storageSilent()), openMs);
    own.database.then(
      () => {
        clearTimeout(timer);
        own.refusal = null;
      },
      () => {
        clearTimeout(timer);
        if (opening === own) opening = null;
      },
    );
    return own;
  };

  const connect = async (): Promise<Database> => {
    if (handedOver !== null) throw handedOver;
    if (globalThis.indexedDB === undefined) throw storageMissing();
    opening ??= open();
    if (opening.refusal !== null) throw opening.refusal;
    return Promise.race([opening.database, opening.refused]);
  };

  const inTime = <T>(step: Promise<T>, limit: number): Promise<T> =>
    within(step, limit, () => {
      overdue++;
      const ended = () => {
        overdue--;
      };
      step.then(ended, ended);
      return storageSilent();
    });

  const close = () => {
    opening?.database.then((database) => database.close()).catch(() => undefined);
    opening = null;
  };

  const use: Connection['use'] = async (work, limit = stepMs) => {
    if (overdue > 0) throw storageSilent();
    try {
      return await inTime(work(await connect()), limit);
    } catch (error) {
      // "The connection is closing": lost between two uses. One more try, on a new connection.
      if (!(error instanceof DOMException && error.name === 'InvalidStateError'))
        throw asStorageTrouble(error);
    }
    opening = null;
    try {
      return await inTime(work(await connect()), limit);
    } catch (error) {
      throw asStorageTrouble(error);
    }
  };
  return { use, close };
}
