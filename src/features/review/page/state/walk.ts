import { type Accessor, batch, createSignal } from 'solid-js';
import { type Outcome, type Trouble, valueOr } from '../../../../model/outcome';
import type { ReviewCalls } from '../../calls';
import type { QueueQuery, Reply, ReviewItem, ReviewView } from '../../types';

/** What the walk asks of the engine. */
export type WalkEngine = Pick<ReviewCalls, 'openQueue' | 'reviewItem' | 'reviewPlace' | 'decide'>;

/** The way through the queue: one question on the screen, the next ones already here. */
export interface Walk {
  /** The question on the screen; `null` at the end of the queue and while one is on its way. */
  readonly item: Accessor<ReviewItem | null>;
  /** Its place in the queue, from 0; `of` at the end, or that of the question to go on with where `item` is not in it. */
  readonly at: Accessor<number>;
  /** Length of the queue; `null` before it is open. */
  readonly of: Accessor<number | null>;
  /** Opens a queue, at the place where the review was left (`resume`) or at its start. */
  open(query: QueueQuery, resume: boolean): Promise<void>;
  go(at: number): Promise<void>;
  /** Shows a question by its id, wherever it is. */
  show(id: string): Promise<void>;
  /** Sends the answer and shows the next question without waiting; comes back to this one if it was not kept. */
  answer(reply: Reply): Promise<ReviewView | null>;
  /** Reads the question on the screen again: something about it changed elsewhere. */
  refresh(): Promise<void>;
  /** Waits until every answer that was sent is kept or refused. */
  settled(): Promise<unknown>;
  close(): void;
}

/** Questions that are fetched before they are needed. */
const AHEAD = 2;

/** See `Walk`. */
export function createWalk(engine: WalkEngine, report: (trouble: Trouble) => void): Walk {
  const [item, setItem] = createSignal<ReviewItem | null>(null);
  const [at, setAt] = createSignal(0);
  const [of, setOf] = createSignal<number | null>(null);
  const ahead = new Map<number, ReviewItem>();
  let latest = 0;
  let sent: Promise<unknown> = Promise.resolve();
  let partLeft = false;

  const settle = <T>(outcome: Outcome<T>): T | null => {
    if (!outcome.ok && outcome.trouble !== null) report(outcome.trouble);
    return valueOr(outcome, null);
  };
  const put = (fresh: ReviewItem | null) => {
    // The same question again would only make the page draw it anew.
    if (JSON.stringify(fresh) !== JSON.stringify(item())) setItem(fresh);
  };
  const lookAhead = async (mine: number) => {
    for (let next = at() + 1; next <= at() + AHEAD && next < (of() ?? 0); next++) {
      if (mine !== latest) return;
      if (ahead.has(next)) continue;
      const found = valueOr(await engine.reviewItem(next, true), null);
      if (found !== null && mine === latest) ahead.set(next, found);
    }
  };
  const go = async (to: number, onlyOpen = false) => {
    const mine = ++latest;
    const known = ahead.get(to) ?? null;
    batch(() => {
      setAt(to);
      setItem(known);
    });
    for (const place of ahead.keys()) if (place <= to) ahead.delete(place);
    if (to >= (of() ?? 0)) return;
    const fresh = settle(await engine.reviewItem(to));
    if (mine !== latest) return;
    // Answered meanwhile, by an answer about the same records or in another tab.
    if (onlyOpen && fresh !== null && (fresh.status === 'decided' || fresh.status === 'notSure'))
      return go(to + 1, true);
    put(fresh);
    await lookAhead(mine);
  };
  const open = async (query: QueueQuery, resume: boolean) => {
    const mine = ++latest;
    batch(() => {
      setItem(null);
      setOf(null);
    });
    ahead.clear();
    partLeft = query.part === 'left';
    const length = settle(await engine.openQueue(query));
    if (mine !== latest || length === null) return;
    const place = resume && length > 0 ? valueOr(await engine.reviewPlace(), 0) : 0;
    if (mine !== latest) return;
    batch(() => {
      setOf(length);
      setAt(place);
    });
    await go(place);
  };
  const show = async (id: string) => {
    const mine = ++latest;
    const found = settle(await engine.reviewItem(id));
    if (mine !== latest || found === null) return;
    batch(() => {
      if (found.at >= 0) setAt(found.at);
      setItem(found);
    });
    ahead.clear();
    await lookAhead(mine);
  };
  const answer = async (reply: Reply) => {
    const answered = item();
    const isInQueue = answered !== null && answered.at >= 0;
    const kept = engine.decide(reply);
    sent = Promise.allSettled([sent, kept]);
    void go(isInQueue ? at() + 1 : at(), partLeft);
    const outcome = await kept;
    if (outcome.ok) return outcome.value;
    if (outcome.trouble !== null) report(outcome.trouble);
    await show(reply.item);
    return null;
  };
  return {
    item,
    at,
    of,
    open,
    go: (to) => go(Math.max(0, Math.min(to, of() ?? 0))),
    show,
    answer,
    refresh: async () => {
      const shown = item();
      if (shown === null) return;
      ahead.clear();
      const mine = latest;
      const fresh = valueOr(await engine.reviewItem(shown.id, true), null);
      if (mine === latest && fresh !== null) put(fresh);
    },
    settled: () => sent,
    close: () => {
      latest++;
      ahead.clear();
      batch(() => {
        setItem(null);
        setOf(null);
        setAt(0);
      });
    },
  };
}
