import type { DecisionSource } from '../../../model/decision';
import type { JudgementSource } from '../../../model/judgement-source';
import { CancelledError } from '../../../model/outcome';
import { type Progress, UNWATCHED, type Watch } from '../../../model/progress';
import type { CollisionLog } from '../../../worker/collision-log';
import type { HandOverLog } from '../../../worker/hand-over-log';
import type { EngineKit } from '../../../worker/kit';
import { createLatestView } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import { releaseCallback } from '../../../worker/release-callback';
import type { ChangesCalls } from '../calls';
import { compareDatasets } from '../compare/compare';
import { keepShown } from '../compare/kept-rows';
import { detailOf, type Entries, entriesOf, lineOf, viewOf } from './change-lists';
import { collisionsIn } from './collisions';
import { createFigures } from './figures';
import { followedOf } from './followed';
import type { OpenComparison } from './open-comparison';
import { createReadBack } from './read-back-calls';

/** What `app/` hands in from other features. */
export interface ChangesPorts {
  readonly judgement: JudgementSource;
  readonly decisions: DecisionSource;
  readonly log: HandOverLog;
  readonly collisions: CollisionLog;
}

/** The changes' part of the engine. */
export function createChanges(
  kit: EngineKit,
  { judgement, decisions, log, collisions }: ChangesPorts,
): { readonly calls: ChangesCalls } {
  const { session, cache } = kit;
  const comparisons = createLatestView<OpenComparison>(session);
  const lists = createLatestView<Entries>(session);
  const figures = createFigures(kit, judgement);

  /** Counts comparisons that were stopped. */
  let stops = 0;

  const compare = async (earlier: string, id: string | null, watch: Watch): Promise<OpenComparison> => {
    const open = session.requireOpen().dataset;
    const store = await cache.requireStore();
    const later = id === null || id === open.header.id ? open : await store.open(id, watch);
    const third = async () => {
      const before = await figures.before(earlier, later.header.id);
      return before === null ? null : store.open(before, watch).catch(() => null);
    };
    const comparison = await compareDatasets(() => store.open(earlier, watch), later, third, watch);
    await collisions.note(later.header.id, earlier, collisionsIn(later, comparison, judgement));
    if (later === open) return { later, comparison, followed: followedOf(await decisions.decisions(watch)) };
    // Of another dataset than the open one only what is shown stays in memory.
    return { later: keepShown(later), comparison, followed: null };
  };
  const calls: ChangesCalls = {
    compareDatasets: (earlier, later, onProgress) =>
      outcomeOf('Comparing', async () => {
        const began = stops;
        const made = await comparisons.open((watch) =>
          compare(earlier, later, {
            report: (progress: Progress) => onProgress(progress),
            pause: async () => {
              await watch.pause();
              if (stops !== began) throw new CancelledError();
            },
          }),
        );
        return viewOf(made, judgement);
      }).finally(() => releaseCallback(onProgress)),
    cancelComparison: () =>
      outcomeOf('Cancelling', () => {
        stops++;
      }),
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
