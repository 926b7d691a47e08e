import { type Trouble, TroubleError } from '../model/outcome';
import { DATABASE_NAME } from '../store/schema';
import type { openStore, Store } from '../store/store';
import { datasetDeletedElsewhere } from '../store/troubles';
import type { CacheState, EngineNotice, Place } from './api';
import { troubleOf } from './outcomes';

/** The area of the store that holds the person's choice. */
const CHOICE_AREA = 'caching';

const OFF_ON_DISK =
  'Opened from a disk, this page shares its storage with every other page opened that way, so nothing is kept unless you switch it on.';
const OFF_BY_CHOICE = 'Switched off: datasets stay in memory and are gone when the page is closed.';

/**
 * After the store could not be opened, the next try waits so long: a browser makes each wait behind the one before,
 * and everything that asks for the store would wait with it.
 */
const RETRY_MS = 10_000;

/** Whether datasets are kept in this browser, and the store they are kept in. */
export interface DatasetCache {
  attach(place: Place, tab: string, tell: (notice: EngineNotice) => void): Promise<void>;
  state(): Promise<CacheState>;
  choose(on: boolean): Promise<CacheState>;
  /** Whether new datasets are to be kept. */
  isOn(): Promise<boolean>;
  /** The store, opened if it can be; `null` where there is none or it was never asked for. */
  store(): Promise<Store | null>;
  /** The store, or a `TroubleError` that says why there is none. */
  requireStore(): Promise<Store>;
  /** Calls back with each store that is opened; a second one only after the first could not be opened. */
  onStore(listener: (store: Store) => void): void;
  /** Deletes all that is kept, except that keeping is switched off. */
  removeAll(): Promise<void>;
  /** Calls back once all that is kept was deleted, for whoever holds some of it in memory. */
  onRemoveAll(listener: () => void): void;
  /** Something was kept, or room was made: a full store is worth trying again. */
  recovered(): void;
  /** Keeping failed: from now on `state` says so, and the page hears of it. */
  failed(error: unknown): void;
  tell(notice: EngineNotice): void;
}

/** See `DatasetCache`. Until `attach` nothing is kept. */
export function createDatasetCache(open: typeof openStore): DatasetCache {
  let tell: (notice: EngineNotice) => void = () => undefined;
  let tab = '';
  let place: Place = 'disk';
  /** `null`: the person has not chosen, and the place decides. */
  let choice: boolean | null = null;
  let opening: Promise<Store | null> | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  let trouble: Trouble | null = null;
  let attached: Promise<unknown> = Promise.resolve();
  /** The open dataset, once it is whole in the store. */
  let cachedId: string | null = null;
  const listeners: ((store: Store) => void)[] = [];
  const removalListeners: (() => void)[] = [];

  const wanted = () => choice ?? place === 'web';
  const state = (): CacheState => {
    if (!wanted()) return { mode: 'off', reason: choice === null ? OFF_ON_DISK : OFF_BY_CHOICE };
    if (trouble === null) return { mode: 'on', reason: null };
    return {
      mode: trouble.code === 'storage-full' ? 'full' : 'unavailable',
      reason: `${trouble.what} ${trouble.remedy}`,
    };
  };
  const set = (next: Trouble | null) => {
    if (next?.code === trouble?.code) return;
    trouble = next;
    tell({ kind: 'cache', state: state() });
  };
  const failed = (error: unknown) => set(troubleOf('Keeping the dataset', error));

  const onLost = (lost: TroubleError) => {
    tell({ kind: 'cached', id: null });
    tell({ kind: 'trouble', trouble: lost.trouble });
    tell({ kind: 'datasets' });
    if (lost.trouble.code !== 'storage-cleared') set(lost.trouble);
  };
  const changedElsewhere = async () => {
    tell({ kind: 'datasets' });
    const id = cachedId;
    const opened = id === null ? null : await opening;
    if (id === null || opened === null) return;
    const there = await opened.header(id).catch(() => undefined);
    if (there !== null || cachedId !== id) return;
    tell({ kind: 'cached', id: null });
    tell({ kind: 'trouble', trouble: datasetDeletedElsewhere().trouble });
  };
  const openNow = (again = false): Promise<Store | null> => {
    if (opening === null && !again && performance.now() - failedAt < RETRY_MS) return Promise.resolve(null);
    opening ??= open(tab, { onChange: () => void changedElsewhere(), onLost }).then(
      (store) => {
        if (trouble?.code !== 'storage-full') set(null);
        for (const listener of listeners) listener(store);
        return store;
      },
      (error: unknown) => {
        opening = null;
        failedAt = performance.now();
        failed(error);
        return null;
      },
    );
    return opening;
  };
  const begin = async () => {
    if (place === 'disk' && !(await databaseExists())) return;
    const store = await openNow();
    const kept = await store
      ?.area(CHOICE_AREA)
      .read()
      .catch(() => undefined);
    if (typeof kept === 'boolean') choice = kept;
  };
  const store = async (): Promise<Store | null> => {
    await attached;
    return wanted() || opening !== null ? openNow() : null;
  };
  return {
    attach: (where, page, listener) => {
      place = where;
      tab = page;
      tell = (notice) => {
        if (notice.kind === 'cached') cachedId = notice.id;
        listener(notice);
      };
      attached = begin();
      return attached.then(() => undefined);
    },
    state: async () => {
      await attached;
      return state();
    },
    choose: async (on) => {
      await attached;
      choice = on;
      if (on) trouble = null;
      if (on || opening !== null) {
        const opened = await openNow(true);
        await opened?.area(CHOICE_AREA).write(on).catch(failed);
      }
      tell({ kind: 'cache', state: state() });
      return state();
    },
    isOn: async () => {
      await attached;
      return wanted();
    },
    store,
    requireStore: async () => (await store()) ?? refuse(state()),
    onStore: (listener) => {
      listeners.push(listener);
    },
    removeAll: async () => {
      const opened = await store();
      const { mode } = state();
      await opened?.removeAll();
      // The choice itself is no data of theirs; without it the next visit would keep datasets again.
      if (mode === 'off') await opened?.area(CHOICE_AREA).write(false);
      for (const listener of removalListeners) listener();
      set(null);
    },
    onRemoveAll: (listener) => {
      removalListeners.push(listener);
    },
    recovered: () => set(null),
    failed,
    tell: (notice) => tell(notice),
  };
}

function refuse({ reason }: CacheState): never {
  throw new TroubleError({
    code: 'storage-unavailable',
    what: 'The stored datasets cannot be reached.',
    remedy: reason ?? 'Import the file again.',
  });
}

/** Looks for the database without making it; where the browser cannot say, there is none. */
async function databaseExists(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === DATABASE_NAME);
  } catch {
    return false;
  }
}
