import type { Connection } from '../../../store/connection';
import type { Store } from '../../../store/store';
import type { DatasetCache } from '../../../worker/dataset-cache';
import type { Unread } from '../types';
import { Journal } from './journal';
import { readStep, type Step } from './steps';

const NAME = 'decisions';

/** The journal of decisions, kept in the store where there is one, and the same in all tabs. */
export interface KeptJournal {
  /** The decisions as they stand now. Another one after `Delete all data`. */
  journal(): Journal;
  /** What could not be read. */
  unread(): readonly Unread[];
  /** Whether a step is kept nowhere but in this page. */
  inMemory(): boolean;
  /** Reads what is not read yet. Never throws: where the store fails, what is in memory stands. */
  sync(): Promise<void>;
  /**
   * Adds the step that `make` makes of the decisions as they stand, in one transaction in which no other tab can add
   * one; it is kept before the answer. `null`: nothing is added. Where the store fails, the step is in memory, and is
   * kept with the next that can be.
   */
  add(make: (journal: Journal) => Step | null): Promise<Step | null>;
}

/** Hears which decisions changed; `null`: all may have. */
export type OnJournalChange = (ids: readonly string[] | null, elsewhere: boolean) => void;

/** See `KeptJournal`. */
export function createKeptJournal(cache: DatasetCache, onChange: OnJournalChange): KeptJournal {
  let journal = new Journal();
  let unread: Unread[] = [];
  /** Steps that the store does not have yet; they come after all that it has. */
  let pending: Step[] = [];
  let stored: Step[] = [];
  let lastKey = 0;
  /** The last step could not be kept, and the page was told. */
  let failing = false;
  let channel: { tell(): void } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const replay = () => {
    journal = new Journal();
    for (const step of [...stored, ...pending]) journal.apply(step);
    onChange(null, true);
  };
  const forget = (steps: readonly Step[]) => {
    stored = [];
    pending = [...steps];
    unread = [];
    lastKey = 0;
    replay();
  };
  const take = (entries: readonly (readonly [key: number, value: unknown])[]) => {
    if (entries.length === 0) return;
    const steps = entries.flatMap(([key, value]) => {
      const read = readStep(value, key);
      unread.push(...read.unread);
      return read.step ?? [];
    });
    stored.push(...steps);
    lastKey = entries.at(-1)![0];
    if (pending.length > 0) return replay();
    onChange(
      steps.flatMap((step) => journal.apply(step)),
      true,
    );
  };
  const storeNow = async (): Promise<Store | null> => {
    const store = await cache.store().catch(() => null);
    if (store !== null) channel ??= store.channel(NAME, () => void inTurn(syncNow));
    return store;
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  const keep = async (
    connection: Connection,
    make: (journal: Journal) => Step | null,
  ): Promise<Step | null> => {
    const { step, keys, all } = await connection.use(async (database) => {
      const transaction = database.transaction(NAME, 'readwrite', { durability: 'strict' });
      const objects = transaction.store;
      const news = await readNews(objects, lastKey);
      if (news.cleared) forget(pending);
      take(news.entries);
      const made = make(journal);
      const adding = made === null ? pending : [...pending, made];
      // What throws at once is a rejection, too, so that the transaction's own is never left alone.
      const added = Promise.all(adding.map(async (one) => objects.add(one)));
      const [keys] = await Promise.all([added, transaction.done]);
      return { step: made, keys, all: adding };
    });
    stored.push(...all);
    pending = [];
    lastKey = keys.at(-1) ?? lastKey;
    return step;
  };
  /** Reads what others added, and keeps what could not be kept before. */
  const syncNow = async () => {
    const store = await storeNow();
    if (store === null) return;
    try {
      if (pending.length > 0 && (await cache.isOn())) {
        await keep(store.connection, () => null);
        channel?.tell();
        if (failing) cache.recovered();
        failing = false;
        return;
      }
      await store.connection.use(async (database) => {
        const news = await readNews(database.transaction(NAME).store, lastKey);
        if (news.cleared) forget(pending);
        take(news.entries);
      });
    } catch (error) {
      failing = true;
      cache.failed(error);
    }
  };
  const sync = () => inTurn(syncNow);
  const addNow = async (make: (journal: Journal) => Step | null): Promise<Step | null> => {
    const store = (await cache.isOn()) ? await storeNow() : null;
    let step: Step | null = null;
    let kept = false;
    if (store !== null) {
      try {
        step = await keep(store.connection, make);
        kept = true;
        if (failing) cache.recovered();
        failing = false;
      } catch (error) {
        failing = true;
        cache.failed(error);
      }
    }
    if (!kept) {
      step = make(journal);
      if (step !== null) pending.push(step);
    }
    if (step === null) return null;
    onChange(journal.apply(step), false);
    if (kept) channel?.tell();
    return step;
  };
  cache.onRemoveAll(() => {
    forget([]);
    channel?.tell();
  });
  return {
    journal: () => journal,
    unread: () => unread,
    inMemory: () => pending.length > 0,
    sync,
    add: (make) => inTurn(() => addNow(make)),
  };
}

interface Objects {
  getKey(key: number): Promise<number | undefined>;
  getAllKeys(range: IDBKeyRange): Promise<number[]>;
  getAll(range: IDBKeyRange): Promise<unknown[]>;
}

/** What was added behind the last key that is known; `cleared`: all that was known is gone, and this is all there is. */
async function readNews(objects: Objects, lastKey: number) {
  const cleared = lastKey > 0 && (await objects.getKey(lastKey)) === undefined;
  const range = IDBKeyRange.lowerBound(cleared ? 0 : lastKey, true);
  const [keys, values] = await Promise.all([objects.getAllKeys(range), objects.getAll(range)]);
  return { cleared, entries: keys.map((key, at) => [key, values[at]] as const) };
}
