import type { Dataset } from '../model/dataset';
import type { Watch } from '../model/progress';
import { CHUNKS_AT_ONCE, chunkCount, chunkLength, pourChunk, sumOf } from './chunks';
import type { Connection } from './connection';
import { makeArrays, type PlacedArray, putTogether } from './layout';
import { chunksOf } from './saving';
import { readStoredDataset, STORED_DATASET_VERSION, type StoredDataset } from './schema';
import { datasetDamaged, datasetGone, datasetNewer } from './troubles';

/** Puts a stored dataset together again. Throws a `TroubleError` if it is gone, damaged or too new. */
export async function openStored(connection: Connection, id: string, watch: Watch): Promise<Dataset> {
  const record: unknown = await connection.use((database) => database.get('datasets', id));
  if (record === undefined) throw datasetGone();
  const stored = readStoredDataset(record);
  if (stored === null) throw datasetDamaged(id, 'its header cannot be read');
  if (stored.version > STORED_DATASET_VERSION) throw datasetNewer(stored.header.name);
  const arrays = makeArrays(stored.layout);
  const placed: PlacedArray[] = [...arrays].map(([{ at }, values]) => ({
    at,
    bytes: new Uint8Array(values.buffer),
  }));
  await readChunks(connection, stored, placed, watch);
  try {
    return { header: stored.header, size: stored.size, ...putTogether(stored.layout, arrays) };
  } catch (error) {
    if (error instanceof RangeError) throw datasetDamaged(stored.header.name, error.message);
    throw error;
  }
}

async function readChunks(
  connection: Connection,
  stored: StoredDataset,
  arrays: readonly PlacedArray[],
  watch: Watch,
): Promise<void> {
  const count = chunkCount(stored.bytes);
  const damaged = (chunk: number, why: string) =>
    datasetDamaged(stored.header.name, `part ${chunk + 1} of ${count} ${why}`);
  // The browser reads the next chunks while these are poured.
  let reading = readSome(connection, stored.content, 0);
  for (let first = 0; first < count; first += CHUNKS_AT_ONCE) {
    const chunks = await reading;
    reading = readSome(connection, stored.content, first + CHUNKS_AT_ONCE);
    // If this batch turns out to be damaged, nobody waits for the next.
    reading.catch(() => undefined);
    for (let chunk = first; chunk < Math.min(first + CHUNKS_AT_ONCE, count); chunk++) {
      const content = chunks.get(chunk);
      if (content === undefined) throw await goneOr(connection, stored, damaged(chunk, 'is missing'));
      if (!(content instanceof ArrayBuffer) || content.byteLength !== chunkLength(stored.bytes, chunk))
        throw damaged(chunk, 'has the wrong length');
      if (sumOf(content) !== stored.sums[chunk]) throw damaged(chunk, 'is not what was written');
      pourChunk(arrays, chunk, content);
      await watch.pause();
    }
    const done = Math.min((first + CHUNKS_AT_ONCE) * chunkLength(stored.bytes, 0), stored.bytes);
    watch.report({ phase: 'Opening', done, total: stored.bytes, unit: 'bytes' });
  }
}

/** The chunks from `first` on that one transaction reads, by number; a damaged database may hold anything. */
function readSome(connection: Connection, content: string, first: number): Promise<Map<number, unknown>> {
  const range = IDBKeyRange.bound([content, first], [content, first + CHUNKS_AT_ONCE - 1]);
  return connection.use(async (database) => {
    const { store } = database.transaction('chunks');
    const [keys, contents] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return new Map(keys.map(([, chunk], index) => [chunk, contents[index]]));
  });
}

/** A chunk is also missing when another tab deletes the dataset, or keeps it anew, just now. */
async function goneOr(connection: Connection, stored: StoredDataset, damaged: Error): Promise<Error> {
  const now = await connection.use((database) => database.get('datasets', stored.id));
  return now?.content === stored.content ? damaged : datasetGone();
}

/** Takes away a dataset: header first, so that it stops counting before its chunks go. */
export async function removeStored(connection: Connection, id: string): Promise<void> {
  await connection.use(async (database) => {
    const transaction = database.transaction(['datasets', 'chunks', 'settings'], 'readwrite');
    const stored: unknown = await transaction.objectStore('datasets').get(id);
    const content = readStoredDataset(stored)?.content;
    void transaction.objectStore('datasets').delete(id);
    // The chunks of one whose header cannot be read belong to nobody now: the next sweep takes them.
    if (content !== undefined) void transaction.objectStore('chunks').delete(chunksOf(content));
    void transaction.objectStore('settings').delete(`detection/${id}`);
    void transaction.objectStore('settings').delete(`sensor/${id}`);
    await transaction.done;
  });
}
