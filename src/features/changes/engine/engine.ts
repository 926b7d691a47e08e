import type { DecisionSource } from '../../../model/decision';
import type { JudgementSource } from '../../../model/judgement-source';
import { type Progress, UNWATCHED, type Watch } from '../../../model/progress';
import type { HandOverLog } from '../../../worker/hand-over-log';
import type { EngineKit } from '../../../worker/kit';
import { createLatestView } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import { releaseCallback } from '../../../worker/release-callback';
import type { ChangesCalls } from '../calls';
import { compareDatasets } from '../compare/compare';
import { detailOf, type Entries, entriesOf, lineOf, viewOf } from './change-lists';
import { createFigures } from './figures';
import { followedOf } from './followed';
import type { OpenComparison } from './open-comparison';
import { createReadBack } from './read-back-calls';

/** What `app/` hands in from other features. */
export interface ChangesPorts {
  readonly judgement: JudgementSource;
  readonly decisions: DecisionSource;
  readonly log: HandOverLog;
}

/** The changes' part of the engine. */
export function createChanges(
  kit: EngineKit,
  { judgement, decisions, log }: ChangesPorts,
): { readonly calls: ChangesCalls } {
  const { session, cache } = kit;
  const comparisons = createLatestView<OpenComparison>(session);
  const lists = createLatestView<Entries>(session);
  const figures = createFigures(kit, judgement);

  const compare = async (earlier: string, watch: Watch): Promise<OpenComparison> => {
    const later = session.requireOpen().dataset;
    const store = await cache.requireStore();
    const third = async () => {
      const id = await figures.before(earlier, later.header.id);
      return id === null ? null : store.open(id, watch).catch(() => null);
    };
    const comparison = await compareDatasets(() => store.open(earlier, watch), later, third, watch);
    return { later, comparison, followed: followedOf(await decisions.decisions(watch)) };
  };
  const calls: ChangesCalls = {
    compareDataset: (earlier, onProgress) =>
      outcomeOf('Comparing', async () => {
        const tell = { report: (progress: Progress) => onProgress(progress) };
        const made = await comparisons.open((watch) => compare(earlier, { ...watch, ...tell }));
        return viewOf(made, judgement);
      }).finally(() => releaseCallback(onProgress)),
    openChanges: (query) =>
      outcomeOf('Ordering the changes', async () => {
        const open = comparisons.current();
        if (open === null) return 0;
        const made = await lists.open(() => Promise.resolve(entriesOf(open, query)));
        return made.assets.length;
      }),
    changeLines: (from, count) =>
      outcomeOf('Reading the changes', () => {
        const [open, entries] = [comparisons.current(), lists.current()];
        if (open === null || entries === null) return [];
        const shown = [...entries.assets.subarray(from, from + count)];
        return shown.map((asset) => lineOf(open, entries.list, asset, judgement));
      }),
    openChange: (list, asset) =>
      outcomeOf('Opening the change', () => {
        const open = comparisons.current();
        return open === null ? null : detailOf(open, list, asset, judgement);
      }),
    handOversToFollow: () => outcomeOf('Listing the hand-overs', () => log.list()),
    ...createReadBack(session, log),
    figuresOverTime: () => outcomeOf('Gathering figures', () => figures.all(UNWATCHED)),
  };
  return { calls };
}
