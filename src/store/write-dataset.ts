import type { Dataset } from '../model/dataset';
import type { Watch } from '../model/progress';
import { chunkCount } from './chunks';
import type { Connection } from './connection';
import { layOut } from './layout';
import { dropResults, resultsOf } from './results';
import type { Database, StoredDataset } from './schema';
import { STORED_DATASET_VERSION } from './schema';
import { contentOf } from './stored-shapes';
import { chunksOf, writeStream } from './streams';
import { storageFailed } from './troubles';

/**
 * Writes a dataset: chunks first, then the header with the sums. On any failure, and when cancelled, what was
 * written is taken away again, and what was stored of the dataset before still stands. `content` names the
 * chunks; no other save may use it.
 */
export async function saveDataset(
  connection: Connection,
  dataset: Dataset,
  content: string,
  watch: Watch,
): Promise<StoredDataset> {
  const { layout, arrays } = layOut(dataset);
  try {
    const stream = await writeStream(connection, content, layout.bytes, arrays, watch);
    const stored: StoredDataset = {
      id: dataset.header.id,
      version: STORED_DATASET_VERSION,
      header: dataset.header,
      size: dataset.size,
      layout,
      ...stream,
    };
    await connection.use((database) => putHeader(database, stored, chunkCount(layout.bytes)));
    return stored;
  } catch (error) {
    await connection.use((database) => database.delete('chunks', chunksOf(content))).catch(() => undefined);
    throw error;
  }
}

/** The header goes in only if every chunk is there: another tab may have taken some for leftovers. */
async function putHeader(database: Database, stored: StoredDataset, count: number): Promise<void> {
  const transaction = database.transaction(['datasets', 'chunks', 'groupings'], 'readwrite');
  const there = await transaction.objectStore('chunks').count(chunksOf(stored.content));
  if (there !== count) {
    transaction.abort();
    await transaction.done.catch(() => undefined);
    throw storageFailed(`${count - there} of ${count} parts were gone before the dataset was complete`);
  }
  const before = await transaction.objectStore('datasets').get(stored.id);
  const content = contentOf(before);
  if (content !== null) void transaction.objectStore('chunks').delete(chunksOf(content));
  await dropResults(transaction, resultsOf(stored.id));
  transaction
    .objectStore('datasets')
    .put(stored)
    .catch(() => undefined);
  await transaction.done;
}
