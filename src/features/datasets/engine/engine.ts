import type { EngineKit } from '../../../worker/kit';
import { outcomeOf } from '../../../worker/outcomes';
import type { DatasetsCalls } from '../calls';

/** The datasets kept in this browser, and whether new ones are. */
export function createDatasets({ session, cache, background }: EngineKit): DatasetsCalls {
  const openId = () => session.opened()?.dataset.header.id ?? null;
  const keepOpenOne = async () => {
    const opened = session.opened();
    const store = await cache.store();
    if (opened === null || store === null) return;
    const { id, importedAt } = opened.dataset.header;
    const kept = await store.header(id).catch(() => null);
    // Files may have been added since it was kept.
    background.keep(opened, kept?.importedAt === importedAt ? 'dataset' : 'nothing');
  };
  return {
    datasets: () =>
      outcomeOf('Listing the datasets', async () => {
        const listed = (await (await cache.store())?.list()) ?? [];
        return listed.map(({ header, bytes, damaged }) => ({
          header,
          bytes,
          open: header.id === openId(),
          ...(damaged && { damaged }),
        }));
      }),
    renameDataset: (id, name) =>
      outcomeOf('Renaming the dataset', async () => {
        const store = await cache.store();
        if (openId() === id) session.rename(name);
        // One that is only in memory, or still being written, has no record yet.
        if (store !== null && (openId() !== id || (await store.header(id)) !== null))
          await store.rename(id, name);
      }),
    deleteDataset: (id) =>
      outcomeOf('Deleting the dataset', async () => {
        await background.stop(id);
        await (await cache.store())?.remove(id);
        cache.recovered();
        if (openId() === id) cache.tell({ kind: 'cached', id: null });
      }),
    deleteAllData: () =>
      outcomeOf('Deleting all data', async () => {
        await background.stop(null);
        await cache.removeAll();
        cache.tell({ kind: 'cached', id: null });
      }),
    setCaching: (on) =>
      outcomeOf('Changing what is kept', async () => {
        const state = await cache.choose(on);
        if (state.mode === 'on') void keepOpenOne();
        return state;
      }),
    cacheState: () => outcomeOf('Asking what is kept', () => cache.state()),
  };
}
