import { For, Show } from 'solid-js';
import type { AssetIndex } from '../../../model/units';
import { Icon } from '../../../ui/parts/icon';
import { LinkList } from '../../../ui/parts/link-list';
import { Time } from '../../../ui/parts/time';
import { countText } from '../../../ui/words';
import type { VerdictColumn, VerdictLine, VerdictQuery } from '../types/list';
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
      <LinkList
        label="Verdicts"
        class="cluster-list verdict-list"
        linkClass="verdict-link verdict-columns"
        count={props.count}
        rowHeight={props.small ? CARD_HEIGHT : ROW_HEIGHT}
        version={props.version}
        line={props.line}
        want={props.want}
        selected={(line) => props.selected === line.asset}
        href={(line) => props.href(line.asset)}
        onClose={props.onClose}
      >
        {(line) => <Cells line={line()} />}
      </LinkList>
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
