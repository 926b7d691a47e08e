import type { Dataset } from '../model/dataset';
import type { Watch } from '../model/progress';
import { placeOf } from './arrays';
import { firstSumOf, sumOf } from './chunks';
import type { Connection } from './connection';
import { makeArrays, putTogether } from './layout';
import { STORED_DATASET_VERSION, type StoredDataset } from './schema';
import { readStoredDataset } from './stored-shapes';
import { readStream } from './streams';
import { datasetDamaged, datasetGone, datasetNewer } from './troubles';

/** A dataset that came out of the store, and the name of what was read. */
export interface OpenedStored {
  readonly dataset: Dataset;
  readonly content: string;
}

/** Puts a stored dataset together again. Throws a `TroubleError` if it is gone, damaged or too new. */
export async function openStored(connection: Connection, id: string, watch: Watch): Promise<OpenedStored> {
  const record: unknown = await connection.use((database) => database.get('datasets', id));
  if (record === undefined) throw datasetGone();
  const stored = readStoredDataset(record);
  if ('damaged' in stored)
    throw datasetDamaged(stored.name || id, `its record cannot be read (${stored.why})`);
  if (stored.version > STORED_DATASET_VERSION) throw datasetNewer(stored.header.name);
  const arrays = makeArrays(stored.layout);
  const placed = [...arrays].map(([array, values]) => placeOf(array, values));
  const sum = stored.version === 1 ? firstSumOf : sumOf;
  await readStream(connection, stored, placed, sum, watch, (chunk, of, why, missing) => {
    const damaged = datasetDamaged(stored.header.name, `part ${chunk + 1} of ${of} ${why}`);
    return missing ? goneOr(connection, stored, damaged) : Promise.resolve(damaged);
  });
  try {
    const { header, size, content } = stored;
    return { dataset: { header, size, ...putTogether(stored.layout, arrays) }, content };
  } catch (error) {
    if (error instanceof RangeError) throw datasetDamaged(stored.header.name, error.message);
    throw error;
  }
}

/** A chunk is also missing when another tab deletes the dataset, or keeps it anew, just now. */
async function goneOr(connection: Connection, stored: StoredDataset, damaged: Error): Promise<Error> {
  const now = await connection.use((database) => database.get('datasets', stored.id));
  return now?.content === stored.content ? damaged : datasetGone();
}
