import type { Dataset, DatasetHeader } from '../model/dataset';
import type { Columns } from '../model/field';
import type { Grouping } from '../model/grouping';
import type { TroubleError } from '../model/outcome';
import type { Watch } from '../model/progress';
import type { EpochMilliseconds } from '../model/units';
import { type Area, valueOfArea, valueOfDataset } from './area';
import { type ChangeChannel, createChangeChannel } from './change-channel';
import { type BrokenOff, collectGarbage } from './collect-garbage';
import { type Connection, type ConnectionOptions, createConnection, READ_MS } from './connection';
import { deleteDataset } from './delete-dataset';
import { packGrouping, unpackGrouping } from './groupings';
import { type ListedDataset, listDatasets, renameDataset } from './list-datasets';
import { openStored } from './read-dataset';
import { openResult, type Result, saveResult } from './results';
import { createRunJournal, type RunJournal } from './run-journal';
import { resultId } from './schema';
import { readStoredDataset } from './stored-shapes';
import { saveDataset } from './write-dataset';
import { createWriterLocks, type WriterLocks } from './writer-locks';

/** What happens to the store from outside. */
export interface StoreEvents {
  /** Another tab changed the list of datasets. */
  readonly onChange: () => void;
  /** The connection was taken away; the sentence says by whom. */
  readonly onLost: (trouble: TroubleError) => void;
}

/**
 * What lasts: datasets, what was found in them, what features keep, notes of what is running. Every method may throw
 * a `TroubleError` with its own sentence, also where the browser's storage does not answer in time; none of them
 * touches what is in memory. `kept-data.ts` lists everything that is kept.
 */
export interface Store {
  /** For a feature that has object stores of its own, which are listed in `kept-data.ts`. */
  readonly connection: Connection;
  readonly locks: WriterLocks;
  /** Tells other tabs that what a feature keeps in an object store of its own changed, until the store closes. */
  channel(of: string, onChange: () => void): { tell(): void };
  /** What the feature of that name keeps. The name has no `/`. */
  area(name: string): Area;
  /** Writes the dataset whole; it is listed only once everything is there. A million assets: some 2 s. */
  save(dataset: Dataset, watch: Watch): Promise<void>;
  /** All stored datasets, newest import first. */
  list(): Promise<ListedDataset[]>;
  /** The header of a stored dataset, `null` if there is none that can be read. */
  header(id: string): Promise<DatasetHeader | null>;
  open(id: string, watch: Watch): Promise<Dataset>;
  /** Keeps what detection found in a dataset, as an area keeps a result. */
  saveGrouping(dataset: Dataset, key: string, grouping: Grouping, watch: Watch): Promise<void>;
  /** What was kept of the dataset under that key; `null` where there is nothing that can be trusted. */
  openGrouping(dataset: Dataset, key: string, watch: Watch): Promise<Grouping | null>;
  rename(id: string, name: string): Promise<void>;
  /** Deletes a dataset and all that any area keeps for it. */
  remove(id: string): Promise<void>;
  /** Deletes everything that is kept in IndexedDB. */
  removeAll(): Promise<void>;
  /** Notes what is running; the answer takes the note away. Never throws. */
  noteRunning(what: string): Promise<() => Promise<void>>;
  /** The newest import or keeping of a dataset that never came to its end because its worker or tab died, once. */
  lastCrash(): Promise<BrokenOff | null>;
  close(): void;
}

/** What a test replaces. */
export interface StoreOptions extends ConnectionOptions {
  readonly locks?: WriterLocks;
  readonly now?: () => EpochMilliseconds;
}

/**
 * Opens the store and takes away what broken-off saves left. Throws a `TroubleError` where there is no IndexedDB, or
 * another tab holds it; work in memory goes on without.
 */
