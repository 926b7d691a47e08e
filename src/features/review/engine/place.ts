import * as v from 'valibot';
import type { EngineKit } from '../../../worker/kit';
import { QUEUE_ORDERS, QUEUE_PARTS, type QueueQuery } from '../types';

/** Where the review of a dataset was left. */
export interface Place {
  readonly query: QueueQuery;
  /** The question that was shown last. */
  readonly item: string | null;
}

const AREA = 'review';
const PLACE = v.looseObject({
  query: v.looseObject({
    part: v.picklist(QUEUE_PARTS),
    order: v.picklist(QUEUE_ORDERS),
    cause: v.nullable(v.string()),
    strength: v.nullable(v.picklist(['strong', 'likely', 'weak'])),
  }),
  item: v.nullable(v.string()),
});

/** The place by dataset: in memory at once, and in the store as soon as that can be. */
export interface Places {
  read(datasetId: string): Promise<Place | null>;
  write(datasetId: string, place: Place): void;
}

export function createPlaces({ cache }: EngineKit): Places {
  const known = new Map<string, Place>();
  const writing = new Set<string>();
  cache.onRemoveAll(() => known.clear());
  const keep = async (datasetId: string) => {
    const store = (await cache.isOn()) ? await cache.store() : null;
    writing.delete(datasetId);
    // Losing a place costs a search, no decision.
    await store?.area(AREA).of(datasetId).write(known.get(datasetId));
  };
  return {
    read: async (datasetId) => {
      const here = known.get(datasetId);
      if (here !== undefined) return here;
      const store = await cache.store();
      const kept = await store
        ?.area(AREA)
        .of(datasetId)
        .read()
        .catch(() => undefined);
      return v.is(PLACE, kept) ? (kept as unknown as Place) : null;
    },
    write: (datasetId, place) => {
      known.set(datasetId, place);
      if (writing.has(datasetId)) return;
      writing.add(datasetId);
      void keep(datasetId).catch(() => writing.delete(datasetId));
    },
  };
}
