import type { StoreNames } from 'idb';
import type { Schema } from './schema';

/** One place in which the page keeps something, for whoever wants to know what there is and how to wipe it. */
export interface KeptPlace {
  /** What it is, in words. */
  readonly what: string;
  /** Whether it holds values of assets. */
  readonly assets: boolean;
}

/** An object store, and how that which belongs to a dataset is found in it. */
export interface KeptObjects extends KeptPlace {
  /**
   * `key`: the key is the dataset's id. `first`: the key is a list that begins with it. `value`, `result`, `chunks`:
   * see `delete-dataset.ts`. `null`: nothing in it belongs to a dataset.
   */
  readonly ofDataset: 'key' | 'first' | 'value' | 'result' | 'chunks' | null;
}

/**
 * Everything that is kept in IndexedDB. Deleting a dataset goes through this list, so that an object store that is
 * not in it does not compile, and one that is in it is never forgotten.
 */
export const OBJECT_STORES: Readonly<Record<StoreNames<Schema>, KeptObjects>> = {
  datasets: {
    what: 'Datasets: name, time, files read, figures, and records that were skipped',
    assets: true,
    ofDataset: 'key',
  },
  chunks: {
    what: 'The columns of datasets, and the results found in them, in parts of 4 MB',
    assets: true,
    ofDataset: 'chunks',
  },
  groupings: {
    what: 'Results found in datasets: groups, clusters and figures, and what else was made from them',
    assets: true,
    ofDataset: 'result',
  },
  settings: {
    what: 'Settings: whether datasets are kept, those of detection and sensor check, for all or for one dataset',
    assets: true,
    ofDataset: 'value',
  },
  running: {
    what: 'What is running, with names of files and datasets, so that a crash can be told of',
    assets: false,
    ofDataset: null,
  },
  fetches: {
    what: 'Fetches from the Gateway that are not whole: where they stand, without any credentials; for a day',
    assets: false,
    ofDataset: 'key',
  },
  pages: {
    what: 'The pages of these fetches, as they came',
    assets: true,
    ofDataset: 'first',
  },
  handOvers: {
    what: 'What was handed over: asset and host IDs, date, name of the dataset; kept when the dataset is deleted, until it is forgotten on the screen Hand-over',
    assets: true,
    ofDataset: null,
  },
  decisions: {
    what: 'What people decided about records, step by step, with the values by which records are known again; not deleted with a dataset',
    assets: true,
    ofDataset: null,
  },
};
