import {
  createComputed,
  createEffect,
  createMemo,
  createSignal,
  Index,
  on,
  onCleanup,
  onMount,
} from 'solid-js';
import type { AssetLine, TableColumnId, TableLine, TableSort } from '../../../model/table';
import { isTimeColumn, TABLE_COLUMNS } from '../../../model/table-columns';
import type { TableLayout } from '../../state/table-layout';
import { createVirtualRows } from '../../state/virtual-rows';
import { timeWithZone } from '../../words';
import type { BandAction } from './band-row';
import { cellText } from './cell-text';
import { CellTip, createCellTip } from './cell-tip';
import { IN_BAND, longestWidth, sharedWidths } from './column-widths';
import { GridHead } from './grid-head';
import { type AssetInGroup, GridRow } from './grid-row';
import { type CellPlace, movedBy } from './move';

const ROW_HEIGHT = 32;
const CARD_HEIGHT = 164;
const HEAD_HEIGHT = 36;
/** Beside a cell's text on both sides, and beside a header's for the sign of the order, px. */
const PADDING = 22;
const ICON = 20;

/** The result table: only rows in sight are in the page, any number of lines behind it. */
export function DuplicatesGrid(props: {
  lines: number;
  version: number;
  /** Whether these are still the lines of the question before. */
  waiting: boolean;
  line: (index: number) => TableLine | undefined;
  want: (from: number, to: number) => void;
  findLine: (place: AssetInGroup) => Promise<number>;
  layout: TableLayout;
  cards: boolean;
  sort: TableSort | null;
  /** Whether the present lines are in an order other than group after group. */
  sorted: boolean;
  words: readonly string[];
  selected: AssetInGroup | null;
  onSort: (column: TableColumnId) => void;
  onOpen: (place: AssetInGroup) => void;
  onClose: () => void;
  onActive: (line: AssetLine | null, column: TableColumnId | null) => void;
  onCopyCell: () => void;
  bandAction?: BandAction;
}) {
  let grid!: HTMLDivElement;
  const rows = createVirtualRows(
    () => props.lines,
    () => (props.cards ? CARD_HEIGHT : ROW_HEIGHT),
  );
  const [active, setActive] = createSignal<CellPlace | null>(null);
  const [anchor, setAnchor] = createSignal<AssetInGroup | null>(props.selected);
  const tip = createCellTip();
  const numbered = () => props.sorted && !props.cards;
  /** Sorted, there are no bands: the group's number then stands first and stays in sight, for colour alone says too little. */
  const columns = createMemo<readonly TableColumnId[]>(() =>
    numbered()
      ? ['group', ...props.layout.columns().filter((id) => id !== 'group')]
      : props.layout.columns().filter((id) => !IN_BAND.has(id)),
  );
  const [room, setRoom] = createSignal(0);
  /** Until a person sets a width, the columns fill the table. */
  const widths = createMemo(() =>
    sharedWidths(columns(), props.layout.width, props.layout.isAdjusted() ? 0 : room()),
  );
  const widthOf = (column: TableColumnId) => widths().get(column) ?? props.layout.width(column);
  const total = () => columns().reduce((sum, column) => sum + widthOf(column), 0);
  const resize = (column: TableColumnId, width: number, done = true) => {
    // The others stay as they stand, or they would move under the pointer.
    if (!props.layout.isAdjusted()) props.layout.take(widths());
    props.layout.resize(column, width, done);
  };
  createComputed(
    on(
      () => props.version,
      () => rows.narrow(),
    ),
  );
  /** The row of each row element. One keeps its row while it is in sight, and after that until it is needed. */
  const slots = createMemo<readonly number[]>((before) => {
    const count = rows.most();
    const kept = before.length === count ? before : Array.from({ length: count }, (_, row) => row);
    const placed = [...kept];
    for (let row = rows.first(); row < rows.end(); row++) placed[row % count] = row;
    return placed;
  }, []);
  const isInSight = (row: number) => row >= rows.first() && row < rows.end();
  /** Whether the columns are scrolled sideways. */
  const [shifted, setShifted] = createSignal(false);
  createEffect(() => {
    void props.version;
    if (props.lines > 0) props.want(rows.first(), rows.end());
  });

  const scrollTo = (row: number, where: 'nearest' | 'center') => {
    const top = rows.reveal(row, where);
    if (top !== null) grid.scrollTop = top;
  };
  const place = (next: CellPlace) => {
    setActive(next);
    const line = next.row < 0 ? undefined : props.line(next.row);
    if (line?.kind === 'asset') setAnchor({ asset: line.asset, group: line.group });
    props.onActive(line?.kind === 'asset' ? line : null, columns()[next.column] ?? null);
    if (next.row >= 0) scrollTo(next.row, 'nearest');
    revealColumn(grid, next, columns(), widthOf, numbered());
    // A card is covered by the panel that it opens.
    if (!props.cards)
      requestAnimationFrame(() => tip.showFor(document.getElementById(cellId(next, props.line(next.row)))));
  };
  const openAt = (row: number) => {
    const line = props.line(row);
    if (line?.kind === 'asset') props.onOpen({ asset: line.asset, group: line.group });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = active() ?? { row: 0, column: 0 };
    const mod = event.ctrlKey || event.metaKey;
    const column = columns()[at.column];
    if (event.key === 'Enter' || event.key === ' ') {
      if (at.row < 0 && column !== undefined) props.onSort(column);
      else openAt(at.row);
    } else if (event.key === 'Escape') {
      tip.hide();
      props.onClose();
    } else if (mod && event.key.toLowerCase() === 'c' && String(getSelection() ?? '') === '')
      props.onCopyCell();
    else if (
      event.shiftKey &&
      column !== undefined &&
      (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    ) {
      resize(column, widthOf(column) + (event.key === 'ArrowRight' ? 16 : -16));
    } else {
      const extent = { rows: props.lines, columns: columns().length, page: rows.fit() - 1 };
      const next = movedBy(event.key, mod, at, extent);
      if (next === null) return;
      place(next);
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]');
    const row = Number(cell?.parentElement?.dataset['row'] ?? Number.NaN);
    if (cell === null || Number.isNaN(row)) return;
    setActive({ row, column: Number(cell.dataset['column']) });
    place({ row, column: Number(cell.dataset['column']) });
    if (String(getSelection() ?? '') === '') openAt(row);
  };
  const onPointerOver = (event: PointerEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]');
    const row = cell?.parentElement?.dataset['row'];
    // Only here, since writing a zone's name takes as long as writing a row.
    const column = columns()[Number(cell?.dataset['column'])];
    if (cell !== null && row !== undefined && column !== undefined && isTimeColumn(column)) {
      const line = props.line(Number(row));
      cell.title = line?.kind === 'asset' ? timeWithZone(line.cells[column]) : '';
    }
    tip.showFor(cell);
  };
  const fit = (column: TableColumnId) => {
    const texts = slots().flatMap((row) => {
      const line = props.line(row);
      return line?.kind === 'asset' ? [cellText(line, column)] : [];
    });
    const at = columns().indexOf(column) + 1;
    const cells = [...grid.querySelectorAll(`.row > .cell[aria-colindex="${at}"]`)];
    // Matched values are bold, and so the widest.
    const cell = cells.find((one) => one.querySelector('.matched'))?.querySelector('.matched') ?? cells[0];
    const head = grid.querySelector(`.head-cell[aria-colindex="${at}"]`);
    if (cell === undefined || head === null) return;
    const header = longestWidth([TABLE_COLUMNS[column].header], head) + ICON;
    resize(column, Math.ceil(Math.max(longestWidth(texts, cell), header)) + PADDING);
  };

  createEffect(
    on(columns, (now, before) => {
      const at = active();
      const column = at === null ? undefined : before?.[at.column];
      if (at !== null && column !== undefined) setActive({ ...at, column: Math.max(0, now.indexOf(column)) });
    }),
  );

  // The selected row keeps its place when the list is sorted, filtered or opened again.
  createEffect(
    on([() => props.version, () => props.selected], async ([version], before) => {
      const wanted = props.selected ?? (before?.[0] === version ? null : anchor());
      if (wanted === null || props.lines === 0) return;
      const row = await props.findLine(wanted);
      if (row < 0 || version !== props.version) return;
      setAnchor(wanted);
      setActive((now) => ({ row, column: now?.column ?? 0 }));
      scrollTo(row, before === undefined || before[0] !== version ? 'center' : 'nearest');
    }),
  );
  createEffect(
    on(
      () => props.version,
      () => {
        if (anchor() === null && props.selected === null) {
          setActive(null);
          scrollTo(0, 'nearest');
        }
      },
    ),
  );
  onMount(() => {
    const measure = () => {
      rows.resized(grid.clientHeight - (props.cards ? 0 : HEAD_HEIGHT));
      setRoom(grid.clientWidth);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(grid);
    onCleanup(() => observer.disconnect());
  });

  return (
    <div
      ref={grid}
      class="grid"
      classList={{ 'grid-cards': props.cards, 'grid-numbered': numbered(), 'grid-shifted': shifted() }}
      role="grid"
      tabIndex={0}
      aria-label="Duplicate assets"
      aria-rowcount={props.lines + 1}
      aria-colcount={columns().length}
      aria-busy={props.waiting}
      aria-activedescendant={active() === null ? undefined : cellId(active()!, props.line(active()!.row))}
      style={{
        '--columns': columns()
          .map((column) => `${widthOf(column)}px`)
          .join(' '),
        '--row-width': `${total()}px`,
      }}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onScroll={() => {
        const { scrollTop, scrollLeft } = grid;
        tip.hide();
        setShifted(scrollLeft > 0);
        rows.scrolled(scrollTop);
      }}
      onPointerOver={onPointerOver}
      onPointerLeave={() => tip.hide()}
      onBlur={() => tip.hide()}
    >
      <GridHead
        columns={columns()}
        sort={props.sort}
        activeColumn={active()?.row === -1 ? active()!.column : -1}
        width={widthOf}
        onSort={props.onSort}
        onResize={resize}
        onFit={fit}
      />
      <div class="grid-space" role="rowgroup" style={{ height: `${rows.height()}px` }}>
        <Index each={slots()}>
          {(row) => (
            <GridRow
              row={row()}
              line={props.line(row())}
              top={rows.top(row())}
              inSight={isInSight(row())}
              cards={props.cards}
              columns={columns()}
              words={props.words}
              selected={props.selected}
              bandAction={props.bandAction}
              activeColumn={active()?.row === row() ? active()!.column : -1}
            />
          )}
        </Index>
      </div>
      <CellTip tip={tip.tip()} />
    </div>
  );
}

function cellId(place: CellPlace, line: TableLine | undefined): string {
  return `cell-${place.row}-${place.row >= 0 && line?.kind === 'band' ? 0 : place.column}`;
}

/** Scrolls sideways until the column is whole in sight. */
function revealColumn(
  grid: HTMLElement,
  place: CellPlace,
  columns: readonly TableColumnId[],
  width: (column: TableColumnId) => number,
  firstStays: boolean,
): void {
  if (firstStays && place.column === 0) return;
  const left = columns.slice(0, place.column).reduce((sum, column) => sum + width(column), 0);
  const right = left + width(columns[place.column]!);
  const covered = firstStays ? width(columns[0]!) : 0;
  if (left < grid.scrollLeft + covered) grid.scrollLeft = left - covered;
  else if (right > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = right - grid.clientWidth;
}
