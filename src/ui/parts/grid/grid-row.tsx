import { createMemo, Show } from 'solid-js';
import type { TableColumnId, TableLine } from '../../../model/table';
import type { AssetIndex, GroupIndex } from '../../../model/units';
import { AssetCard } from './asset-card';
import { AssetCells } from './asset-row';
import { BandCell } from './band-row';

export interface AssetInGroup {
  readonly asset: AssetIndex;
  readonly group: GroupIndex;
}

/**
 * One of the few row elements, used again for whichever row comes into sight: a jump through 700,000 rows then
 * changes texts instead of making 600 cells anew (tasks of 60 to 90 ms on two busy cores). Until its line is
 * here the old one stays, hidden.
 */
export function GridRow(props: {
  row: number;
  line: TableLine | undefined;
  top: number;
  cards: boolean;
  columns: readonly TableColumnId[];
  words: readonly string[];
  selected: AssetInGroup | null;
  activeColumn: number;
}) {
  const line = createMemo<TableLine | undefined>((before) => props.line ?? before);
  const band = createMemo(() => {
    const known = line();
    return known?.kind === 'band' ? known : null;
  });
  const asset = createMemo(() => {
    const known = line();
    return known?.kind === 'asset' ? known : null;
  });
  return (
    <div
      class="row"
      classList={rowClasses(props.line, props.selected, props.activeColumn >= 0)}
      role="row"
      aria-rowindex={props.row + 2}
      aria-selected={isSelected(props.line, props.selected)}
      aria-busy={props.line === undefined}
      data-row={props.row}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <Show when={band()}>
        {(known) => (
          <BandCell
            line={known()}
            row={props.row}
            columns={props.columns.length}
            active={props.activeColumn >= 0}
          />
        )}
      </Show>
      <Show when={asset()}>
        {(known) => (
          <Show
            when={props.cards}
            fallback={
              <AssetCells
                line={known()}
                row={props.row}
                columns={props.columns}
                words={props.words}
                activeColumn={props.activeColumn}
              />
            }
          >
            <AssetCard line={known()} row={props.row} words={props.words} />
          </Show>
        )}
      </Show>
      <Show when={line() === undefined}>
        <div class="cell" role="gridcell" />
      </Show>
    </div>
  );
}

function isSelected(line: TableLine | undefined, selected: AssetInGroup | null): boolean {
  return line?.kind === 'asset' && line.asset === selected?.asset && line.group === selected.group;
}

function rowClasses(line: TableLine | undefined, selected: AssetInGroup | null, active: boolean) {
  return {
    'row-waiting': line === undefined,
    'row-blue': line !== undefined && line.group % 2 === 0,
    'row-peach': line !== undefined && line.group % 2 === 1,
    'row-band': line?.kind === 'band',
    'row-active': active,
    'row-selected': isSelected(line, selected),
  };
}
