import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import type { VerdictColumn, VerdictLine, VerdictQuery } from '../../../model/sensor-list';
import type { AssetIndex } from '../../../model/units';
import { Icon } from '../../parts/icon';
import { Time } from '../../parts/time';
import { createVirtualRows } from '../../state/virtual-rows';
import { countText } from '../../words';
import { COLUMN_LABELS, CRITERION_WORDS, OUTCOME_WORDS } from './sensor-words';

const COLUMNS: readonly VerdictColumn[] = [
  'assetId',
  'name',
  'address',
  'lastSeen',
  'outcome',
  'criterion',
  'row',
  'with',
];
const ROW_HEIGHT = 32;
const CARD_HEIGHT = 84;

/** The verdicts as virtual rows; a row leads to the explanation of its asset. */
export function VerdictList(props: {
  count: number;
  version: number;
  line: (index: number) => VerdictLine | undefined;
  want: (from: number, to: number) => void;
  small: boolean;
  selected: AssetIndex | null;
  sort: VerdictQuery['sort'];
  onSort: (column: VerdictColumn) => void;
  href: (asset: AssetIndex) => string;
  onClose: () => void;
}) {
  let list!: HTMLDivElement;
  const height = () => (props.small ? CARD_HEIGHT : ROW_HEIGHT);
  const rows = createVirtualRows(() => props.count, height);
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
    if (event.key === 'Escape') props.onClose();
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
    <div class="verdicts">
      <Show when={!props.small}>
        <div class="verdict-head verdict-columns" role="group" aria-label="Sort verdicts by">
          <For each={COLUMNS}>
            {(column) => (
              <button
                type="button"
                aria-pressed={props.sort?.column === column}
                onClick={() => props.onSort(column)}
              >
                {COLUMN_LABELS[column]}
                <Show when={props.sort?.column === column}>
                  <Icon name={props.sort!.descending ? 'down' : 'up'} />
                  <span class="visually-hidden">{props.sort!.descending ? 'descending' : 'ascending'}</span>
                </Show>
              </button>
            )}
          </For>
        </div>
      </Show>
      <div
        ref={list}
        class="cluster-list verdict-list"
        role="list"
        aria-label="Verdicts"
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
                style={{ transform: `translateY(${rows.top(row)}px)`, height: `${height()}px` }}
              >
                <Show when={props.line(row)}>
                  {(line) => (
                    <a
                      class="verdict-link verdict-columns"
                      classList={{ 'cluster-selected': props.selected === line().asset }}
                      href={props.href(line().asset)}
                      aria-current={props.selected === line().asset ? 'true' : undefined}
                      tabIndex={row === focused() ? 0 : -1}
                      onFocus={() => setFocused(row)}
                    >
                      <Cells line={line()} />
                    </a>
                  )}
                </Show>
              </div>
            )}
          </For>
        </div>
      </div>
    </div>
  );
}

function Cells(props: { line: VerdictLine }) {
  const line = () => props.line;
  return (
    <>
      <span class="fixed cut verdict-id">{line().assetId}</span>
      <span class="cut verdict-name" title={line().name}>
        {line().name || '–'}
      </span>
      <span class="fixed cut verdict-address">{line().address || '–'}</span>
      <span class="quiet cut verdict-seen">
        <Time at={line().lastSeen} />
      </span>
      <span class={`verdict-outcome outcome-${line().outcome}`}>{OUTCOME_WORDS[line().outcome]}</span>
      <span class="cut verdict-criterion">
        {line().criterion === null ? '' : CRITERION_WORDS[line().criterion!]}
      </span>
      <span class="verdict-row">{line().row ?? ''}</span>
      <span class="cut verdict-with" title={line().targetName}>
        <Show when={line().outcome !== 'separate'} fallback={<span class="quiet">–</span>}>
          <span class="with-word">with </span>
          <span class="fixed">{line().targetId}</span> {line().targetName}
          <Show when={line().group > 0}>
            <span class="quiet"> group {countText(line().group)}</span>
          </Show>
        </Show>
      </span>
    </>
  );
}
