import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { FetchState } from '../features/gateway/types';
import type { DatasetHeader } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import type { EpochMilliseconds } from '../model/units';
import type { StoredParts } from './arrays';
import type { DatasetLayout } from './layout';
import type { StoredStream } from './streams';

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

/** The version of `StoredGrouping`; one of another version is not read. */
export const STORED_GROUPING_VERSION = 1;

/**
 * What detection found in a kept dataset, so that opening it need not look again. Written last and behind the
 * result; whatever is wrong with it, it is only not there.
 */
export interface StoredGrouping extends StoredStream {
  /** The dataset's. */
  readonly id: string;
  readonly version: number;
  /** `StoredDataset.content` of what it was found in: a dataset that is kept anew has none. */
  readonly foundIn: string;
  /** Settings and version of detection, as text. */
  readonly key: string;
  readonly parts: StoredParts;
  readonly ignored: Grouping['ignored'];
  readonly sharedWidely: Grouping['sharedWidely'];
  readonly summary: Grouping['summary'];
}

/** What a worker is at; a note without a living writer tells of a crash. */
export interface RunningNote {
  readonly id: string;
  /** Imports are told of at the next start; a save that broke off is only swept. */
  readonly kind: 'import' | 'save';
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

/** The object stores. Keys are outside the values where a value is not an object of ours. */
export interface Schema extends DBSchema {
  datasets: { key: string; value: StoredDataset };
  groupings: { key: string; value: StoredGrouping };
  /** Key: `StoredStream.content` and number of the chunk. */
  chunks: { key: [string, number]; value: ArrayBuffer };
  /** Settings by name: the person's choices, and `detection/ID` for each dataset. */
  settings: { key: string; value: unknown };
  running: { key: string; value: RunningNote };
  /** Fetches from the Gateway that are under way or broke off; each is gone after a day. */
  fetches: { key: string; value: FetchState };
  /** Key: `FetchState.id` and number of the page, from 1. Its bytes as they came. */
  pages: { key: [string, number]; value: Uint8Array };
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

/**
 * The record as this version knows it, or `null` if it is none. A record of a newer version comes back as it
 * is: its header can still be listed, but it must not be opened.
 */
export function readStoredDataset(record: unknown): StoredDataset | null {
  const stored = record as Partial<StoredDataset> | null | undefined;
  const whole =
    typeof stored?.id === 'string' &&
    typeof stored.version === 'number' &&
    typeof stored.size === 'number' &&
    typeof stored.bytes === 'number' &&
    typeof stored.content === 'string' &&
    typeof stored.header?.name === 'string' &&
    stored.header.balance !== undefined &&
    stored.layout?.columns !== undefined &&
    stored.sums instanceof Uint32Array;
  return whole ? (stored as StoredDataset) : null;
}
