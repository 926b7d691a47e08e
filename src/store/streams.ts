import { letGo } from '../model/free-buffer';
import type { Watch } from '../model/progress';
import type { PlacedArray } from './arrays';
import { CHUNKS_AT_ONCE, chunkCount, chunkLength, packChunk, sumOf, unpackChunk } from './chunks';
import type { Connection } from './connection';
import type { Database } from './schema';
import type { StoredStream } from './stored-stream';

/** Transactions of 16 MB that are under way while chunks are unpacked. */
const BATCHES_AHEAD = 3;

/** All chunks of one save. */
export function chunksOf(content: string): IDBKeyRange {
  return IDBKeyRange.bound([content, 0], [content, Number.MAX_SAFE_INTEGER]);
}

/** Writes the chunks, 16 MB a transaction, and answers with their sums. Whoever calls it takes them away on a failure. */
export async function writeStream(
  connection: Connection,
  content: string,
  bytes: number,
  arrays: readonly PlacedArray[],
  watch: Watch,
): Promise<StoredStream> {
  const count = chunkCount(bytes);
  const sums = new Uint32Array(count);
  for (let first = 0; first < count; first += CHUNKS_AT_ONCE) {
    const chunks: ArrayBuffer[] = [];
    for (let chunk = first; chunk < Math.min(first + CHUNKS_AT_ONCE, count); chunk++) {
      const packed = packChunk(arrays, bytes, chunk);
      sums[chunk] = sumOf(packed);
      chunks.push(packed);
      await watch.pause();
    }
    await connection.use((database) => putChunks(database, content, first, chunks));
    const done = Math.min((first + CHUNKS_AT_ONCE) * chunkLength(bytes, 0), bytes);
    watch.report({ phase: 'Keeping in this browser', done, total: bytes, unit: 'bytes' });
    await watch.pause();
  }
  return { bytes, content, sums };
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
    // `put` has cloned it already.
    letGo(new Uint8Array(bytes));
  });
  await transaction.done;
}

/** Fills the arrays from the chunks, whose sums `sum` made. `fault` makes the error for a chunk that is not as it was written. */
export async function readStream(
  connection: Connection,
  { bytes, content, sums }: StoredStream,
  arrays: readonly PlacedArray[],
  sum: typeof sumOf,
  watch: Watch,
  fault: (chunk: number, of: number, why: string, missing: boolean) => Promise<Error>,
): Promise<void> {
  const count = chunkCount(bytes);
  // The browser reads the next chunks while these are unpacked. If one batch turns out to be damaged, nobody waits
  // for those after it.
  const reading: Promise<Map<number, unknown>>[] = [];
  const readOn = (first: number) => {
    const batch = readSome(connection, content, first);
    batch.catch(() => undefined);
    reading.push(batch);
  };
  for (let batch = 0; batch < BATCHES_AHEAD; batch++) readOn(batch * CHUNKS_AT_ONCE);
  for (let first = 0; first < count; first += CHUNKS_AT_ONCE) {
    const chunks = (await reading.shift())!;
    readOn(first + BATCHES_AHEAD * CHUNKS_AT_ONCE);
    for (let chunk = first; chunk < Math.min(first + CHUNKS_AT_ONCE, count); chunk++) {
      const found = chunks.get(chunk);
      if (found === undefined) throw await fault(chunk, count, 'is missing', true);
      if (!(found instanceof ArrayBuffer) || found.byteLength !== chunkLength(bytes, chunk))
        throw await fault(chunk, count, 'has the wrong length', false);
      if (sum(found) !== sums[chunk]) throw await fault(chunk, count, 'is not what was written', false);
      unpackChunk(arrays, chunk, found);
      await watch.pause();
    }
    const done = Math.min((first + CHUNKS_AT_ONCE) * chunkLength(bytes, 0), bytes);
    watch.report({ phase: 'Opening', done, total: bytes, unit: 'bytes' });
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
