import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { DatasetHeader } from '../model/dataset';
import type { EpochMilliseconds } from '../model/units';
import type { StoredParts } from './arrays';
import type { DatasetLayout } from './layout';
import type { StoredStream } from './stored-stream';

/** The database's name; the same for the main page and the Gateway's page, which share the datasets. */
export const DATABASE_NAME = 'doublet';

/** The version of `StoredDataset`: raise it with a step where it is read. Version 1 had other sums (`firstSumOf`). */
export const STORED_DATASET_VERSION = 2;

/** A dataset's header record. Written last: a dataset without one does not count and is swept away. */
export interface StoredDataset extends StoredStream {
  readonly id: string;
  readonly version: number;
  readonly header: DatasetHeader;
  readonly size: number;
  readonly layout: DatasetLayout;
}

/** The version of `StoredResult`; one of another version is not read. */
export const STORED_RESULT_VERSION = 1;

/**
 * A result that was made from a kept dataset, such as its grouping, so that opening it need not make it again.
 * Written last and behind the dataset; whatever is wrong with it, it is only not there.
 */
export interface StoredResult extends StoredStream {
  /** The dataset's for a grouping; for the result of another area `ID/area`. */
  readonly id: string;
  readonly version: number;
  /** `StoredDataset.content` of what it was made from: a dataset that is kept anew has none. */
  readonly foundIn: string;
  /** How it was made, as text: settings and version of what made it. */
  readonly key: string;
  readonly parts: StoredParts;
  /** What is no array; of a shape that its area knows. */
  readonly figures: unknown;
}

/** The id of an area's result for a dataset. */
export function resultId(dataset: string, area: string): string {
  return `${dataset}/${area}`;
}

/** The dataset that a result belongs to. */
export function datasetOfResult(id: string): string {
  return id.split('/')[0]!;
}

/** What a worker is at; a note without a living writer tells of a crash. */
export interface RunningNote {
  readonly id: string;
  /** Imports are told of at the next start, saves only `of` a dataset: what was found in one is found again. */
  readonly kind: 'import' | 'save';
  readonly of?: 'dataset';
  /** In words: `Import of "inventory.json"`. */
  readonly what: string;
  readonly at: EpochMilliseconds;
  /** Renewed while it runs, for browsers without locks. */
  readonly seenAt: EpochMilliseconds;
  /** The page that its worker belongs to. */
  readonly tab: string;
  /** The name under which a save is writing chunks. */
  readonly content?: string;
}

/**
 * The object stores, see `kept-data.ts` for what is in them. Keys are outside the values where a value is no record
 * of the store. A value that was written by another version, or damaged, has another shape: see `stored-shapes.ts`.
 */
export interface Schema extends DBSchema {
  datasets: { key: string; value: StoredDataset };
  /** Named after the first of these results. */
  groupings: { key: string; value: StoredResult };
  /** Key: `StoredStream.content` and number of the chunk. */
  chunks: { key: [string, number]; value: ArrayBuffer };
  /** Values by the name of their area; those for one dataset by `area/ID`. */
  settings: { key: string; value: unknown };
  running: { key: string; value: RunningNote };
  /** Of a feature that has object stores of its own: it is handed the connection and knows the values. */
  fetches: { key: string; value: { readonly id: string } };
  /** Key: an id in `fetches`, and a number. */
  pages: { key: [string, number]; value: Uint8Array };
  /** Key: `summary/ID` and `content/ID`, see `hand-overs.ts`. */
  handOvers: { key: string; value: unknown };
  /** The journal of decisions, step by step, in the order of their keys. Of no dataset. */
  decisions: { key: number; value: unknown };
}

export type Database = IDBPDatabase<Schema>;
export type UpgradeTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;
export type Migration = (database: Database, transaction: UpgradeTransaction) => void;

/** Step `n` leads from database version `n` to `n + 1`. Never change one that was published: add another. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('datasets', { keyPath: 'id' });
    database.createObjectStore('chunks');
    database.createObjectStore('settings');
    database.createObjectStore('running', { keyPath: 'id' });
  },
  (database) => {
    database.createObjectStore('fetches', { keyPath: 'id' });
    database.createObjectStore('pages');
  },
  (database) => {
    database.createObjectStore('groupings', { keyPath: 'id' });
  },
  (database) => {
    database.createObjectStore('handOvers');
  },
  (database) => {
    database.createObjectStore('decisions', { autoIncrement: true });
  },
];

/** Runs the steps that lead from the version found to the present one. */
export function migrate(
  steps: readonly Migration[],
  database: Database,
  from: number,
  transaction: UpgradeTransaction,
): void {
  for (const step of steps.slice(from)) step(database, transaction);
}
