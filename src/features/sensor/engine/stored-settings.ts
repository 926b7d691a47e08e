import type { Keeper } from '../../../worker/dataset-cache';
import { DEFAULT_SENSOR_SETTINGS, readSensorSettings } from '../settings';
import type { SensorSettings } from '../types/settings';
import type { SensorScope } from '../types/view';

/** The settings that hold for a dataset, and for which datasets they hold. */
export interface HeldSettings {
  readonly settings: SensorSettings;
  readonly scope: SensorScope;
}

/** Sensor settings by dataset: one set for all, or one of its own. */
export interface SensorSettingsKeeper {
  read(datasetId: string): Promise<HeldSettings>;
  write(datasetId: string, held: HeldSettings): Promise<void>;
  /** Whether settings outlast the page. */
  isKept(): Promise<boolean>;
}

const SHARED = 'sensor';
const own = (datasetId: string) => `sensor/${datasetId}`;

/**
 * Keeps sensor settings in the store where there is one, else in memory: they hold as long as the page is
 * open, whatever the browser allows.
 */
export function createSensorSettings(keeper: Keeper): SensorSettingsKeeper {
  /** What the store does not have. */
  const memory = new Map<string, SensorSettings | null>();
  const readOne = async (name: string): Promise<SensorSettings | null> => {
    const known = memory.get(name);
    if (known !== undefined) return known;
    const store = await keeper.store();
    const kept: unknown = await store?.readSetting(name).catch(() => undefined);
    const reading = kept === undefined ? null : readSensorSettings(kept);
    return reading?.ok ? reading.value : null;
  };
  const writeOne = async (name: string, settings: SensorSettings | null) => {
    memory.set(name, settings);
    const store = (await keeper.isOn()) ? await keeper.store() : null;
    if (store === null) return;
    try {
      await store.writeSetting(name, settings ?? undefined);
      memory.delete(name);
    } catch (error) {
      keeper.failed(error);
    }
  };
  return {
    read: async (datasetId) => {
      const alone = await readOne(own(datasetId));
      if (alone !== null) return { settings: alone, scope: 'dataset' };
      return { settings: (await readOne(SHARED)) ?? DEFAULT_SENSOR_SETTINGS, scope: 'all' };
    },
    write: async (datasetId, { settings, scope }) => {
      if (scope === 'all') await writeOne(SHARED, settings);
      await writeOne(own(datasetId), scope === 'all' ? null : settings);
    },
    isKept: async () => (await keeper.isOn()) && (await keeper.state()).mode === 'on',
  };
}
