import type { DatasetCache } from '../../../worker/dataset-cache';
import { readHandOverSettings } from '../settings';
import type { HandOverSettings } from '../types';

const AREA = 'handOver';

/** The settings of the kit, for all datasets: in the store where there is one, else in memory. */
export function createStoredSettings(cache: DatasetCache) {
  let held: HandOverSettings | null = null;
  return {
    read: async (): Promise<HandOverSettings> => {
      if (held !== null) return held;
      const store = await cache.store();
      const kept = await store
        ?.area(AREA)
        .read()
        .catch(() => undefined);
      held ??= readHandOverSettings(kept);
      return held;
    },
    write: async (settings: HandOverSettings): Promise<void> => {
      held = settings;
      const store = (await cache.isOn()) ? await cache.store() : null;
      await store
        ?.area(AREA)
        .write(settings)
        .catch((error: unknown) => cache.failed(error));
    },
  };
}
