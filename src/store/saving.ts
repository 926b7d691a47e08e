import type { Dataset } from '../model/dataset';
import type { Watch } from '../model/progress';
import { CHUNKS_AT_ONCE, chunkCount, chunkLength, cutChunk, sumOf } from './chunks';
import type { Connection } from './connection';
import { layOut } from './layout';
import type { Database, StoredDataset } from './schema';
import { STORED_DATASET_VERSION } from './schema';
import { storageFailed } from './troubles';

/** All chunks of one save. */
export function chunksOf(content: string): IDBKeyRange {
  return IDBKeyRange.bound([content, 0], [content, Number.MAX_SAFE_INTEGER]);
}

/**
 * Writes a dataset: chunks first, 16 MB a transaction, then the header with the sums. On any failure, and when
 * cancelled, what was written is taken away again, and what was stored of the dataset before still stands.
 * `content` names the chunks; no other save may use it.
 */
export async function saveDataset(
  connection: Connection,
  dataset: Dataset,
  content: string,
  watch: Watch,
): Promise<StoredDataset> {
  const { layout, arrays } = layOut(dataset);
  const count = chunkCount(layout.bytes);
  const sums = new Uint32Array(count);
  try {
    for (let first = 0; first < count; first += CHUNKS_AT_ONCE) {
      const chunks: ArrayBuffer[] = [];
      for (let chunk = first; chunk < Math.min(first + CHUNKS_AT_ONCE, count); chunk++) {
        const bytes = cutChunk(arrays, layout.bytes, chunk);
        sums[chunk] = sumOf(bytes);
        chunks.push(bytes);
        await watch.pause();
      }
      await connection.use((database) => putChunks(database, content, first, chunks));
      const done = Math.min((first + CHUNKS_AT_ONCE) * chunkLength(layout.bytes, 0), layout.bytes);
      watch.report({ phase: 'Keeping in this browser', done, total: layout.bytes, unit: 'bytes' });
      await watch.pause();
    }
    const stored: StoredDataset = {
      id: dataset.header.id,
      version: STORED_DATASET_VERSION,
      header: dataset.header,
      size: dataset.size,
      bytes: layout.bytes,
      layout,
      content,
      sums,
    };
    await connection.use((database) => putHeader(database, stored, count));
    return stored;
  } catch (error) {
    await connection.use((database) => database.delete('chunks', chunksOf(content))).catch(() => undefined);
    throw error;
  }
}

async function putChunks(
  database: Database,
  content: string,
  first: number,
  chunks: readonly ArrayBuffer[],
): Promise<void> {
  const transaction = database.transaction('chunks', 'readwrite');
  // A failed put also aborts the transaction, whose error is the one that counts.
  chunks.forEach((bytes, index) => {
    transaction.store.put(bytes, [content, first + index]).catch(() => undefined);
  });
  await transaction.done;
}

/** The header goes in only if every chunk is there: another tab may have taken some for leftovers. */
async function putHeader(database: Database, stored: StoredDataset, count: number): Promise<void> {
  const transaction = database.transaction(['datasets', 'chunks'], 'readwrite');
  const there = await transaction.objectStore('chunks').count(chunksOf(stored.content));
  if (there !== count) {
    transaction.abort();
    await transaction.done.catch(() => undefined);
    throw storageFailed(`${count - there} of ${count} parts were gone before the dataset was complete`);
  }
  const before = await transaction.objectStore('datasets').get(stored.id);
  if (before !== undefined) void transaction.objectStore('chunks').delete(chunksOf(before.content));
  transaction
    .objectStore('datasets')
    .put(stored)
    .catch(() => undefined);
  await transaction.done;
}
