import { For, Show } from 'solid-js';
import type { AssetLine, TableColumnId } from '../../../model/table';
import { timeWithZone } from '../../words';
import { MarkedText } from '../marked-text';
import { COLUMN_OF_RULE, cellText, isFixedWidth, matchedPieces } from './cell-text';

/** The cells of one asset in one group; matched values are marked where they match. */
export function AssetCells(props: {
  line: AssetLine;
  row: number;
  columns: readonly TableColumnId[];
  words: readonly string[];
  activeColumn: number;
}) {
  return (
    <For each={props.columns}>
      {(column, place) => (
        <div
          id={`cell-${props.row}-${place()}`}
          class="cell"
          classList={{
            'cell-fixed': isFixedWidth(props.line, column),
            'cell-number': column === 'group' || column === 'cluster',
            'cell-active': props.activeColumn === place(),
          }}
          role="gridcell"
          aria-colindex={place() + 1}
          data-column={place()}
          title={column === 'lastActivity' ? timeWithZone(props.line.cells.lastActivity) : undefined}
        >
          <Show
            when={props.words.length > 0 || COLUMN_OF_RULE[props.line.rule] === column}
            fallback={cellText(props.line, column) || '–'}
          >
            <CellPieces line={props.line} column={column} words={props.words} />
          </Show>
        </div>
      )}
    </For>
  );
}

function CellPieces(props: { line: AssetLine; column: TableColumnId; words: readonly string[] }) {
  return (
    <For each={matchedPieces(props.line, props.column)} fallback="–">
      {(piece) => (
        <Show when={piece.matched} fallback={<MarkedText text={piece.text} words={props.words} />}>
          <b class="matched">
            <MarkedText text={piece.text} words={props.words} />
          </b>
        </Show>
      )}
    </For>
  );
}
