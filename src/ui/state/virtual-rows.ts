import { type Accessor, batch, createMemo, createSignal, onCleanup } from 'solid-js';

/**
 * Which rows of equal height are in sight, for any number of rows.
 *
 * Browsers end an element at 33,554,428 px, a million rows of 32 px. So above 8,000,000 px the spacer stops
 * growing: the scrollbar's thumb then stands for a share of the list, while small steps (wheel, keys, touch)
 * still move pixel for pixel. Our own and not @tanstack/virtual, because that keeps an entry for each row.
 */
export interface VirtualRows {
  /** Height of the spacer, px. */
  readonly height: Accessor<number>;
  /** First row to render and the one after the last. */
  readonly first: Accessor<number>;
  readonly end: Accessor<number>;
  /** Where a row stands inside the spacer, px. */
  top(row: number): number;
  /** To be called with the element's `scrollTop` whenever it changes. */
  scrolled(scrollTop: number): void;
  /** To be called with the height in which rows show. */
  resized(height: number): void;
  /** Where `scrollTop` must be so that the row is in sight; `null` if it is already. */
  reveal(row: number, where: 'nearest' | 'center'): number | null;
  /**
   * All rows are about to change: for a moment only those in sight are rendered, and then those around them. A leap
   * does so by itself. Half the rows in one task is half as long a task.
   */
  narrow(): void;
  /** How many row elements are needed, whichever rows are in sight. */
  readonly most: Accessor<number>;
  /** How many whole rows fit. */
  readonly fit: Accessor<number>;
}

export const LONGEST_SPACER = 8_000_000;
const OVERSCAN = 8;
/** Longer than a frame, so that dragging the thumb renders nothing that is out of sight, ms. */
const WIDEN_AFTER = 60;

/** See `VirtualRows`. */
export function createVirtualRows(count: Accessor<number>, rowHeight: Accessor<number>): VirtualRows {
  const [shown, setShown] = createSignal(600);
  /** What the element says, and the place in the whole list that it stands for. */
  const [scrollTop, setScrollTop] = createSignal(0);
  const [offset, setOffset] = createSignal(0);
  const total = createMemo(() => count() * rowHeight());
  const height = createMemo(() => Math.min(total(), LONGEST_SPACER));
  const greatest = () => Math.max(0, total() - shown());
  const greatestTop = () => Math.max(0, height() - shown());
  const clamp = (value: number) => Math.min(Math.max(0, value), greatest());
  const share = (top: number) => (greatestTop() === 0 ? 0 : (top / greatestTop()) * greatest());

  const [overscan, setOverscan] = createSignal(OVERSCAN);
  let widening: ReturnType<typeof setTimeout> | undefined;
  const narrow = () => {
    clearTimeout(widening);
    widening = setTimeout(() => setOverscan(OVERSCAN), WIDEN_AFTER);
    setOverscan(0);
  };
  onCleanup(() => clearTimeout(widening));

  const scrolled = (top: number) => {
    const step = top - scrollTop();
    const exact = total() <= LONGEST_SPACER;
    const atEdge = top <= 0 || top >= greatestTop() - 1;
    batch(() => {
      if (Math.abs(step) > shown()) narrow();
      if (exact) setOffset(clamp(top));
      else if (atEdge || Math.abs(step) > 2 * shown()) setOffset(clamp(share(top)));
      else setOffset(clamp(offset() + step));
      setScrollTop(top);
    });
  };

  const fitting = createMemo(() => Math.ceil(shown() / rowHeight()) + 1);
  /** Always as many rows, wherever the list stands: row elements then keep their rows from one step to the next. */
  const span = createMemo(() => Math.min(count(), fitting() + 2 * overscan()));
  const first = createMemo(() => {
    const inSight = Math.floor(Math.min(offset(), greatest()) / rowHeight());
    return Math.min(Math.max(0, inSight - overscan()), count() - span());
  });
  const end = createMemo(() => first() + span());

  const reveal = (row: number, where: 'nearest' | 'center'): number | null => {
    const from = row * rowHeight();
    let next = offset();
    if (where === 'center') next = from - (shown() - rowHeight()) / 2;
    else if (from < next) next = from;
    else if (from + rowHeight() > next + shown()) next = from + rowHeight() - shown();
    next = clamp(next);
    if (next === offset()) return null;
    const top = total() <= LONGEST_SPACER ? next : greatest() === 0 ? 0 : (next / greatest()) * greatestTop();
    batch(() => {
      if (Math.abs(next - offset()) > shown()) narrow();
      setOffset(next);
      setScrollTop(top);
    });
    return top;
  };

  return {
    height,
    first,
    end,
    top: (row) =>
      total() <= LONGEST_SPACER ? row * rowHeight() : scrollTop() + row * rowHeight() - offset(),
    scrolled,
    resized: setShown,
    reveal,
    narrow,
    most: () => Math.min(count(), fitting() + 2 * OVERSCAN),
    fit: () => Math.max(1, Math.floor(shown() / rowHeight())),
  };
}
