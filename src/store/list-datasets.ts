import type { DatasetHeader } from '../model/dataset';
import { type Connection, READ_MS } from './connection';
import { datasetOfResult } from './schema';
import { bytesOf, readStoredDataset } from './stored-shapes';
import { datasetDamaged, datasetGone } from './troubles';

/** One stored dataset, for the list. */
export interface ListedDataset {
  readonly header: DatasetHeader;
  /** Of all that is kept of it. */
  readonly bytes: number;
  /** Its record cannot be read: it can only be deleted. */
  readonly damaged: boolean;
}

/** All stored datasets, newest import first; those that cannot be read last. */
export async function listDatasets(connection: Connection): Promise<ListedDataset[]> {
  const [ids, records, results] = await connection.use((database) => {
    const transaction = database.transaction(['datasets', 'groupings']);
    const store = transaction.objectStore('datasets');
    return Promise.all([store.getAllKeys(), store.getAll(), transaction.objectStore('groupings').getAll()]);
  }, READ_MS);
  const found = new Map<string, number>();
  for (const result of results) {
    const dataset = datasetOfResult(result.id);
    found.set(dataset, (found.get(dataset) ?? 0) + bytesOf(result));
  }
  const listed = records.map((record: unknown, index): ListedDataset => {
    const id = ids[index]!;
    const stored = readStoredDataset(record);
    const bytes = bytesOf(record) + (found.get(id) ?? 0);
    return 'damaged' in stored
      ? { header: unreadableHeader(id, stored.name), bytes, damaged: true }
      : { header: stored.header, bytes, damaged: false };
  });
  return listed.sort((a, b) => b.header.importedAt - a.header.importedAt);
}

/** @throws TroubleError where there is no such dataset, or none that can be read */
export async function renameDataset(connection: Connection, id: string, name: string): Promise<void> {
  await connection.use(async (database) => {
    const transaction = database.transaction('datasets', 'readwrite');
    const record = await transaction.store.get(id);
    if (record === undefined) throw datasetGone();
    const stored = readStoredDataset(record);
    if ('damaged' in stored) throw datasetDamaged(stored.name || id, stored.why);
    await transaction.store.put({ ...stored, header: { ...stored.header, name } });
    await transaction.done;
  });
}

function unreadableHeader(id: string, name: string): DatasetHeader {
  return {
    id,
    name: name || 'Unreadable dataset',
    origin: 'files',
    files: [],
    importedAt: 0,
    balance: { records: 0, assets: 0, repeated: 0, skipped: 0 },
    skipped: [],
    unreadable: {},
    fieldsSeen: [],
  };
}
