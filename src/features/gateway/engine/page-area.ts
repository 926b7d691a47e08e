import type { EpochMilliseconds } from '../../../model/units';
import type { Connection } from '../../../store/connection';
import type { WriterLocks } from '../../../store/writer-locks';
import type { FetchState } from '../types';

/** A fetch can be continued for so long; then the inventory has moved on, and its pages are deleted. */
export const FETCH_LASTS_MS = 24 * 3_600_000;

const ROUNDS = 5;
const ROUND_MS = 20;

/** The pages of fetches from the Gateway, so that a closed tab loses none. Every method may throw a `TroubleError`. */
export interface GatewayPages {
  /** Keeps one page and, in the same transaction, how far the fetch is with it. */
  keep(bytes: Uint8Array, state: FetchState): Promise<void>;
  /** The fetches that nobody is at, newest first. Without locks (plain `http:`) also those of other tabs. */
  list(): Promise<FetchState[]>;
  /** One page's bytes, `null` if it is not there. */
  page(id: string, number: number): Promise<Uint8Array | null>;
  remove(id: string): Promise<void>;
  /** Deletes fetches that are older than a day. */
  sweep(): Promise<void>;
  /** Marks the fetch as being worked on by this tab, until the answer is called or the tab is gone. */
  hold(id: string): () => void;
}

/** See `GatewayPages`. */
export function createGatewayPages(
  connection: Connection,
  locks: WriterLocks,
  now: () => EpochMilliseconds = Date.now,
): GatewayPages {
  const outdated = (state: FetchState) => now() - state.savedAt > FETCH_LASTS_MS;
  const remove = (id: string) =>
    connection.use(async (database) => {
      const transaction = database.transaction(['fetches', 'pages'], 'readwrite');
      void transaction.objectStore('fetches').delete(id);
      void transaction.objectStore('pages').delete(pagesOf(id));
      await transaction.done;
    });
  const released = new Set<string>();
  /** A lock that was released just now is still listed for some milliseconds. */
  const heldByOthers = async () => {
    for (let round = 0; ; round++) {
      const held = await locks.held();
      if (round === ROUNDS || held === null || ![...released].some((name) => held.has(name))) return held;
      await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
    }
  };
  return {
    keep: (bytes, state) =>
      connection.use(async (database) => {
        const transaction = database.transaction(['fetches', 'pages'], 'readwrite');
        // A failed put also aborts the transaction, whose error is the one that counts.
        transaction
          .objectStore('pages')
          .put(bytes, [state.id, state.pages])
          .catch(() => undefined);
        transaction
          .objectStore('fetches')
          .put(state)
          .catch(() => undefined);
        await transaction.done;
      }),
    list: async () => {
      const states = await readStates(connection);
      const held = await heldByOthers();
      return states
        .filter((state) => !outdated(state) && held?.has(lockOf(state.id)) !== true)
        .sort((a, b) => b.savedAt - a.savedAt);
    },
    page: async (id, number) =>
      (await connection.use((database) => database.get('pages', [id, number]))) ?? null,
    remove,
    sweep: async () => {
      const states = await readStates(connection);
      for (const state of states) if (outdated(state)) await remove(state.id);
    },
    hold: (id) => {
      const release = locks.hold(lockOf(id));
      released.delete(lockOf(id));
      return () => {
        release();
        released.add(lockOf(id));
      };
    },
  };
}

/** The store knows no more of a fetch than its id. */
function readStates(connection: Connection): Promise<FetchState[]> {
  return connection.use((database) => database.getAll('fetches')) as Promise<FetchState[]>;
}

function lockOf(id: string): string {
  return `fetch-${id}`;
}

function pagesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}
