import { CancelledError } from '../model/outcome';
import type { Watch } from '../model/progress';
import type { Store } from '../store/store';
import { prepareSearch } from '../tables/search';
import type { DatasetCache } from './dataset-cache';
import { groupingKey } from './grouping-key';
import { measure } from './measure';
import { troubleOf } from './outcomes';
import type { Opened, Session, Stored } from './session';
import { createWatch } from './task-context';

/** The page gets its first lines before anything is done in the background. */
const AFTER_MS = 150;

/** The area of the store that holds the settings of detection by dataset. */
export const DETECTION_AREA = 'detection';

/**
 * One step of a feature behind each result. `store` has the dataset whole, or is `null` where it is not kept. The
 * watch ends the step once the dataset is deleted. Another result may be open by then. A step that rejects is left
 * out, and nobody hears of it.
 */
export type BackgroundStep = (opened: Opened, store: Store | null, watch: Watch) => Promise<void>;

/**
 * What is done once a result is on screen: the texts for searching, then the dataset and what was found are kept,
 * then come the steps of the features, in the order in which they were added.
 */
export interface Background {
  addStep(step: BackgroundStep): void;
  /** Keeps what is open, of which the store has as much as `stored` says. Opening a result does that by itself. */
  keep(opened: Opened, stored: Stored): void;
  /** Stops keeping the dataset with that id, or all (`null`), and answers once nothing is being written. */
  stop(id: string | null): Promise<void>;
  /** Answers once what was begun is done. */
  idle(): Promise<void>;
}

/** See `Background`. Datasets are kept one after the other; what fails is told, and nothing open is lost. */
export function createBackground(session: Session, cache: DatasetCache): Background {
  const steps: BackgroundStep[] = [];
  let queue: Promise<void> = Promise.resolve();
  let saving: string | null = null;
  const stopped = new Set<string>();
  let stopAll = 0;

  /** The store, unless nothing is to be kept or the dataset was deleted meanwhile. */
  const storeFor = async (isStopped: () => boolean): Promise<Store | null> => {
    if (isStopped() || !(await cache.isOn())) return null;
    const store = await cache.store();
    return isStopped() ? null : store;
  };
  const prepare = async (opened: Opened) => {
    const outdated = () => session.opened()?.revision !== opened.revision;
    await prepareSearch(opened.dataset, opened.grouping, createWatch(outdated)).catch(() => undefined);
  };
  const keepDataset = async (opened: Opened, store: Store, watch: Watch): Promise<boolean> => {
    const { id } = opened.dataset.header;
    try {
      await measure('keeping', () => store.save(opened.dataset, watch));
      const now = session.opened();
      const latest = now?.dataset.header.id === id ? now : opened;
      await store.area(DETECTION_AREA).of(id).write(latest.settings);
      const { name } = latest.dataset.header;
      if (name !== opened.dataset.header.name) await store.rename(id, name);
      cache.recovered();
      if (now?.dataset.header.id === id) cache.tell({ kind: 'cached', id });
      cache.tell({ kind: 'datasets' });
      return true;
    } catch (error) {
      if (error instanceof CancelledError) return false;
      cache.failed(error);
      cache.tell({ kind: 'trouble', trouble: troubleOf('Keeping the dataset', error) });
      return false;
    }
  };
  /** Keeps what was found, so that the next opening is quick. If that fails, it is slow, and nothing else. */
  const keepGrouping = async (opened: Opened, store: Store, watch: Watch) => {
    const { dataset, grouping, settings } = opened;
    const now = session.opened();
    // Found anew meanwhile: then that is kept, after this.
    if (now?.dataset.header.id === dataset.header.id && now.revision !== opened.revision) return;
    try {
      await measure('keeping the result', () =>
        store.saveGrouping(dataset, groupingKey(settings), grouping, watch),
      );
      cache.tell({ kind: 'datasets' });
    } catch {
      return;
    }
  };
  /** Answers with the store if the dataset is whole in it. */
  const keepIn = async (opened: Opened, stored: Stored, store: Store, watch: Watch) => {
    if (stored === 'nothing' && !(await keepDataset(opened, store, watch))) return null;
    const { id } = opened.dataset.header;
    if (stored === 'unchanged' && !(await store.area(DETECTION_AREA).of(id).write(opened.settings)))
      return null;
    if (stored !== 'all') await keepGrouping(opened, store, watch);
    return store;
  };
  const work = async (opened: Opened, stored: Stored, isStopped: () => boolean) => {
    await prepare(opened);
    const watch = createWatch(isStopped);
    try {
      const store = await storeFor(isStopped);
      if (store !== null) saving = opened.dataset.header.id;
      const kept = store === null ? null : await keepIn(opened, stored, store, watch);
      for (const step of steps) await step(opened, kept, watch).catch(() => undefined);
    } finally {
      saving = null;
    }
  };
  const keep: Background['keep'] = (opened, stored) => {
    const { id } = opened.dataset.header;
    const asked = stopAll;
    if (stored !== 'unchanged') {
      stopped.delete(id);
      cache.tell({ kind: 'cached', id: stored === 'nothing' ? null : id });
    }
    queue = queue
      .then(() => new Promise((resolve) => setTimeout(resolve, AFTER_MS)))
      .then(() => work(opened, stored, () => stopped.has(id) || asked !== stopAll))
      // Only settings come here; a dataset says itself why it was not kept.
      .catch((error: unknown) => cache.failed(error));
  };
  session.onChange((opened, stored) => {
    if (opened !== null) keep(opened, stored);
  });
  return {
    addStep: (step) => {
      steps.push(step);
    },
    keep,
    stop: async (id) => {
      if (id === null) stopAll++;
      else stopped.add(id);
      if (saving !== null && (id === null || id === saving)) await queue;
    },
    idle: () => queue,
  };
}
