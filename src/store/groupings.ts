import type { IDBPTransaction } from 'idb';
import type { Grouping } from '../model/grouping';
import { CancelledError } from '../model/outcome';
import type { Watch } from '../model/progress';
import { makeArray, type Numbers, Placing, placeOf } from './arrays';
import { chunkCount, sumOf } from './chunks';
import type { Connection } from './connection';
import { groupingFrom, partsOf } from './grouping-shape';
import { type Database, type Schema, STORED_GROUPING_VERSION, type StoredGrouping } from './schema';
import { chunksOf, readStream, writeStream } from './streams';

/** Which grouping is meant: of which dataset, as it was kept under which name, found how. */
type Which = Pick<StoredGrouping, 'id' | 'foundIn' | 'key'>;

/**
 * Writes what was found in a dataset: chunks, then the record, if the dataset is still there as it was. On any
 * failure, and when cancelled, nothing of it is left, and what was kept before still stands.
 */
export async function saveGrouping(
  connection: Connection,
  which: Which,
  grouping: Grouping,
  content: string,
  watch: Watch,
): Promise<void> {
  const placing = new Placing();
  const parts = placing.placeAll(partsOf(grouping));
  const { ignored, sharedWidely, summary } = grouping;
  let written = false;
  try {
    const stream = await writeStream(connection, content, placing.bytes, placing.arrays, watch);
    const version = STORED_GROUPING_VERSION;
    const stored = { ...which, version, parts, ignored, sharedWidely, summary, ...stream };
    written = await connection.use((database) => putGrouping(database, stored));
  } finally {
    if (!written)
      await connection.use((database) => database.delete('chunks', chunksOf(content))).catch(() => undefined);
  }
}

/** Puts the record in the place of the one before, if its dataset and all its chunks are there; answers whether. */
async function putGrouping(database: Database, stored: StoredGrouping): Promise<boolean> {
  const transaction = database.transaction(['datasets', 'chunks', 'groupings'], 'readwrite');
  const [dataset, chunks] = await Promise.all([
    transaction.objectStore('datasets').get(stored.id),
    transaction.objectStore('chunks').count(chunksOf(stored.content)),
  ]);
  const fits = dataset?.content === stored.foundIn && chunks === chunkCount(stored.bytes);
  if (fits) {
    await dropGrouping(transaction, stored.id);
    transaction
      .objectStore('groupings')
      .put(stored)
      .catch(() => undefined);
  }
  await transaction.done;
  return fits;
}

/** Takes away what was found in a dataset, within the transaction that changes the dataset. */
export async function dropGrouping(
  transaction: IDBPTransaction<Schema, ('chunks' | 'groupings' | 'datasets' | 'settings')[], 'readwrite'>,
  id: string,
): Promise<void> {
  const before = await transaction.objectStore('groupings').get(id);
  if (before === undefined) return;
  void transaction.objectStore('groupings').delete(id);
  if (typeof before.content === 'string')
    void transaction.objectStore('chunks').delete(chunksOf(before.content));
}

/** Reads what was found in a dataset of that size. `null` unless it is there, whole, and could have been found in it. */
export async function openGrouping(
  connection: Connection,
  { id, foundIn, key }: Which,
  size: number,
  watch: Watch,
): Promise<Grouping | null> {
  try {
    const stored = await connection.use((database) => database.get('groupings', id));
    if (stored?.version !== STORED_GROUPING_VERSION) return null;
    if (stored.foundIn !== foundIn || stored.key !== key) return null;
    const arrays = Object.entries(stored.parts).map(([name, part]) => ({
      name,
      part,
      values: makeArray(part),
    }));
    const placed = arrays.map(({ part, values }) => placeOf(part, values));
    await readStream(connection, stored, placed, sumOf, watch, (_chunk, _of, why) =>
      Promise.resolve(new Error(why)),
    );
    const parts: Record<string, Numbers> = Object.fromEntries(
      arrays.map(({ name, values }) => [name, values]),
    );
    return groupingFrom(parts, stored, size);
  } catch (error) {
    // Whatever is wrong with it, it can be found again.
    if (error instanceof CancelledError) throw error;
    return null;
  }
}
