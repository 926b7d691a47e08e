import { For } from 'solid-js';
import { mapRules, RULE_LABELS } from '../../../model/rule';
import type { AssetLine } from '../../../model/table';
import {
  columnOfRule,
  TABLE_COLUMN_IDS,
  TABLE_COLUMNS,
  type TableColumnId,
} from '../../../model/table-columns';
import { shownText } from '../../../wording/shown-text';
import { MarkedText } from '../marked-text';
import { cellText, isFixedWidth, matchedPieces } from './cell-text';

const lineOf = (column: TableColumnId) => TABLE_COLUMNS[column].card?.page ?? 0;
/** What a card on a small screen shows below its head, in this order; the panel has the rest. */
const ON_CARD: readonly TableColumnId[] = TABLE_COLUMN_IDS.filter((column) => lineOf(column) > 0).sort(
  (one, other) => lineOf(one) - lineOf(other),
);
const HEAD: readonly TableColumnId[] = ['assetName', 'assetId'];

/** The lines of the card; the matched value is always on it, in place of the last line but one. */
const LINES = mapRules((rule) => {
  const matched = columnOfRule(rule);
  if (matched === null || HEAD.includes(matched) || ON_CARD.includes(matched)) return ON_CARD;
  return ON_CARD.map((column, at) => (at === ON_CARD.length - 2 ? matched : column));
});

/** The same asset and the same words as in a row, one below the other. */
export function AssetCard(props: { line: AssetLine; row: number; words: readonly string[] }) {
  return (
    <div id={`cell-${props.row}-0`} class="card" role="gridcell" aria-colindex={1} data-column={0}>
      <p class="card-group">
        <b>Group {props.line.group + 1}</b>
        <span class="cut">
          {RULE_LABELS[props.line.rule]}{' '}
          <b classList={{ fixed: isFixedWidth(props.line, 'sharedValue') }}>
            {shownText(props.line.cells.sharedValue)}
          </b>
          {furtherFields(props.line)}
        </span>
      </p>
      <div class="card-head">
        <b class="cut" classList={{ matched: props.line.matched.assetName !== undefined }}>
          <MarkedText text={shownText(props.line.cells.assetName) || 'No asset name'} words={props.words} />
        </b>
        <span class="fixed quiet">{props.line.cells.assetId}</span>
      </div>
      <For each={LINES[props.line.rule]}>
        {(column) => (
          <div class="card-line">
            <span class="card-label">{TABLE_COLUMNS[column].header}</span>
            <span class="cut" classList={{ fixed: isFixedWidth(props.line, column) }}>
              <For each={matchedPieces(props.line, column)}>
                {(piece) => (
                  <span classList={{ matched: piece.matched && piece.text !== '' }}>{piece.text}</span>
                )}
              </For>
              {cellText(props.line, column) === '' ? '–' : ''}
            </span>
          </div>
        )}
      </For>
    </div>
  );
}

/** ", also DNS name, NetBIOS name", of what this asset shares with others of its group; "" for nothing. */
function furtherFields({ rule, cells }: AssetLine): string {
  const further = cells.allMatchingFields.slice(RULE_LABELS[rule].length + 2);
  return further === '' ? '' : `, also ${further}`;
}
