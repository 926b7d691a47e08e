import { createMemo, createRenderEffect, type JSX, on, Show } from 'solid-js';
import type { AssetLine, BandLine, TableColumnId, TableLine } from '../../../model/table';
import type { AssetIndex, GroupIndex } from '../../../model/units';
import { AssetCard } from './asset-card';
import { createAssetCells } from './asset-cells';
import { type BandAction, BandCell } from './band-row';

export interface AssetInGroup {
  readonly asset: AssetIndex;
  readonly group: GroupIndex;
}

/** Above the list and higher than any row, where nothing scrolls, px. */
const ASIDE = -400;

interface RowProps {
  row: number;
  line: TableLine | undefined;
  top: number;
  /** Out of sight, the row stays as it is until it is needed. */
  inSight: boolean;
  cards: boolean;
  columns: readonly TableColumnId[];
  words: readonly string[];
  selected: AssetInGroup | null;
  activeColumn: number;
  bandAction: BandAction | undefined;
}

/**
 * One of the few row elements, used again for whichever row comes into sight: a jump through 700,000 rows then
 * changes texts instead of making 600 cells anew (tasks of 60 to 90 ms on two busy cores). Until its line is
 * here the old one stays, hidden.
 */
export function GridRow(props: RowProps) {
  const held = <T,>(now: () => T, start: T): (() => T) => {
    let before = start;
    return createMemo(() => {
      if (props.inSight) before = now();
      return before;
    });
  };
  const present = held<TableLine | undefined>(() => props.line, undefined);
  const words = held<readonly string[]>(() => props.words, []);
  const columns = held<readonly TableColumnId[]>(() => props.columns, []);
  const line = createMemo<TableLine | undefined>((before) => present() ?? before);
  const selected = () => isSelected(present(), props.selected);
  return (
    <div
      class={rowClass(present(), selected(), props.activeColumn >= 0)}
      role="row"
      aria-rowindex={props.row + 2}
      aria-selected={selected()}
      aria-busy={present() === undefined}
      data-row={props.row}
      style={{ transform: `translateY(${props.inSight ? props.top : ASIDE}px)` }}
    >
      <Show when={line() !== undefined} fallback={<div class="cell" role="gridcell" />}>
        <RowCells {...props} line={line()} words={words()} columns={columns()} />
      </Show>
    </div>
  );
}

/** A band, a card or cells; each is made when first needed and kept for the next line of its kind. */
function RowCells(props: RowProps): JSX.Element {
  const band = createMemo<BandLine | null>(
    (before) => (props.line?.kind === 'band' ? props.line : before),
    null,
  );
  const asset = createMemo<AssetLine | null>(
    (before) => (props.line?.kind === 'asset' ? props.line : before),
    null,
  );
  const bandCell = createMemo(() => (
    <Show when={band()}>
      {(known) => (
        <BandCell
          line={known()}
          row={props.row}
          columns={props.columns.length}
          active={props.activeColumn >= 0}
          action={props.bandAction}
        />
      )}
    </Show>
  ));
  const assetPart = createMemo(() => (
    <Show when={asset()}>
      {(known) => (
        <Show
          when={props.cards}
          fallback={
            <Cells
              line={known()}
              row={props.row}
              columns={props.columns}
              words={props.words}
              activeColumn={props.line?.kind === 'asset' ? props.activeColumn : -1}
            />
          }
        >
          <AssetCard line={known()} row={props.row} words={props.words} />
        </Show>
      )}
    </Show>
  ));
  return <>{props.line?.kind === 'band' ? bandCell() : assetPart()}</>;
}

/** The cells of one asset in one group; matched values are marked where they match. */
function Cells(props: {
  line: AssetLine;
  row: number;
  columns: readonly TableColumnId[];
  words: readonly string[];
  activeColumn: number;
}): JSX.Element {
  const cells = createAssetCells();
  const elements = createMemo(() => cells.arrange(props.columns));
  createRenderEffect(
    on([() => props.line, () => props.words, elements], ([line, words]) => cells.write(line, words)),
  );
  createRenderEffect<HTMLElement | undefined>((before) => {
    const active = elements()[props.activeColumn];
    if (before !== active) {
      before?.classList.remove('cell-active');
      before?.removeAttribute('id');
      active?.classList.add('cell-active');
    }
    // Only the active cell needs a name: the grid's `aria-activedescendant`.
    if (active !== undefined) active.id = `cell-${props.row}-${props.activeColumn}`;
    return active;
  });
  return <>{elements()}</>;
}

function isSelected(line: TableLine | undefined, selected: AssetInGroup | null): boolean {
  return line?.kind === 'asset' && line.asset === selected?.asset && line.group === selected.group;
}

function rowClass(line: TableLine | undefined, selected: boolean, active: boolean): string {
  let name = active ? 'row row-active' : 'row';
  if (line === undefined) return `${name} row-waiting`;
  name += line.place % 2 === 0 ? ' row-blue' : ' row-peach';
  if (line.kind === 'band') name += ' row-band';
  return selected ? `${name} row-selected` : name;
}
