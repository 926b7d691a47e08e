import { For } from 'solid-js';
import { RULE_LABELS } from '../../../model/rule';
import { type AssetLine, TABLE_COLUMNS, type TableColumnId } from '../../../model/table';
import { countText } from '../../words';
import { MarkedText } from '../marked-text';
import { cellText, isFixedWidth, matchedPieces } from './cell-text';

/** What a card on a small screen shows, in this order; the panel has the rest. */
const ON_CARD: readonly TableColumnId[] = ['dnsName', 'address', 'macAddresses', 'source', 'lastActivity'];
/** The matched value is always on the card. */
const ON_NETBIOS_CARD = ON_CARD.map((column) => (column === 'source' ? 'netbiosName' : column));

/** The same asset and the same words as in a row, one below the other. */
export function AssetCard(props: { line: AssetLine; row: number; words: readonly string[] }) {
  return (
    <div id={`cell-${props.row}-0`} class="card" role="gridcell" aria-colindex={1} data-column={0}>
      <p class="card-group">
        <b>Group {countText(props.line.group + 1)}</b>
        <span class="cut">
          {RULE_LABELS[props.line.rule]}{' '}
          <b classList={{ fixed: isFixedWidth(props.line, 'sharedValue') }}>{props.line.cells.sharedValue}</b>
        </span>
      </p>
      <div class="card-head">
        <b class="cut" classList={{ matched: props.line.rule === 'assetName' }}>
          <MarkedText text={props.line.cells.assetName || 'No asset name'} words={props.words} />
        </b>
        <span class="fixed quiet">{props.line.cells.assetId}</span>
      </div>
      <For each={props.line.rule === 'netbiosName' ? ON_NETBIOS_CARD : ON_CARD}>
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
