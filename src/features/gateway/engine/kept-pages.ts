import { TroubleError } from '../../../model/outcome';
import type { Store } from '../../../store/store';
import type { DatasetCache } from '../../../worker/dataset-cache';
import type { KeepPage } from '../api/pages';
import type { FetchState } from '../types';
import { createGatewayPages, FETCH_LASTS_MS, type GatewayPages } from './page-area';

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
export function createKeptPages(cache: DatasetCache): KeptPages {
  const memory = new Map<string, InMemory>();
  const areas = new WeakMap<Store, GatewayPages>();
  const areaOf = (store: Store): GatewayPages => {
    const area = areas.get(store) ?? createGatewayPages(store.connection, store.locks);
    areas.set(store, area);
    return area;
  };
  // Pages that are too old go as soon as the store is open, whether or not anyone asks for them.
  cache.onStore(
    (store) =>
      void areaOf(store)
        .sweep()
        .catch(() => undefined),
  );
  const pageArea = async () => {
    const store = await cache.store();
    return store === null ? null : areaOf(store);
  };
  const areaForPages = async () => ((await cache.isOn()) ? pageArea() : null);
  const readPage = async (area: GatewayPages | null, id: string, number: number) => {
    const part = memory.get(id)?.parts.get(number);
    if (part !== undefined) return new Uint8Array(await part.arrayBuffer());
    return (await area?.page(id, number)) ?? null;
  };
  const list = async () => {
    const stored = (await (await pageArea())?.list()) ?? [];
    const here = [...memory.values()].map(({ state }) => state);
    const elsewhere = stored.filter(({ id }) => !memory.has(id));
    return [...here, ...elsewhere]
      .filter(({ savedAt }) => Date.now() - savedAt < FETCH_LASTS_MS)
      .sort((a, b) => b.savedAt - a.savedAt);
  };
  return {
    keeping: async (onMemory) => {
      let area = await areaForPages();
      if (area === null) onMemory((await cache.state()).reason ?? '');
      return async (bytes, state) => {
        try {
          if (area !== null) return await area.keep(bytes, state);
        } catch (error) {
          area = null;
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
      const area = await pageArea();
      for (let number = 1; number <= state.pages; number++) {
        const bytes = await readPage(area, state.id, number);
        if (bytes === null) throw gone();
        yield bytes;
      }
    },
    remove: async (id) => {
      memory.delete(id);
      await (await pageArea())?.remove(id);
    },
    hold: async (id) => (await pageArea())?.hold(id) ?? (() => undefined),
  };
}

function gone(): TroubleError {
  return new TroubleError({
    code: 'fetch-gone',
    what: 'The pages of this fetch are no longer in this browser.',
    remedy: 'They last a day, and “Delete all data” takes them away. Fetch the assets again.',
  });
}
