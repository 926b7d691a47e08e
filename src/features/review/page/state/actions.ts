import { nextCut, toggleOut } from './draft';
import type { Action } from './keys';
import type { ReviewPage } from './review-page';

/** What buttons and keys of the screen do. */
export interface Actions {
  act(action: Action): void;
  /** Chooses the record that stands at a place of the table, from 0. */
  chooseRecord(place: number): void;
}

/** See `Actions`; `focusQuestion` puts the focus where keys are no text. */
export function createActions(review: ReviewPage, focusQuestion: () => void): Actions {
  const { walk, question } = review;
  const order = (): string[] => {
    const item = question();
    if (item === null) return [];
    const shown = item.comparison.assets.map(({ assetId }) => assetId);
    const added = review.draft().added.map(({ assetId }) => assetId);
    return [...shown, ...added.filter((id) => !shown.includes(id))];
  };
  const step = (by: number) => {
    const ids = order();
    const at = ids.indexOf(review.current() ?? '');
    const next = ids[Math.min(Math.max(0, at + by), ids.length - 1)];
    if (next !== undefined) choose(next);
  };
  const choose = (id: string) => {
    review.choose(id);
    const title = question()?.comparison.assets.find(({ assetId }) => assetId === id)?.title;
    review.say(`${title ?? 'The record'}, ${id}, is chosen.`);
  };
  const walkBy = (by: number) => {
    if (review.isEnded()) return;
    review.say('');
    void walk.go(walk.at() + by);
  };
  const takeOut = () => {
    const id = review.current();
    if (id === null) return;
    const next = toggleOut(review.draft(), id);
    review.change({ ...next, keep: next.out.includes(next.keep ?? '') ? null : next.keep });
    review.choose(id);
    review.say(next.out.includes(id) ? `${id} is taken out of the answer.` : `${id} is in the answer again.`);
  };
  const keep = () => {
    const id = review.current();
    const { keep: before, out } = review.draft();
    if (id === null || out.includes(id)) return;
    review.change({ keep: before === id ? null : id });
    review.say(before === id ? 'The record to keep is as proposed.' : `${id} would be kept.`);
  };
  const split = () => {
    const item = question();
    if (item === null || item.bridges.length === 0) return;
    const cut = nextCut(item, review.draft());
    review.change({ cut });
    review.say(cut === null ? 'Not split.' : `Split at bridge ${cut + 1}, in machine A and machine B.`);
    if (cut !== null)
      requestAnimationFrame(() =>
        document.querySelector('.review-halves')?.scrollIntoView({ block: 'nearest' }),
      );
  };
  const focus = (id: string) => {
    const field = document.getElementById(id);
    field?.focus();
    field?.scrollIntoView({ block: 'nearest' });
  };
  const does: Readonly<Record<Action, () => void>> = {
    same: () => void review.answer('same'),
    different: () => void review.answer('different'),
    notSure: () => void review.answer('notSure'),
    skip: () => walkBy(1),
    back: () => walkBy(-1),
    takeOut,
    keep,
    split,
    find: () => focus('review-find'),
    ignoreValue: () => {
      if ((question()?.sharedValues.length ?? 0) > 0) review.setDialog('ignore');
    },
    note: () => focus('review-note'),
    undo: () => void review.undo(),
    redo: () => void review.redo(),
    previousRecord: () => step(-1),
    nextRecord: () => step(1),
    proposal: review.reveal,
  };
  return {
    act: (action) => {
      // From the navigation, or from a button that the question before had, the focus comes to where the work is.
      const { activeElement } = document;
      if (activeElement === null || activeElement.closest('.review-work') === null) focusQuestion();
      does[action]();
    },
    chooseRecord: (place) => {
      const id = order()[place];
      if (id !== undefined) choose(id);
    },
  };
}
