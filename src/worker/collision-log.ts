import * as v from 'valibot';
import type { DatasetCache } from './dataset-cache';

/** A record that describes several machines, as a comparison with another dataset showed. */
export interface FoundCollision {
  readonly assetId: string;
  readonly why: string;
}

/**
 * Collisions that comparisons found, for the feature that compares and the one that hands over. Kept beside the dataset
 * where it is kept, else in memory as long as the worker lives.
 */
export interface CollisionLog {
  /** All that were found in a dataset, each asset id once. */
  of(datasetId: string): Promise<readonly FoundCollision[]>;
  /** Notes what the comparison with a dataset found, in the place of what it found before. */
  note(datasetId: string, comparedWith: string, found: readonly FoundCollision[]): Promise<void>;
}

const AREA = 'collisions';
const NOTED = v.object({
  version: v.literal(1),
  comparisons: v.array(
    v.object({
      comparedWith: v.string(),
      found: v.array(v.object({ assetId: v.string(), why: v.string() })),
    }),
  ),
});
type Comparisons = v.InferOutput<typeof NOTED>['comparisons'];

/** See `CollisionLog`. */
export function createCollisionLog(cache: DatasetCache): CollisionLog {
  const inMemory = new Map<string, Comparisons>();
  const read = async (datasetId: string): Promise<Comparisons> => {
    const held = inMemory.get(datasetId);
    if (held !== undefined) return held;
    const store = await cache.store();
    const kept = await store
      ?.area(AREA)
      .of(datasetId)
      .read()
      .catch(() => undefined);
    const noted = v.safeParse(NOTED, kept);
    return noted.success ? noted.output.comparisons : [];
  };
  return {
    of: async (datasetId) => {
      const all = (await read(datasetId)).flatMap(({ found }) => found);
      return [...new Map(all.map((one) => [one.assetId, one])).values()];
    },
    note: async (datasetId, comparedWith, found) => {
      const others = (await read(datasetId)).filter((one) => one.comparedWith !== comparedWith);
      const comparisons = [...others, { comparedWith, found: [...found] }];
      inMemory.set(datasetId, comparisons);
      const store = (await cache.isOn()) ? await cache.store() : null;
      const kept = await store
        ?.area(AREA)
        .of(datasetId)
        .write({ version: 1, comparisons })
        .catch((error: unknown) => {
          cache.failed(error);
          return false;
        });
      if (kept === true) inMemory.delete(datasetId);
    },
  };
}
