import { TroubleError } from '../../../model/outcome';
import type { Store } from '../../../store/store';
import type { Keeper } from '../../../worker/dataset-cache';
import type { KeepPage } from '../api/pages';
import type { FetchState } from '../types';
import { FETCH_LASTS_MS } from './page-area';

/** Pages that could not be put into IndexedDB, as blobs, which the browser may hold on disk. */
interface InMemory {
  state: FetchState;
  readonly parts: Map<number, Blob>;
}

/** The pages fetched so far: in IndexedDB where datasets are kept, else in memory as long as the page is open. */
export interface KeptPages {
  /** What `fetchPages` keeps a page with. Never rejects: where the storage fails, it goes on in memory and says so. */
  keeping(onMemory: (why: string) => void): Promise<KeepPage>;
  list(): Promise<FetchState[]>;
  /** The fetch's state, or a `TroubleError` that says it is gone. */
  find(id: string): Promise<FetchState>;
  read(state: FetchState): AsyncGenerator<Uint8Array>;
  remove(id: string): Promise<void>;
  hold(id: string): Promise<() => void>;
}

/** See `KeptPages`. */
export function createKeptPages(keeper: Keeper): KeptPages {
  const memory = new Map<string, InMemory>();
  const storeForPages = async () => ((await keeper.isOn()) ? keeper.store() : null);
  const readPage = async (store: Store | null, id: string, number: number) => {
    const part = memory.get(id)?.parts.get(number);
    if (part !== undefined) return new Uint8Array(await part.arrayBuffer());
    return (await store?.gateway.page(id, number)) ?? null;
  };
  const list = async () => {
    const stored = (await (await keeper.store())?.gateway.list()) ?? [];
    const here = [...memory.values()].map(({ state }) => state);
    const elsewhere = stored.filter(({ id }) => !memory.has(id));
    return [...here, ...elsewhere]
      .filter(({ savedAt }) => Date.now() - savedAt < FETCH_LASTS_MS)
      .sort((a, b) => b.savedAt - a.savedAt);
  };
  return {
    keeping: async (onMemory) => {
      let store = await storeForPages();
      if (store === null) onMemory((await keeper.state()).reason ?? '');
      return async (bytes, state) => {
        try {
          if (store !== null) return await store.gateway.keep(bytes, state);
        } catch (error) {
          store = null;
          onMemory(error instanceof TroubleError ? error.trouble.what : '');
        }
        const kept = memory.get(state.id) ?? { state, parts: new Map() };
        kept.parts.set(state.pages, new Blob([bytes as BlobPart]));
        kept.state = state;
        memory.set(state.id, kept);
      };
    },
    list,
    find: async (id) => {
      const state = (await list()).find((fetch) => fetch.id === id);
      if (state === undefined) throw gone();
      return state;
    },
    read: async function* (state) {
      const store = await keeper.store();
      for (let number = 1; number <= state.pages; number++) {
        const bytes = await readPage(store, state.id, number);
        if (bytes === null) throw gone();
        yield bytes;
      }
    },
    remove: async (id) => {
      memory.delete(id);
      await (await keeper.store())?.gateway.remove(id);
    },
    hold: async (id) => (await keeper.store())?.gateway.hold(id) ?? (() => undefined),
  };
}

function gone(): TroubleError {
  return new TroubleError({
    code: 'fetch-gone',
    what: 'The pages of this fetch are no longer in this browser.',
    remedy: 'They last a day, and “Delete all data” takes them away. Fetch the assets again.',
  });
}
