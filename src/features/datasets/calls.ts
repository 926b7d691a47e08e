import type { Outcome } from '../../model/outcome';
import type { CachedDataset, CacheState } from '../../worker/api';

/** What the page can ask about the datasets cached in this browser. `openDataset` is a call of the kit. */
export interface DatasetsCalls {
  /** All cached datasets, newest import first. */
  datasets(): Promise<Outcome<readonly CachedDataset[]>>;
  renameDataset(id: string, name: string): Promise<Outcome<void>>;
  /** Deletes a dataset and all that was kept for it. If it is open, it stays open in memory. */
  deleteDataset(id: string): Promise<Outcome<void>>;
  /** Deletes everything that is kept in IndexedDB, except that keeping is switched off. */
  deleteAllData(): Promise<Outcome<void>>;
  /** Turns caching on or off. Off on `file://` unless the person says otherwise. */
  setCaching(on: boolean): Promise<Outcome<CacheState>>;
  cacheState(): Promise<Outcome<CacheState>>;
}
