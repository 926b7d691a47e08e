import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import { createVirtualRows } from '../state/virtual-rows';

/**
 * A list of links of equal height, however long: only those in sight are made, of lines that come when they are
 * wanted. The arrow keys, Page up and down, Home and End go from link to link.
 */
export function LinkList<Line>(props: {
  label: string;
  class: string;
  linkClass: string;
  count: number;
  /** In pixels. */
  rowHeight: number;
  /** Changes with the lines. */
  version: number;
  line: (index: number) => Line | undefined;
  want: (from: number, to: number) => void;
  selected: (line: Line) => boolean;
  href: (line: Line) => string;
  onClose?: () => void;
  children: (line: Accessor<Line>) => JSX.Element;
}) {
  let list!: HTMLDivElement;
  const rows = createVirtualRows(
    () => props.count,
    () => props.rowHeight,
  );
  const [focused, setFocused] = createSignal(0);
  const inSight = createMemo(() =>
    Array.from({ length: Math.max(0, rows.end() - rows.first()) }, (_, place) => rows.first() + place),
  );
  createEffect(() => {
    void props.version;
    props.want(rows.first(), rows.end());
  });
  onMount(() => {
    const observer = new ResizeObserver(() => rows.resized(list.clientHeight));
    observer.observe(list);
    onCleanup(() => observer.disconnect());
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onClose?.();
    const steps: Partial<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: rows.fit(),
      PageUp: -rows.fit(),
      Home: -props.count,
      End: props.count,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(0, focused() + step), props.count - 1);
    setFocused(next);
    const top = rows.reveal(next, 'nearest');
    if (top !== null) list.scrollTop = top;
    requestAnimationFrame(() =>
      list.querySelector<HTMLElement>(`[data-row="${next}"] a`)?.focus({ preventScroll: true }),
    );
  };
  return (
    <div
      ref={list}
      class={props.class}
      role="list"
      aria-label={props.label}
      tabIndex={-1}
      onScroll={() => rows.scrolled(list.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div class="grid-space" role="presentation" style={{ height: `${rows.height()}px` }}>
        <For each={inSight()}>
          {(row) => (
            <div
              class="cluster-row"
              role="listitem"
              aria-setsize={props.count}
              aria-posinset={row + 1}
              data-row={row}
              style={{ transform: `translateY(${rows.top(row)}px)`, height: `${props.rowHeight}px` }}
            >
              <Show when={props.line(row)}>
                {(line) => (
                  <a
                    class={props.linkClass}
                    classList={{ 'cluster-selected': props.selected(line()) }}
                    href={props.href(line())}
                    aria-current={props.selected(line()) ? 'true' : undefined}
                    tabIndex={row === focused() ? 0 : -1}
                    onFocus={() => setFocused(row)}
                  >
                    {props.children(line)}
                  </a>
                )}
              </Show>
            </div>
          )}
        </For>
      </div>
    </div>
  );
}
