import type { Store } from '../../../store/store';
import type { EngineKit } from '../../../worker/kit';
import { DEFAULT_SENSOR_SETTINGS, readSensorSettings } from '../settings';
import type { SensorSettings } from '../types/settings';
import type { SensorScope } from '../types/view';

/** The settings that hold for a dataset, and for which datasets they hold. */
export interface HeldSettings {
  readonly settings: SensorSettings;
  readonly scope: SensorScope;
}

/** Sensor settings by dataset: one set for all, or one of its own. */
export interface StoredSensorSettings {
  read(datasetId: string): Promise<HeldSettings>;
  write(datasetId: string, held: HeldSettings): Promise<void>;
  /** Whether settings outlast the page. */
  isKept(): Promise<boolean>;
}

/** The area of the store. */
const AREA = 'sensor';
/** Stands for all datasets. */
const ALL = '';

/**
 * Keeps sensor settings in the store where there is one, else in memory: they hold as long as the page is open,
 * whatever the browser allows. Those of a dataset that is not kept yet are written once it is.
 */
export function createStoredSettings({ cache, background }: EngineKit): StoredSensorSettings {
  /** What the store does not have, by the dataset's id; `null`: no settings of its own. */
  const memory = new Map<string, SensorSettings | null>();
  const valueIn = (store: Store, datasetId: string) =>
    datasetId === ALL ? store.area(AREA) : store.area(AREA).of(datasetId);
  const readOne = async (datasetId: string): Promise<SensorSettings | null> => {
    const known = memory.get(datasetId);
    if (known !== undefined) return known;
    const store = await cache.store();
    const kept =
      store === null
        ? undefined
        : await valueIn(store, datasetId)
            .read()
            .catch(() => undefined);
    const reading = kept === undefined ? null : readSensorSettings(kept);
    return reading?.ok ? reading.value : null;
  };
  const writeTo = async (store: Store | null, datasetId: string, settings: SensorSettings | null) => {
    if (store === null) return;
    try {
      const written = await valueIn(store, datasetId).write(settings ?? undefined);
      if (written && memory.get(datasetId) === settings) memory.delete(datasetId);
    } catch (error) {
      cache.failed(error);
    }
  };
  const writeOne = async (datasetId: string, settings: SensorSettings | null) => {
    memory.set(datasetId, settings);
    await writeTo((await cache.isOn()) ? await cache.store() : null, datasetId, settings);
  };
  background.addStep(async ({ dataset: { header } }, store) => {
    const waiting = memory.get(header.id);
    if (waiting !== undefined) await writeTo(store, header.id, waiting);
  });
  return {
    read: async (datasetId) => {
      const alone = await readOne(datasetId);
      if (alone !== null) return { settings: alone, scope: 'dataset' };
      return { settings: (await readOne(ALL)) ?? DEFAULT_SENSOR_SETTINGS, scope: 'all' };
    },
    write: async (datasetId, { settings, scope }) => {
      if (scope === 'all') await writeOne(ALL, settings);
      await writeOne(datasetId, scope === 'all' ? null : settings);
    },
    isKept: async () => (await cache.isOn()) && (await cache.state()).mode === 'on',
  };
}
