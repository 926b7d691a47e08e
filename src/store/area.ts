import type { Dataset } from '../model/dataset';
import type { Watch } from '../model/progress';
import { type Connection, READ_MS } from './connection';
import type { Result } from './results';

/** One value that is kept under a name. */
export interface KeptValue {
  /** `undefined` where there is none. Whoever reads it checks its shape: a damaged database may hold anything. */
  read(): Promise<unknown>;
  /**
   * Keeps a value that can be cloned; `undefined` forgets it. One of a dataset is kept only if the dataset is in the
   * store. Answers whether it is kept.
   */
  write(value: unknown): Promise<boolean>;
}

/**
 * What one feature keeps: a value of its own, a value for each dataset, and one result with arrays for each dataset.
 * Deleting a dataset deletes what every area keeps for it.
 */
export interface Area extends KeptValue {
  /** The value for the dataset with that id. */
  of(datasetId: string): KeptValue;
  /**
   * Keeps a result beside a dataset that was saved or opened here, in the place of what the area kept of it before;
   * nothing where the dataset is not kept, or no longer as it is here. `key` says how it was made.
   */
  saveResult(dataset: Dataset, key: string, result: Result, watch: Watch): Promise<void>;
  /** What was kept beside the dataset under that key; `null` where there is nothing that can be trusted. */
  openResult(dataset: Dataset, key: string, watch: Watch): Promise<Result | null>;
}

/** Between the name of an area and the id of a dataset. */
const SEPARATOR = '/';

/** The value of an area that belongs to no dataset. */
export function valueOfArea(connection: Connection, area: string): KeptValue {
  return {
    read: () => connection.use((database) => database.get('settings', area), READ_MS),
    write: async (value) => {
      await connection.use(async (database) => {
        if (value === undefined) await database.delete('settings', area);
        else await database.put('settings', value, area);
      });
      return true;
    },
  };
}

/** The value of an area for one dataset. */
export function valueOfDataset(connection: Connection, area: string, datasetId: string): KeptValue {
  const key = `${area}${SEPARATOR}${datasetId}`;
  return {
    read: () => connection.use((database) => database.get('settings', key), READ_MS),
    write: (value) =>
      connection.use(async (database) => {
        const transaction = database.transaction(['datasets', 'settings'], 'readwrite');
        const there = (await transaction.objectStore('datasets').getKey(datasetId)) !== undefined;
        const values = transaction.objectStore('settings');
        // A failed put also aborts the transaction, whose error is the one that counts.
        if (value === undefined) void values.delete(key).catch(() => undefined);
        else if (there) void values.put(value, key).catch(() => undefined);
        await transaction.done;
        return there;
      }),
  };
}

/** Whether a name in the object store `settings` is that of a value for the dataset. */
export function isValueOf(key: string, datasetId: string): boolean {
  return key.endsWith(`${SEPARATOR}${datasetId}`);
}
