import type { HandOver, HandOverSummary } from '../model/hand-over';
import { deleteHandOver, listHandOvers, readHandOver, writeHandOver } from '../store/hand-overs';
import type { DatasetCache } from './dataset-cache';

/**
 * What was handed over, for the feature that hands over and the one that reads back. In the store where datasets are
 * kept, else in memory as long as the worker lives.
 */
export interface HandOverLog {
  /** The newest first. */
  list(): Promise<readonly HandOverSummary[]>;
  /** `null` where there is none. */
  open(id: string): Promise<HandOver | null>;
  /** Remembers a hand-over; answers whether it outlives the page. */
  add(handOver: HandOver): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Calls back whenever one is added or removed. */
  onChange(listener: () => void): void;
}

/** See `HandOverLog`. */
export function createHandOverLog(cache: DatasetCache): HandOverLog {
  const inMemory = new Map<string, HandOver>();
  const listeners: (() => void)[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const stored = async <T>(work: (connection: Parameters<typeof listHandOvers>[0]) => Promise<T>) => {
    const store = await cache.store();
    return store === null ? null : work(store.connection);
  };
  return {
    list: async () => {
      const kept = (await stored(listHandOvers).catch(() => null)) ?? [];
      const known = new Set(kept.map(({ id }) => id));
      const others = [...inMemory.values()].map(({ summary }) => summary).filter(({ id }) => !known.has(id));
      return [...kept, ...others].sort((a, b) => b.at - a.at);
    },
    open: async (id) =>
      inMemory.get(id) ?? (await stored((connection) => readHandOver(connection, id)).catch(() => null)),
    add: async (handOver) => {
      inMemory.set(handOver.summary.id, handOver);
      tell();
      if (!(await cache.isOn())) return false;
      try {
        const kept = await stored(async (connection) => {
          await writeHandOver(connection, handOver);
          return true;
        });
        if (kept === true) inMemory.delete(handOver.summary.id);
        return kept === true;
      } catch (error) {
        cache.failed(error);
        return false;
      }
    },
    remove: async (id) => {
      inMemory.delete(id);
      await stored((connection) => deleteHandOver(connection, id));
      tell();
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
