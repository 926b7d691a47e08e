import { CancelledError } from '../model/outcome';
import { prepareSearch } from '../tables/search';
import type { Keeper } from './dataset-cache';
import { groupingKey } from './grouping-key';
import { timed } from './measure';
import { troubleOf } from './outcomes';
import type { Opened, Session } from './session';
import { createWatch } from './task-context';

/** The page gets its first lines before anything is done in the background. */
const AFTER_MS = 150;

/** What of an opened dataset is in the store already: nothing, the dataset, or also what was found in it. */
export type Kept = 'nothing' | 'dataset' | 'all';

/** What is done once a result is on screen: the texts for searching, then keeping the dataset and what was found. */
export interface Background {
  /** Begins for what was just opened. */
  begin(opened: Opened, kept: Kept): void;
  /** Begins for what was detected anew: the dataset is the same, its settings are not. */
  redo(opened: Opened): void;
  /** Stops keeping the dataset with that id, or all (`null`), and answers once nothing is being written. */
  stop(id: string | null): Promise<void>;
  /** Answers once what was begun is done; for tests. */
  idle(): Promise<void>;
}

/** See `Background`. Datasets are kept one after the other; what fails is told, and nothing open is lost. */
export function createBackground(session: Session, keeper: Keeper): Background {
  let queue: Promise<void> = Promise.resolve();
  let saving: string | null = null;
  const stopped = new Set<string>();
  let stopAll = 0;

  const prepare = async (opened: Opened) => {
    const outdated = () => session.opened()?.revision !== opened.revision;
    await prepareSearch(opened.dataset, opened.grouping, createWatch(outdated)).catch(() => undefined);
  };
  const keep = async (opened: Opened, asked: number) => {
    const { id } = opened.dataset.header;
    const isStopped = () => stopped.has(id) || asked !== stopAll;
    if (isStopped() || !(await keeper.isOn())) return;
    const store = await keeper.store();
    if (store === null || isStopped()) return;
    saving = id;
    try {
      await timed('keeping', () => store.save(opened.dataset, createWatch(isStopped)));
      const now = session.opened();
      const latest = now?.dataset.header.id === id ? now : opened;
      await store.writeSetting(`detection/${id}`, latest.settings);
      const { name } = latest.dataset.header;
      if (name !== opened.dataset.header.name) await store.rename(id, name);
      keeper.recovered();
      if (now?.dataset.header.id === id) keeper.tell({ kind: 'cached', id });
      keeper.tell({ kind: 'datasets' });
    } catch (error) {
      if (error instanceof CancelledError) return;
      keeper.failed(error);
      keeper.tell({ kind: 'trouble', trouble: troubleOf('Keeping the dataset', error) });
    } finally {
      saving = null;
    }
  };
  /** Keeps what was found, so that the next opening is quick. If that fails, it is slow, and nothing else. */
  const keepGrouping = async (opened: Opened, asked: number) => {
    const { id } = opened.dataset.header;
    const isStopped = () => stopped.has(id) || asked !== stopAll;
    const now = session.opened();
    // Found anew meanwhile: then that is kept, after this.
    if (now?.dataset.header.id === id && now.revision !== opened.revision) return;
    if (isStopped() || !(await keeper.isOn())) return;
    const store = await keeper.store();
    if (store === null || isStopped()) return;
    saving = id;
    try {
      const { dataset, grouping, settings } = opened;
      const watch = createWatch(isStopped);
      await timed('keeping the result', () =>
        store.saveGrouping(dataset, groupingKey(settings), grouping, watch),
      );
      keeper.tell({ kind: 'datasets' });
    } catch {
      return;
    } finally {
      saving = null;
    }
  };
  const keepSettings = async ({ dataset, settings }: Opened) => {
    const { id } = dataset.header;
    const store = await keeper.store();
    if (await store?.header(id)) await store?.writeSetting(`detection/${id}`, settings);
  };
  const later = (opened: Opened, step: () => Promise<unknown> | undefined) => {
    queue = queue
      .then(() => new Promise((resolve) => setTimeout(resolve, AFTER_MS)))
      .then(() => prepare(opened))
      .then(step)
      .then(
        () => undefined,
        // Only settings come here; a dataset says itself why it was not kept.
        (error: unknown) => keeper.failed(error),
      );
  };
  return {
    begin: (opened, kept) => {
      const { id } = opened.dataset.header;
      const asked = stopAll;
      stopped.delete(id);
      keeper.tell({ kind: 'cached', id: kept === 'nothing' ? null : id });
      later(opened, async () => {
        if (kept === 'nothing') await keep(opened, asked);
        if (kept !== 'all') await keepGrouping(opened, asked);
      });
    },
    redo: (opened) => {
      const asked = stopAll;
      later(opened, async () => {
        await keepSettings(opened);
        await keepGrouping(opened, asked);
      });
    },
    stop: async (id) => {
      if (id === null) stopAll++;
      else stopped.add(id);
      if (saving !== null && (id === null || id === saving)) await queue;
    },
    idle: () => queue,
  };
}
