import type { JudgementSource } from '../../../model/judgement-source';
import type { Watch } from '../../../model/progress';
import type { EngineKit } from '../../../worker/kit';
import { createKeptJournal, type KeptJournal } from '../journal/kept-journal';
import { ReviewState } from '../standing/review-state';

/** The review of what is open: made when it is first asked for, and kept up with the journal. */
export interface ReviewOfOpen {
  readonly journal: KeptJournal;
  /**
   * The state after everything that is in the journal, also what other tabs added. One caller at a time. `asHeard`
   * leaves out the look into the store: what other tabs added counts as soon as they have told of it.
   */
  now(watch: Watch, asHeard?: boolean): Promise<ReviewState>;
  /** Does something alone: nothing else reads or changes the state meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** See `ReviewOfOpen`. */
export function createReviewOfOpen({ session, cache }: EngineKit, source: JudgementSource): ReviewOfOpen {
  let held: ReviewState | null = null;
  /** Decisions that changed since the state took them up; `null`: all. */
  let dirty: Set<string> | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const journal = createKeptJournal(cache, (ids, elsewhere) => {
    if (ids === null) dirty = null;
    else for (const id of ids) dirty?.add(id);
    if (elsewhere) cache.tell({ kind: 'decisions' });
  });
  const isLive = (id: string) =>
    journal
      .journal()
      .forms(id)
      .some(({ answer }) => answer !== null);

  const now = async (watch: Watch, asHeard = false): Promise<ReviewState> => {
    const { dataset } = session.requireOpen();
    if (!asHeard || held === null) await journal.sync();
    const judgement = await source.judgement(watch);
    let state = held;
    if (
      state === null ||
      state.judgement !== judgement ||
      state.dataset.columns !== dataset.columns ||
      dirty === null
    ) {
      state = await ReviewState.open(dataset, source, isLive, watch);
      dirty = new Set(journal.journal().ids());
      held = null;
    }
    const changed = dirty ?? new Set();
    if (changed.size > 0) {
      dirty = new Set();
      try {
        await state.take(journal.journal(), changed, watch);
      } catch (error) {
        dirty = null;
        throw error;
      }
    }
    held = state;
    return state;
  };
  session.onChange(() => {
    held = null;
  });
  return {
    journal,
    now,
    alone: (work) => {
      const done = queue.then(work);
      queue = done.catch(() => undefined);
      return done;
    },
  };
}
