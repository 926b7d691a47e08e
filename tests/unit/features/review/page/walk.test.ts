import { createRoot } from 'solid-js';
import { describe, expect, it } from 'vitest';
import { createWalk, type WalkEngine } from '../../../../../src/features/review/page/state/walk';
import type { QueueQuery, Reply, ReviewItem, ReviewView } from '../../../../../src/features/review/types';
import type { Outcome, Trouble } from '../../../../../src/model/outcome';
import { itemOf } from './items';

const LEFT: QueueQuery = { part: 'left', order: 'freed', cause: null, strength: null };
const TROUBLE: Trouble = { code: 'store', what: 'It was not kept.', remedy: 'Try again.' };
const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A queue of questions; what a test needs otherwise it puts in. */
function walkOver(count: number, own: Partial<WalkEngine> = {}) {
  const items = Array.from({ length: count }, (_, at) =>
    itemOf([`${at * 2 + 1}`, `${at * 2 + 2}`], { at, of: count }),
  );
  const calls: string[] = [];
  const replies: Reply[] = [];
  const troubles: Trouble[] = [];
  const find = (place: number | string): ReviewItem | null =>
    (typeof place === 'number' ? items[place] : items.find(({ id }) => id === place)) ?? null;
  const engine: WalkEngine = {
    openQueue: async () => ok(count),
    reviewPlace: async () => ok(2),
    reviewItem: async (place, peek = false) => {
      calls.push(`${peek ? 'peek' : 'show'} ${place}`);
      return ok(find(place));
    },
    decide: async (reply) => {
      replies.push(reply);
      return ok({} as ReviewView);
    },
    ...own,
  };
  const walk = createRoot(() => createWalk(engine, (trouble) => troubles.push(trouble)));
  return { walk, items, calls, replies, troubles };
}

const replyTo = (item: string): Reply => ({ item, answer: 'same', assetIds: [], keep: null, note: '' });

describe('the way through the queue', () => {
  it('starts where the review was left, or at the start', async () => {
    const { walk, items } = walkOver(5);
    await walk.open(LEFT, true);
    expect([walk.at(), walk.of(), walk.item()]).toEqual([2, 5, items[2]]);
    await walk.open(LEFT, false);
    expect(walk.item()).toEqual(items[0]);
  });

  it('has the next questions here before they are needed, without leaving the place', async () => {
    const { walk, calls } = walkOver(5);
    await walk.open(LEFT, false);
    expect(calls).toEqual(['show 0', 'peek 1', 'peek 2']);
  });

  it('shows the next question at once, while the answer is still being kept', async () => {
    let keep: (value: Outcome<ReviewView>) => void = () => undefined;
    const { walk, items } = walkOver(5, {
      decide: () => new Promise((resolve) => (keep = resolve)),
    });
    await walk.open(LEFT, false);
    const done = walk.answer(replyTo(items[0]!.id));
    expect(walk.item()).toEqual(items[1]);
    let isSettled = false;
    void walk.settled().then(() => {
      isSettled = true;
    });
    await turn();
    expect(isSettled).toBe(false);
    keep(ok({ by: 'Ann' } as ReviewView));
    expect(await done).toEqual({ by: 'Ann' });
    await walk.settled();
  });

  it('shows no question rather than the old one while the next is on its way', async () => {
    const { walk, items } = walkOver(5, {
      reviewItem: async (place, peek) => {
        if (!peek) await turn();
        return ok(peek ? null : (items[Number(place)] ?? null));
      },
    });
    await walk.open(LEFT, false);
    expect(walk.item()).toEqual(items[0]);
    void walk.answer(replyTo(items[0]!.id));
    expect(walk.item()).toBeNull();
    await turn();
    await turn();
    expect(walk.item()).toEqual(items[1]);
  });

  it('comes back to a question whose answer was not kept, and says so', async () => {
    const { walk, items, troubles } = walkOver(5, {
      decide: async () => ({ ok: false, trouble: TROUBLE }),
    });
    await walk.open(LEFT, false);
    expect(await walk.answer(replyTo(items[0]!.id))).toBeNull();
    expect(walk.item()).toEqual(items[0]);
    expect(walk.at()).toBe(0);
    expect(troubles).toEqual([TROUBLE]);
  });

  it('passes over questions that were answered meanwhile, but shows them to who goes there', async () => {
    const { walk, items } = walkOver(5);
    await walk.open(LEFT, false);
    items[1] = { ...items[1]!, status: 'decided' };
    await walk.answer(replyTo(items[0]!.id));
    await turn();
    expect(walk.item()).toEqual(items[2]);
    await walk.go(1);
    expect(walk.item()).toEqual(items[1]);
  });

  it('ends behind the last question, and goes back from there', async () => {
    const { walk, items } = walkOver(2);
    await walk.open(LEFT, false);
    await walk.go(1);
    await walk.answer(replyTo(items[1]!.id));
    expect([walk.at(), walk.item()]).toEqual([2, null]);
    await walk.go(7);
    expect(walk.at()).toBe(2);
    await walk.go(1);
    expect(walk.item()).toEqual(items[1]);
    await walk.go(-3);
    expect(walk.at()).toBe(0);
  });

  it('goes on in the queue after a question that was opened by itself', async () => {
    const outside = itemOf(['70', '71'], { at: -1, of: 0 });
    const { walk, items, calls } = walkOver(3, {
      reviewItem: async (place) =>
        ok(place === outside.id ? outside : (walkItems.find((_, at) => at === place) ?? null)),
    });
    const walkItems = items;
    await walk.open(LEFT, false);
    await walk.go(1);
    await walk.show(outside.id);
    expect([walk.item(), walk.at()]).toEqual([outside, 1]);
    await walk.answer(replyTo(outside.id));
    expect(walk.item()).toEqual(items[1]);
    expect(calls).toEqual([]);
  });

  it('drops a late answer to an old question', async () => {
    let answerFirst: (value: Outcome<ReviewItem | null>) => void = () => undefined;
    const first = new Promise<Outcome<ReviewItem | null>>((resolve) => (answerFirst = resolve));
    const { walk, items } = walkOver(3, {
      reviewItem: (place, peek) => {
        if (peek) return Promise.resolve(ok(null));
        return place === 1 ? first : Promise.resolve(ok(items[Number(place)] ?? null));
      },
    });
    await walk.open(LEFT, false);
    const going = walk.go(1);
    await walk.go(2);
    answerFirst(ok(items[1]!));
    await going;
    expect(walk.item()).toEqual(items[2]);
  });
});
