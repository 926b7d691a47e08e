import { createGatewayPages, type GatewayPages } from '../features/gateway/engine/page-area';
import type { Dataset, DatasetHeader } from '../model/dataset';
import type { Columns } from '../model/field';
import type { Grouping } from '../model/grouping';
import type { TroubleError } from '../model/outcome';
import type { Watch } from '../model/progress';
import type { EpochMilliseconds } from '../model/units';
import { createTidings } from './change-channel';
import { type BrokenOff, sweep } from './collect-garbage';
import { type Connection, type ConnectionOptions, createConnection } from './connection';
import { openGrouping, saveGrouping } from './groupings';
import { openStored, removeStored } from './read-dataset';
import { createRunningNotes, type RunningNotes } from './run-journal';
import { readStoredDataset } from './schema';
import { datasetGone } from './troubles';
import { saveDataset } from './write-dataset';
import { createPresence, type Presence } from './writer-locks';

/** One stored dataset, for the list. */
export interface ListedDataset {
  readonly header: DatasetHeader;
  /** Of all that is kept of it. */
  readonly bytes: number;
  /** Its header cannot be read: it can only be deleted. */
  readonly damaged: boolean;
}

/** What happens to the store from outside. */
export interface StoreEvents {
  /** Another tab changed the list of datasets. */
  readonly onChange: () => void;
  /** The connection was taken away; the sentence says by whom. */
  readonly onLost: (trouble: TroubleError) => void;
}

/**
 * What lasts: datasets, settings, notes of what is running. Every method may throw a `TroubleError` with its own
 * sentence; none of them touches what is in memory.
 */
export interface Store {
  /** Pages of fetches from the Gateway that are not a whole dataset yet. */
  readonly gateway: GatewayPages;
  /** Writes the dataset whole; it is listed only once everything is there. A million assets: some 2 s. */
  save(dataset: Dataset, watch: Watch): Promise<void>;
  /** All stored datasets, newest import first. */
  list(): Promise<ListedDataset[]>;
  /** The header of a stored dataset, `null` if there is none that can be read. */
  header(id: string): Promise<DatasetHeader | null>;
  open(id: string, watch: Watch): Promise<Dataset>;
  /**
   * Keeps what detection found in a dataset that was saved or opened here, in the place of what was kept of it
   * before; nothing where the dataset is not kept, or no longer as it is here. `key` says how it was found.
   */
  saveGrouping(dataset: Dataset, key: string, grouping: Grouping, watch: Watch): Promise<void>;
  /** What was kept of the dataset under that key; `null` where there is nothing that can be trusted. */
  openGrouping(dataset: Dataset, key: string, watch: Watch): Promise<Grouping | null>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Deletes everything: datasets, settings, notes. */
  removeAll(): Promise<void>;
  readSetting(name: string): Promise<unknown>;
  /** Keeps a value that can be cloned; `undefined` forgets it. */
  writeSetting(name: string, value: unknown): Promise<void>;
  /** Notes what is running; the answer takes the note away. Never throws. */
  noteRunning(what: string): Promise<() => Promise<void>>;
  /** The newest import that never came to its end because its worker or tab died, once. */
  lastCrash(): Promise<BrokenOff | null>;
  close(): void;
}

/** What a test replaces. */
export interface StoreOptions extends ConnectionOptions {
  readonly presence?: Presence;
  readonly now?: () => EpochMilliseconds;
}

/**
 * Opens the store and sweeps away what broken-off saves left. Throws a `TroubleError` where there is no
 * IndexedDB, or another tab holds it; work in memory goes on without.
 */
