import type { Trouble, TroubleError } from '../model/outcome';
import { DATABASE_NAME } from '../store/schema';
import type { openStore, Store } from '../store/store';
import { datasetDeletedElsewhere } from '../store/troubles';
import type { CacheState, EngineNotice, Place } from './api';
import { troubleOf } from './outcomes';

/** The setting that keeps the person's choice. */
const CHOICE = 'caching';

const OFF_ON_DISK =
  'Opened from a disk, this page shares its storage with every other page opened that way, so nothing is kept unless you switch it on.';
const OFF_BY_CHOICE = 'Switched off: datasets stay in memory and are gone when the page is closed.';

/** Whether datasets are kept in this browser, and the store they are kept in. */
export interface Keeper {
  attach(place: Place, tab: string, tell: (notice: EngineNotice) => void): Promise<void>;
  state(): Promise<CacheState>;
  choose(on: boolean): Promise<CacheState>;
  /** Whether new datasets are to be kept. */
  isOn(): Promise<boolean>;
  /** The store, opened if it can be; `null` where there is none or it was never asked for. */
  store(): Promise<Store | null>;
  /** Something was kept, or room was made: a full store is worth trying again. */
  recovered(): void;
  /** Keeping failed: from now on `state` says so, and the page hears of it. */
  failed(error: unknown): void;
  tell(notice: EngineNotice): void;
}

/** See `Keeper`. Until `attach` nothing is kept. */
export function createKeeper(open: typeof openStore): Keeper {
  let tell: (notice: EngineNotice) => void = () => undefined;
  let tab = '';
  let place: Place = 'disk';
  /** `null`: the person has not chosen, and the place decides. */
  let choice: boolean | null = null;
  let opening: Promise<Store | null> | null = null;
  let trouble: Trouble | null = null;
  let attached: Promise<unknown> = Promise.resolve();
  /** The open dataset, once it is whole in the store. */
  let keptId: string | null = null;

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
    const id = keptId;
    const opened = id === null ? null : await opening;
    if (id === null || opened === null) return;
    const there = await opened.header(id).catch(() => undefined);
    if (there !== null || keptId !== id) return;
    tell({ kind: 'cached', id: null });
    tell({ kind: 'trouble', trouble: datasetDeletedElsewhere().trouble });
  };
  const openNow = (): Promise<Store | null> => {
    opening ??= open(tab, { onChange: () => void changedElsewhere(), onLost }).then(
      (store) => {
        if (trouble?.code !== 'storage-full') set(null);
        return store;
      },
      (error: unknown) => {
        opening = null;
        failed(error);
        return null;
      },
    );
    return opening;
  };
  const begin = async () => {
    if (place === 'disk' && !(await databaseExists())) return;
    const store = await openNow();
    const kept = await store?.readSetting(CHOICE).catch(() => undefined);
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
        if (notice.kind === 'cached') keptId = notice.id;
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
        const opened = await openNow();
        await opened?.writeSetting(CHOICE, on).catch(failed);
      }
      tell({ kind: 'cache', state: state() });
      return state();
    },
    isOn: async () => {
      await attached;
      return wanted();
    },
    store,
    recovered: () => set(null),
    failed,
    tell: (notice) => tell(notice),
  };
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
