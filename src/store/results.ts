import type { IDBPTransaction } from 'idb';
import { CancelledError } from '../model/outcome';
import type { Watch } from '../model/progress';
import { LayoutWriter, makeArray, type Numbers, placeOf } from './arrays';
import { chunkCount, sumOf } from './chunks';
import type { Connection } from './connection';
import {
  type Database,
  datasetOfResult,
  type Schema,
  STORED_RESULT_VERSION,
  type StoredResult,
} from './schema';
import { readStoredResult } from './stored-shapes';
import { chunksOf, readStream, writeStream } from './streams';

/** A result as it is kept beside its dataset: arrays of numbers by name, and one value that can be cloned. */
export interface Result {
  readonly parts: Readonly<Record<string, Numbers>>;
  readonly figures: unknown;
}

/** Which result is meant: of which area and dataset, as that was kept under which name, made how. */
export type WhichResult = Pick<StoredResult, 'id' | 'foundIn' | 'key'>;

/**
 * Writes a result: chunks, then the record, if the dataset is still there as it was. On any failure, and when
 * cancelled, nothing of it is left, and what was kept before still stands.
 */
export async function saveResult(
  connection: Connection,
  which: WhichResult,
  { parts, figures }: Result,
  content: string,
  watch: Watch,
): Promise<void> {
  const writer = new LayoutWriter();
  const placed = writer.placeAll(parts);
  let written = false;
  try {
    const stream = await writeStream(connection, content, writer.bytes, writer.arrays, watch);
    const stored = { ...which, version: STORED_RESULT_VERSION, parts: placed, figures, ...stream };
    written = await connection.use((database) => putResult(database, stored));
  } finally {
    if (!written)
      await connection.use((database) => database.delete('chunks', chunksOf(content))).catch(() => undefined);
  }
}

/** Puts the record in the place of the one before, if its dataset and all its chunks are there; answers whether. */
async function putResult(database: Database, stored: StoredResult): Promise<boolean> {
  const transaction = database.transaction(['datasets', 'chunks', 'groupings'], 'readwrite');
  const [dataset, chunks] = await Promise.all([
    transaction.objectStore('datasets').get(datasetOfResult(stored.id)),
    transaction.objectStore('chunks').count(chunksOf(stored.content)),
  ]);
  const fits = dataset?.content === stored.foundIn && chunks === chunkCount(stored.bytes);
  if (fits) {
    await dropResults(transaction, IDBKeyRange.only(stored.id));
    transaction
      .objectStore('groupings')
      .put(stored)
      .catch(() => undefined);
  }
  await transaction.done;
  return fits;
}

/** All results of a dataset, of whichever area: their ids are the dataset's, and `ID/area`. */
export function resultsOf(dataset: string): IDBKeyRange {
  return IDBKeyRange.bound(dataset, `${dataset}/\uffff`);
}

/** A transaction that may change what a result consists of; one over more object stores is one too. */
export type ResultTransaction = IDBPTransaction<
  Schema,
  ('chunks' | 'groupings' | 'datasets' | 'settings')[],
  'readwrite'
>;

/** Takes results away, within the transaction that changes their dataset. */
export async function dropResults(transaction: ResultTransaction, range: IDBKeyRange): Promise<void> {
  const results = transaction.objectStore('groupings');
  for (const before of await results.getAll(range)) {
    if (typeof before.content === 'string')
      void transaction.objectStore('chunks').delete(chunksOf(before.content));
  }
  void results.delete(range);
}

/** Reads a result. `null` unless it is there, whole, and made in that dataset and way. */
export async function openResult(
  connection: Connection,
  { id, foundIn, key }: WhichResult,
  watch: Watch,
): Promise<Result | null> {
  try {
    const stored = readStoredResult(await connection.use((database) => database.get('groupings', id)));
    if (stored === null || stored.foundIn !== foundIn || stored.key !== key) return null;
    const arrays = Object.entries(stored.parts).map(([name, part]) => ({
      name,
      part,
      values: makeArray(part),
    }));
    const placed = arrays.map(({ part, values }) => placeOf(part, values));
    await readStream(connection, stored, placed, sumOf, watch, (_chunk, _of, why) =>
      Promise.resolve(new Error(why)),
    );
    return {
      parts: Object.fromEntries(arrays.map(({ name, values }) => [name, values])),
      figures: stored.figures,
    };
  } catch (error) {
    // Whatever is wrong with it, it can be made again.
    if (error instanceof CancelledError) throw error;
    return null;
  }
}
