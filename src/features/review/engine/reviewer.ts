import * as v from 'valibot';
import type { EngineKit } from '../../../worker/kit';

/** The name under which decisions are made, and where the review was left: in the store where there is one. */
export interface Reviewer {
  ready(): Promise<void>;
  name(): string;
  rename(name: string): Promise<void>;
}

const AREA = 'review';
const KEPT = v.looseObject({ by: v.pipe(v.string(), v.maxLength(200)) });

export function createReviewer({ cache }: EngineKit): Reviewer {
  let by = '';
  let reading: Promise<void> | null = null;
  const read = async () => {
    const store = await cache.store();
    const kept = await store?.area(AREA).read();
    if (v.is(KEPT, kept)) by = kept.by;
  };
  cache.onRemoveAll(() => {
    by = '';
  });
  return {
    ready: () => {
      reading ??= read().catch(() => undefined);
      return reading;
    },
    name: () => by,
    rename: async (name) => {
      by = name.trim().slice(0, 200);
      const store = (await cache.isOn()) ? await cache.store() : null;
      await store
        ?.area(AREA)
        .write({ by })
        .catch((error: unknown) => cache.failed(error));
    },
  };
}
