import { For, Show } from 'solid-js';
import type { TableSort } from '../../../model/table';
import { isNumberColumn, TABLE_COLUMNS, type TableColumnId } from '../../../model/table-columns';
import { Icon } from '../icon';

/** The column headers: a click sorts, the right edge resizes by dragging, Shift and arrow keys by keyboard. */
export function GridHead(props: {
  columns: readonly TableColumnId[];
  sort: TableSort | null;
  activeColumn: number;
  width: (column: TableColumnId) => number;
  onSort: (column: TableColumnId) => void;
  onResize: (column: TableColumnId, width: number, done: boolean) => void;
  onFit: (column: TableColumnId) => void;
}) {
  const startDrag = (column: TableColumnId, event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = event.clientX;
    const width = props.width(column);
    handle.setPointerCapture(event.pointerId);
    const onMove = (move: PointerEvent) => props.onResize(column, width + move.clientX - from, false);
    const onEnd = (end: PointerEvent) => {
      props.onResize(column, width + end.clientX - from, true);
      handle.removeEventListener('pointermove', onMove);
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', onEnd as EventListener, { once: true });
  };
  const sorted = (column: TableColumnId) => {
    if (props.sort?.column !== column) return 'none';
    return props.sort.descending ? 'descending' : 'ascending';
  };
  return (
    <div class="grid-head" role="row" aria-rowindex={1}>
      <For each={props.columns}>
        {(column, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and takes the keys
          <div
            id={`cell--1-${place()}`}
            class="head-cell"
            classList={{
              'cell-active': props.activeColumn === place(),
              'head-number': isNumberColumn(column),
            }}
            role="columnheader"
            tabIndex={-1}
            aria-sort={sorted(column)}
            aria-colindex={place() + 1}
            onClick={() => props.onSort(column)}
          >
            <span class="cut">{TABLE_COLUMNS[column].header}</span>
            <Show when={props.sort?.column === column}>
              <Icon name={props.sort?.descending === true ? 'down' : 'up'} />
            </Show>
            <span
              class="resizer"
              aria-hidden="true"
              onClick={(event) => event.stopPropagation()}
              onDblClick={() => props.onFit(column)}
              onPointerDown={(event) => startDrag(column, event)}
            />
          </div>
        )}
      </For>
    </div>
  );
}
