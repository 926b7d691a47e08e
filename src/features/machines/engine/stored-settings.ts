import type { EngineKit } from '../../../worker/kit';
import { DEFAULT_JUDGEMENT_SETTINGS, readJudgementSettings } from '../settings';
import type { JudgementSettings } from '../types';

/** The settings of the judgement, for all datasets: in the store where there is one, else in memory. */
export interface StoredJudgementSettings {
  /** Reads what was kept, once. Never waits longer than the store's own limits. */
  ready(): Promise<void>;
  current(): JudgementSettings;
  write(settings: JudgementSettings): Promise<void>;
}

const AREA = 'machines';

export function createStoredSettings({ cache }: EngineKit): StoredJudgementSettings {
  let held = DEFAULT_JUDGEMENT_SETTINGS;
  let reading: Promise<void> | null = null;
  const read = async () => {
    const store = await cache.store();
    const kept = await store
      ?.area(AREA)
      .read()
      .catch(() => undefined);
    if (kept !== undefined) held = readJudgementSettings(kept);
  };
  return {
    ready: () => {
      reading ??= read().catch(() => undefined);
      return reading;
    },
    current: () => held,
    write: async (settings) => {
      held = readJudgementSettings(settings);
      const store = (await cache.isOn()) ? await cache.store() : null;
      await store
        ?.area(AREA)
        .write(held)
        .catch((error: unknown) => cache.failed(error));
    },
  };
}
