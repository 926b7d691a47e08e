import * as v from 'valibot';
import { QUEUE_ORDERS, QUEUE_PARTS, type QueuePart } from '../../../model/review-queue';
import type { EngineKit } from '../../../worker/kit';
import type { QueueQuery } from '../types';

/** Where a queue was left. */
export interface Place {
  readonly query: QueueQuery;
  /** The question that was shown last. */
  readonly item: string | null;
}

/** Where the review of a dataset was left, and where each other part of the queue was. */
export interface LeftPlace extends Place {
  readonly parts?: Partial<Readonly<Record<QueuePart, Place>>>;
}

const AREA = 'review';
const QUEUE = v.looseObject({
  query: v.looseObject({
    part: v.picklist(QUEUE_PARTS),
    order: v.picklist(QUEUE_ORDERS),
    cause: v.nullable(v.string()),
    strength: v.nullable(v.picklist(['strong', 'likely', 'weak'])),
  }),
  item: v.nullable(v.string()),
});
const PLACE = v.looseObject({
  ...QUEUE.entries,
  parts: v.optional(v.partial(v.looseObject(Object.fromEntries(QUEUE_PARTS.map((part) => [part, QUEUE]))))),
});

/** The place by dataset: in memory at once, and in the store as soon as that can be. */
export interface Places {
  read(datasetId: string): Promise<LeftPlace | null>;
  write(datasetId: string, place: Place): void;
}

export function createPlaces({ cache }: EngineKit): Places {
  const known = new Map<string, LeftPlace>();
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
      if (!v.is(PLACE, kept)) return null;
      // What was shown while the store answered is newer.
      const place = known.get(datasetId) ?? (kept as unknown as LeftPlace);
      known.set(datasetId, place);
      return place;
    },
    write: (datasetId, place) => {
      const parts = { ...known.get(datasetId)?.parts, [place.query.part]: place };
      known.set(datasetId, { ...place, parts });
      if (writing.has(datasetId)) return;
      writing.add(datasetId);
      void keep(datasetId).catch(() => writing.delete(datasetId));
    },
  };
}
