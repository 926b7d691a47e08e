import { findDuplicates } from '../../../detect/pipeline';
import { DEFAULT_SETTINGS, readSettings } from '../../../detect/settings';
import { TroubleError } from '../../../model/outcome';
import type { Watch } from '../../../model/progress';
import type { DetectionSettings } from '../../../model/settings';
import type { Store } from '../../../store/store';
import type { CachedDataset, EngineApi } from '../../../worker/api';
import type { Background } from '../../../worker/background';
import type { Keeper } from '../../../worker/dataset-cache';
import { groupingKey } from '../../../worker/grouping-key';
import type { Jobs } from '../../../worker/jobs';
import { timed } from '../../../worker/measure';
import { outcomeOf } from '../../../worker/outcomes';
import type { Session } from '../../../worker/session';

type DatasetsApi = Pick<
  EngineApi,
  | 'datasets'
  | 'openDataset'
  | 'closeDataset'
  | 'renameDataset'
  | 'deleteDataset'
  | 'deleteAllData'
  | 'setCaching'
  | 'cacheState'
  | 'lastCrash'
>;

/** The datasets kept in this browser, and whether new ones are. */
export function createDatasets(
  session: Session,
  jobs: Jobs,
  keeper: Keeper,
  background: Background,
): DatasetsApi {
  const openId = () => session.opened()?.dataset.header.id ?? null;
  const keepOpenOne = async () => {
    const opened = session.opened();
    const store = await keeper.store();
    if (opened === null || store === null) return;
    const { id, importedAt } = opened.dataset.header;
    const kept = await store.header(id).catch(() => null);
    // Files may have been added since it was kept.
    background.begin(opened, kept?.importedAt === importedAt ? 'dataset' : 'nothing');
  };
  return {
    datasets: () =>
      outcomeOf('Listing the datasets', async () => {
        const listed = (await (await keeper.store())?.list()) ?? [];
        return listed.map(
          ({ header, bytes, damaged }): CachedDataset => ({
            header,
            bytes,
            open: header.id === openId(),
            ...(damaged && { damaged }),
          }),
        );
      }),
    openDataset: (id, onProgress) =>
      jobs.run('result', 'Opening the dataset', onProgress, async (watch) => {
        const store = await mustStore(keeper);
        const { dataset, settings, found } = await timed('reading back', () => readBack(store, id, watch));
        const grouping = found ?? (await timed('detection', () => findDuplicates(dataset, settings, watch)));
        await watch.pause();
        const result = session.show({ dataset, grouping, settings, sources: [] });
        background.begin(session.must(), found === null ? 'dataset' : 'all');
        return result;
      }),
    closeDataset: async () => {
      jobs.cancel();
      session.close();
      keeper.tell({ kind: 'cached', id: null });
    },
    renameDataset: (id, name) =>
      outcomeOf('Renaming the dataset', async () => {
        const store = await keeper.store();
        if (openId() === id) session.rename(name);
        // One that is only in memory, or still being written, has no record yet.
        if (store !== null && (openId() !== id || (await store.header(id)) !== null))
          await store.rename(id, name);
      }),
    deleteDataset: (id) =>
      outcomeOf('Deleting the dataset', async () => {
        await background.stop(id);
        await (await keeper.store())?.remove(id);
        keeper.recovered();
        if (openId() === id) keeper.tell({ kind: 'cached', id: null });
      }),
    deleteAllData: () =>
      outcomeOf('Deleting all data', async () => {
        await background.stop(null);
        const store = await keeper.store();
        const { mode } = await keeper.state();
        await store?.removeAll();
        // The choice itself is no data of theirs; without it the next visit would keep datasets again.
        if (mode === 'off') await store?.writeSetting('caching', false);
        keeper.recovered();
        keeper.tell({ kind: 'cached', id: null });
      }),
    setCaching: async (on) => {
      const state = await keeper.choose(on);
      if (state.mode === 'on') void keepOpenOne();
      return state;
    },
    cacheState: () => keeper.state(),
    lastCrash: async () => (await keeper.store())?.lastCrash() ?? null,
  };
}

/** A kept dataset, its settings, and what was found under them, if that was kept too. */
async function readBack(store: Store, id: string, watch: Watch) {
  const dataset = await store.open(id, watch);
  const settings = await settingsOf(store, id);
  return { dataset, settings, found: await store.openGrouping(dataset, groupingKey(settings), watch) };
}

async function mustStore(keeper: Keeper): Promise<Store> {
  const store = await keeper.store();
  if (store !== null) return store;
  const { reason } = await keeper.state();
  throw new TroubleError({
    code: 'storage-unavailable',
    what: 'The stored datasets cannot be reached.',
    remedy: reason ?? 'Import the file again.',
  });
}

/** The settings that were used on the dataset last; the default where there are none that can be read. */
async function settingsOf(store: Store, id: string): Promise<DetectionSettings> {
  try {
    const kept = await store.readSetting(`detection/${id}`);
    return kept === undefined ? DEFAULT_SETTINGS : readSettings(kept);
  } catch {
    return DEFAULT_SETTINGS;
  }
}
