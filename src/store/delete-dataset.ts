import type { IDBPTransaction, StoreNames } from 'idb';
import { isValueOf } from './area';
import type { Connection } from './connection';
import { OBJECT_STORES } from './kept-data';
import { dropResults, type ResultTransaction, resultsOf } from './results';
import type { Schema } from './schema';
import { contentOf } from './stored-shapes';
import { chunksOf } from './streams';

type Deleting = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/** Deletes a dataset and all that any area keeps for it, in one transaction. */
export async function deleteDataset(connection: Connection, id: string): Promise<void> {
  await connection.use(async (database) => {
    const names = Object.keys(OBJECT_STORES) as StoreNames<Schema>[];
    const transaction = database.transaction(names, 'readwrite');
    // Before its record goes, which names them.
    await deleteChunks(transaction, id);
    for (const name of names) await deleteFrom(transaction, name, id);
    await transaction.done;
  });
}

async function deleteFrom(transaction: Deleting, name: StoreNames<Schema>, id: string): Promise<void> {
  const { ofDataset } = OBJECT_STORES[name];
  const objects = transaction.objectStore(name);
  if (ofDataset === 'key') void objects.delete(id).catch(() => undefined);
  if (ofDataset === 'first') void objects.delete(IDBKeyRange.bound([id], [id, []])).catch(() => undefined);
  if (ofDataset === 'result') await dropResults(transaction as unknown as ResultTransaction, resultsOf(id));
  if (ofDataset !== 'value') return;
  for (const key of await objects.getAllKeys())
    if (typeof key === 'string' && isValueOf(key, id)) void objects.delete(key).catch(() => undefined);
}

/** The chunks of a record that does not name them belong to nobody then: collecting garbage takes them. */
async function deleteChunks(transaction: Deleting, id: string): Promise<void> {
  const content = contentOf(await transaction.objectStore('datasets').get(id));
  if (content !== null)
    void transaction
      .objectStore('chunks')
      .delete(chunksOf(content))
      .catch(() => undefined);
}