export async function openStore(
  tab: string,
  events: StoreEvents,
  options: StoreOptions = {},
): Promise<Store> {
  const connection = createConnection(events.onLost, options);
  const locks = options.locks ?? createWriterLocks();
  const journal = createRunJournal(connection, locks, tab, options.now);
  try {
    const crash = await collectGarbage(connection, journal);
    return makeStore(connection, locks, journal, createChangeChannel(events.onChange), crash);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function makeStore(
  connection: Connection,
  locks: WriterLocks,
  journal: RunJournal,
  channel: ReturnType<typeof createChangeChannel>,
  firstCrash: BrokenOff | null,
): Store {
  let crash = firstCrash;
  const channels: ChangeChannel[] = [channel];
  /** Under which name the chunks of a dataset stand. By its columns, which also one that is renamed keeps. */
  const contents = new WeakMap<Columns, string>();
  /** Writes under a name of its own, noted as long as it takes. */
  const write = async (
    what: string,
    name: string,
    work: (content: string) => Promise<void>,
    of?: 'dataset',
  ) => {
    const content = `${name}-${String(Math.random()).slice(2)}`;
    const end = await journal.begin({ kind: 'save', what, content, ...(of && { of }) });
    try {
      await work(content);
    } finally {
      await end();
    }
    channel.tell();
  };
  const saveFor = async (dataset: Dataset, id: string, key: string, result: Result, watch: Watch) => {
    const foundIn = contents.get(dataset.columns);
    if (foundIn === undefined) return;
    await write(`Keeping what was found in "${dataset.header.name}"`, `${id}-found`, (content) =>
      saveResult(connection, { id, foundIn, key }, result, content, watch),
    );
  };
  const openFor = async (dataset: Dataset, id: string, key: string, watch: Watch) => {
    const foundIn = contents.get(dataset.columns);
    return foundIn === undefined ? null : openResult(connection, { id, foundIn, key }, watch);
  };
  return {
    connection,
    locks,
    channel: (of, onChange) => {
      const made = createChangeChannel(onChange, of);
      channels.push(made);
      return made;
    },
    area: (name) => ({
      ...valueOfArea(connection, name),
      of: (id) => valueOfDataset(connection, name, id),
      saveResult: (dataset, key, result, watch) =>
        saveFor(dataset, resultId(dataset.header.id, name), key, result, watch),
      openResult: (dataset, key, watch) => openFor(dataset, resultId(dataset.header.id, name), key, watch),
    }),
    save: async (dataset, watch) => {
      const { id, name } = dataset.header;
      crash = (await collectGarbage(connection, journal)) ?? crash;
      const save = async (content: string) => {
        await saveDataset(connection, dataset, content, watch);
        contents.set(dataset.columns, content);
      };
      await write(`Keeping "${name}"`, id, save, 'dataset');
    },
    list: () => listDatasets(connection),
    header: async (id) => {
      const record = await connection.use((database) => database.get('datasets', id), READ_MS);
      const stored = readStoredDataset(record);
      return 'damaged' in stored ? null : stored.header;
    },
    open: async (id, watch) => {
      const { dataset, content } = await openStored(connection, id, watch);
      contents.set(dataset.columns, content);
      return dataset;
    },
    saveGrouping: (dataset, key, grouping, watch) =>
      saveFor(dataset, dataset.header.id, key, packGrouping(grouping), watch),
    openGrouping: async (dataset, key, watch) => {
      const result = await openFor(dataset, dataset.header.id, key, watch);
      return result === null ? null : unpackGrouping(result, dataset.size);
    },
    rename: async (id, name) => {
      await renameDataset(connection, id, name);
      channel.tell();
    },
    remove: async (id) => {
      await deleteDataset(connection, id);
      channel.tell();
    },
    removeAll: async () => {
      await clearAll(connection);
      crash = null;
      channel.tell();
    },
    noteRunning: (what) => journal.begin({ kind: 'import', what }),
    lastCrash: () => {
      const told = crash;
      crash = null;
      return Promise.resolve(told);
    },
    close: () => {
      for (const open of channels) open.close();
      connection.close();
    },
  };
}

async function clearAll(connection: Connection): Promise<void> {
  await connection.use(async (database) => {
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, 'readwrite');
    for (const name of names) void transaction.objectStore(name).clear();
    await transaction.done;
  });
}
