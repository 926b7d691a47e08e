import { DEFAULT_SETTINGS, readSettings } from '../detect/settings';
import { preparePartThreads, readPartsBy } from '../import/parts/part-threads';
import type { Watch } from '../model/progress';
import type { openStore, Store } from '../store/store';
import type { KitCalls } from './api';
import { type Background, createBackground, DETECTION_AREA } from './background';
import { createDatasetCache, type DatasetCache } from './dataset-cache';
import { groupingKey } from './grouping-key';
import { createJobs, type Jobs } from './jobs';
import { measure } from './measure';
import { outcomeOf } from './outcomes';
import { createSession, type Session, type ToOpen } from './session';

/** What the engine of each feature is given. */
export interface EngineKit {
  readonly session: Session;
  readonly jobs: Jobs;
  readonly cache: DatasetCache;
  readonly background: Background;
}

/** One kit for each worker. @param open how the store is opened; a test opens it another way */
export function createKit(open: typeof openStore): EngineKit {
  const session = createSession();
  const cache = createDatasetCache(open);
  return { session, jobs: createJobs(), cache, background: createBackground(session, cache) };
}

/** The calls that every page with a worker needs. */
export function createKitCalls({ session, jobs, cache }: EngineKit): KitCalls {
  return {
    attach: (place, tab, onNotice, script) => {
      readPartsBy(script ?? null);
      return outcomeOf('Starting', () => cache.attach(place, tab, onNotice));
    },
    ping: () => outcomeOf('Answering', () => undefined),
    prepareImport: () => outcomeOf('Getting ready to read', preparePartThreads),
    cancel: () => outcomeOf('Cancelling', jobs.cancel),
    openDataset: (id, onProgress) =>
      jobs.run('result', 'Opening the dataset', onProgress, async (watch) => {
        const store = await cache.requireStore();
        return session.open(await measure('reading back', () => readBack(store, id, watch)), watch);
      }),
    closeDataset: () =>
      outcomeOf('Closing the dataset', () => {
        jobs.cancel();
        session.close();
        cache.tell({ kind: 'cached', id: null });
      }),
    lastCrash: () =>
      outcomeOf('Looking for broken-off imports', async () => (await cache.store())?.lastCrash() ?? null),
  };
}

/** A kept dataset, the settings that were used on it last, and what was found under them, if that was kept too. */
async function readBack(store: Store, id: string, watch: Watch): Promise<ToOpen> {
  const dataset = await store.open(id, watch);
  const kept = await store
    .area(DETECTION_AREA)
    .of(id)
    .read()
    .catch(() => undefined);
  const settings = settingsFrom(kept);
  const found = await store.openGrouping(dataset, groupingKey(settings), watch);
  return { dataset, settings, found, sources: [], stored: found === null ? 'dataset' : 'all' };
}

/** The default where there are none that can be read. */
function settingsFrom(kept: unknown) {
  try {
    return kept === undefined ? DEFAULT_SETTINGS : readSettings(kept);
  } catch {
    return DEFAULT_SETTINGS;
  }
}