export async function openStore(
  tab: string,
  events: StoreEvents,
  options: StoreOptions = {},
): Promise<Store> {
  const connection = createConnection(events.onLost, options);
  const presence = options.presence ?? createPresence();
  const notes = createRunningNotes(connection, presence, tab, options.now);
  const gateway = createGatewayPages(connection, presence, options.now);
  try {
    const crash = await sweep(connection, notes);
    await gateway.sweep();
    return makeStore(connection, notes, gateway, createTidings(events.onChange), crash);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function makeStore(
  connection: Connection,
  notes: RunningNotes,
  gateway: GatewayPages,
  tidings: ReturnType<typeof createTidings>,
  firstCrash: Awaited<ReturnType<Store['lastCrash']>>,
): Store {
  let crash = firstCrash;
  /** Under which name the chunks of a dataset stand. By its columns, which also one that is renamed keeps. */
  const contents = new WeakMap<Columns, string>();
  return {
    gateway,
    save: async (dataset, watch) => {
      const { id, name } = dataset.header;
      crash = (await sweep(connection, notes)) ?? crash;
      const content = `${id}-${String(Math.random()).slice(2)}`;
      const end = await notes.begin({ kind: 'save', what: `Keeping "${name}"`, content });
      try {
        await saveDataset(connection, dataset, content, watch);
        contents.set(dataset.columns, content);
      } finally {
        await end();
      }
      tidings.tell();
    },
    list: () => listStored(connection),
    header: async (id) => {
      const record: unknown = await connection.use((database) => database.get('datasets', id));
      return readStoredDataset(record)?.header ?? null;
    },
    open: async (id, watch) => {
      const { dataset, content } = await openStored(connection, id, watch);
      contents.set(dataset.columns, content);
      return dataset;
    },
    saveGrouping: async (dataset, key, grouping, watch) => {
      const { id, name } = dataset.header;
      const foundIn = contents.get(dataset.columns);
      if (foundIn === undefined) return;
      const content = `${id}-found-${String(Math.random()).slice(2)}`;
      const end = await notes.begin({ kind: 'save', what: `Keeping what was found in "${name}"`, content });
      try {
        await saveGrouping(connection, { id, foundIn, key }, grouping, content, watch);
      } finally {
        await end();
      }
      tidings.tell();
    },
    openGrouping: async (dataset, key, watch) => {
      const foundIn = contents.get(dataset.columns);
      if (foundIn === undefined) return null;
      return openGrouping(connection, { id: dataset.header.id, foundIn, key }, dataset.size, watch);
    },
    rename: async (id, name) => {
      await renameStored(connection, id, name);
      tidings.tell();
    },
    remove: async (id) => {
      await removeStored(connection, id);
      // A dataset from the Gateway has the id of its fetch: whoever deletes it means its pages too.
      await gateway.remove(id);
      tidings.tell();
    },
    removeAll: async () => {
      await clearAll(connection);
      crash = null;
      tidings.tell();
    },
    readSetting: (name) => connection.use((database) => database.get('settings', name)),
    writeSetting: async (name, value) => {
      await connection.use(async (database) => {
        if (value === undefined) await database.delete('settings', name);
        else await database.put('settings', value, name);
      });
    },
    noteRunning: (what) => notes.begin({ kind: 'import', what }),
    lastCrash: () => {
      const told = crash;
      crash = null;
      return Promise.resolve(told);
    },
    close: () => {
      tidings.close();
      connection.close();
    },
  };
}

async function listStored(connection: Connection): Promise<ListedDataset[]> {
  const [ids, records, groupings] = await connection.use((database) => {
    const transaction = database.transaction(['datasets', 'groupings']);
    const store = transaction.objectStore('datasets');
    return Promise.all([store.getAllKeys(), store.getAll(), transaction.objectStore('groupings').getAll()]);
  });
  const found = new Map(groupings.map(({ id, bytes }) => [id, bytes]));
  const listed = records.map((record: unknown, index): ListedDataset => {
    const stored = readStoredDataset(record);
    if (stored === null) return { header: unreadableHeader(ids[index]!), bytes: 0, damaged: true };
    const bytes = stored.bytes + (Number(found.get(stored.id)) || 0);
    return { header: stored.header, bytes, damaged: false };
  });
  return listed.sort((a, b) => b.header.importedAt - a.header.importedAt);
}

function unreadableHeader(id: string): DatasetHeader {
  return {
    id,
    name: 'Unreadable dataset',
    origin: 'files',
    files: [],
    importedAt: 0,
    balance: { records: 0, assets: 0, repeated: 0, skipped: 0 },
    skipped: [],
    unreadable: {},
    fieldsSeen: [],
  };
}

async function renameStored(connection: Connection, id: string, name: string): Promise<void> {
  await connection.use(async (database) => {
    const transaction = database.transaction('datasets', 'readwrite');
    const stored = await transaction.store.get(id);
    if (stored === undefined) throw datasetGone();
    await transaction.store.put({ ...stored, header: { ...stored.header, name } });
    await transaction.done;
  });
}

async function clearAll(connection: Connection): Promise<void> {
  await connection.use(async (database) => {
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, 'readwrite');
    for (const name of names) void transaction.objectStore(name).clear();
    await transaction.done;
  });
}
