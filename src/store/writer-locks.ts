import { DATABASE_NAME } from './schema';

/** Without locks, a writer that has not been seen for so long is taken for gone. It renews its note far oftener. */
export const SEEN_WITHIN_MS = 60_000;

/** Which writers live: by a lock where the browser has locks, which it releases when a worker dies. */
export interface WriterLocks {
  /** Holds the lock of that name until the answer is called. */
  hold(id: string): () => void;
  /** The names that are held now, by any tab; `null` where the browser has no locks. */
  held(): Promise<ReadonlySet<string> | null>;
}

/** See `WriterLocks`. A page from plain `http://` is no secure context and has no locks. */
export function createWriterLocks(locks: LockManager | undefined = globalThis.navigator?.locks): WriterLocks {
  const prefix = `${DATABASE_NAME}-running-`;
  return {
    hold: (id) => {
      let release = () => undefined as unknown;
      const held = new Promise<void>((resolve) => {
        release = () => resolve();
      });
      locks?.request(prefix + id, () => held).catch(() => undefined);
      return () => void release();
    },
    held: async () => {
      if (locks === undefined) return null;
      try {
        const names = (await locks.query()).held?.map((lock) => lock.name ?? '') ?? [];
        return new Set(
          names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
        );
      } catch {
        return null;
      }
    },
  };
}
