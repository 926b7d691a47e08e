import { batch, createSignal, type Signal } from 'solid-js';
import { type Outcome, valueOr } from '../../model/outcome';

/**
 * Lines of a long list that lives in the worker, fetched page by page as they come into sight.
 * A page takes about half a millisecond through Comlink at 50 lines; at most two are under way at a time, the
 * last wanted first, so that a fast scroll does not queue up hundreds.
 */
export interface LineCache<T> {
  /** The line, or `undefined` until it is here; reactive. */
  line(index: number): T | undefined;
  /** Says which lines are in sight. */
  want(from: number, to: number): void;
  /** Forgets all lines: the list has changed. */
  clear(): void;
}

const PAGE = 60;
const KEPT_PAGES = 48;
const AT_ONCE = 2;

/**
 * See `LineCache`. `fetch` answers fewer lines past the end, and none once the list has changed or the worker is gone. `onShown` is called
 * as the first lines of a new list take the place of the old ones.
 */
export function createLineCache<T>(
  fetch: (from: number, count: number) => Promise<Outcome<readonly T[]>>,
  onShown: () => void = () => undefined,
): LineCache<T> {
  let pages = new Map<number, Signal<readonly T[] | null>>();
  /** The pages of the list before, shown until the first new one is here, so that nothing flickers. */
  let before: typeof pages | null = null;
  const [changed, setChanged] = createSignal(0);
  let wanted: number[] = [];
  let underWay = 0;
  let generation = 0;

  const pageSignal = (page: number) => {
    let signal = pages.get(page);
    if (signal === undefined) {
      signal = createSignal<readonly T[] | null>(null);
      pages.set(page, signal);
    }
    return signal;
  };

  const load = async (page: number) => {
    const asked = generation;
    underWay++;
    try {
      const lines = valueOr(await fetch(page * PAGE, PAGE), []);
      if (asked !== generation || lines.length === 0) return;
      batch(() => {
        if (before !== null) {
          before = null;
          setChanged((count) => count + 1);
          onShown();
        }
        pageSignal(page)[1](lines);
      });
    } finally {
      underWay--;
      pump();
    }
  };

  const pump = () => {
    while (underWay < AT_ONCE) {
      const page = wanted.shift();
      if (page === undefined) return;
      void load(page);
    }
  };

  const forgetFar = (first: number, last: number) => {
    if (pages.size <= KEPT_PAGES) return;
    for (const page of pages.keys()) {
      if (page < first - KEPT_PAGES / 3 || page > last + KEPT_PAGES / 3) pages.delete(page);
    }
  };

  return {
    line: (index) => {
      changed();
      const page = Math.floor(index / PAGE);
      const lines = pageSignal(page)[0]() ?? before?.get(page)?.[0]() ?? null;
      return lines?.[index % PAGE];
    },
    want: (from, to) => {
      const first = Math.max(0, Math.floor(from / PAGE));
      const last = Math.max(first, Math.floor(Math.max(from, to - 1) / PAGE));
      wanted = [];
      for (let page = first; page <= last; page++) if (pageSignal(page)[0]() === null) wanted.push(page);
      forgetFar(first, last);
      pump();
    },
    clear: () => {
      generation++;
      // Of lists that follow each other fast, some never show a line.
      before ??= pages;
      pages = new Map();
      wanted = [];
      setChanged((count) => count + 1);
    },
  };
}
