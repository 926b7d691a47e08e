import { createMemo, For, Show } from 'solid-js';
import { useApp, useEngine } from '../../../ui/context';
import { Empty } from '../../../ui/parts/empty';
import { Icon } from '../../../ui/parts/icon';
import { counted } from '../../../ui/words';
import { CLEAR_FILTERS, nothingMatches } from '../../../wording/nothing-matches';
import type { SensorCalls } from '../calls';
import { VERDICT_COLUMNS, type VerdictColumn } from '../types/list';
import { CRITERION_LABELS, SENSOR_CRITERIA, SENSOR_OUTCOMES, SENSOR_ROWS } from '../types/result';
import type { SensorView } from '../types/view';
import { changeText } from './difference';
import { DISAGREEMENT_WORDS } from './disagreements';
import { COLUMN_LABELS, OUTCOME_WORDS } from './sensor-words';
import { SENSOR_ADDRESS, type SensorPlace } from './state/place';
import { createVerdicts } from './state/verdicts';
import { VerdictList } from './verdict-list';
import { VerdictPanel } from './verdict-panel';
import './verdicts.css';

/** Every passive asset with its verdict: searched, filtered, sorted; one of them explained beside the list. */
export function Verdicts(props: { view: SensorView }) {
  const app = useApp();
  const engine = useEngine<SensorCalls>();
  const place = () => app.route.of(SENSOR_ADDRESS);
  const verdicts = createVerdicts(
    engine,
    () => app.session.result()?.revision ?? null,
    () => props.view,
    place,
  );
  const go = (change: Partial<SensorPlace>) => app.route.go(SENSOR_ADDRESS.with(change));
  const sortBy = (column: VerdictColumn) => {
    const now = place().sort;
    if (now?.column !== column) go({ sort: { column, descending: false } });
    else go({ sort: now.descending ? null : { column, descending: true } });
  };
  const close = () => {
    if (place().asset === null) return;
    go({ asset: null, against: null });
    document.querySelector<HTMLElement>('.verdict-list a[tabindex="0"]')?.focus();
  };
  return (
    <>
      <Tools view={props.view} count={verdicts.count()} go={go} />
      <div class="beside">
        <Show
          when={(verdicts.count() ?? 0) > 0}
          fallback={
            <Show when={verdicts.count() !== null}>
              <Empty
                text={nothingMatches('passive assets', place().search, filterTexts(place(), props.view))}
                action={CLEAR_FILTERS}
                onAction={() => go({ ...SENSOR_ADDRESS.start, part: 'verdicts' })}
              />
            </Show>
          }
        >
          <VerdictList
            count={verdicts.count() ?? 0}
            version={verdicts.version()}
            line={verdicts.line}
            want={verdicts.want}
            small={app.small()}
            selected={place().asset}
            sort={place().sort}
            onSort={sortBy}
            href={(asset) => app.route.href(SENSOR_ADDRESS.with({ asset, against: null }))}
            onClose={close}
          />
        </Show>
        <VerdictPanel view={props.view} onClose={close} />
      </div>
    </>
  );
}

/** The filters that are on, each in words. */
function filterTexts(place: SensorPlace, view: SensorView): string[] {
  const { outcome, criterion, row, changed, judged } = place;
  return [
    outcome === null ? '' : OUTCOME_WORDS[outcome],
    criterion === null ? '' : CRITERION_LABELS[criterion],
    row === null ? '' : `row ${row}`,
    changed === null ? '' : changeText(changed, view.difference?.[changed].length ?? 0),
    judged === null ? '' : DISAGREEMENT_WORDS[judged].filter,
  ];
}

function Tools(props: {
  view: SensorView;
  count: number | null;
  go: (change: Partial<SensorPlace>) => void;
}) {
  const app = useApp();
  const place = () => app.route.of(SENSOR_ADDRESS);
  const search = (text: string) => app.route.type(SENSOR_ADDRESS.with({ search: text }));
  const changed = createMemo(() => {
    const change = place().changed;
    const assets = change === null ? undefined : props.view.difference?.[change];
    return change === null || assets === undefined ? null : changeText(change, assets.length);
  });
  return (
    <div class="toolbar">
      <div class="toolbar-line">
        <input
          class="search"
          type="search"
          aria-label="Search verdicts"
          placeholder="Search verdicts"
          autocomplete="off"
          spellcheck={false}
          value={place().search}
          onInput={(event) => search(event.currentTarget.value)}
        />
        <div class="chips" role="group" aria-label="Only verdicts">
          <For each={SENSOR_OUTCOMES}>
            {(outcome) => (
              <button
                type="button"
                class="chip-button"
                aria-pressed={place().outcome === outcome}
                onClick={() => props.go({ outcome: place().outcome === outcome ? null : outcome })}
              >
                {OUTCOME_WORDS[outcome]}
                <span class="chip-count">{props.view.figures.outcomes[outcome].toLocaleString('en-US')}</span>
              </button>
            )}
          </For>
        </div>
        <Choice
          label="Criterion"
          all="any criterion"
          value={place().criterion}
          options={SENSOR_CRITERIA.map((id) => [id, CRITERION_LABELS[id]])}
          onChange={(id) => props.go({ criterion: SENSOR_CRITERIA.find((one) => one === id) ?? null })}
        />
        <Choice
          label="Row"
          all="any row"
          value={place().row}
          options={SENSOR_ROWS.map((id) => [id, `row ${id}`])}
          onChange={(id) => props.go({ row: SENSOR_ROWS.find((one) => one === id) ?? null })}
        />
        <Show when={app.small()}>
          <Choice
            label="Sort by"
            all="dataset order"
            value={place().sort?.column ?? null}
            options={VERDICT_COLUMNS.map((id) => [id, COLUMN_LABELS[id]])}
            onChange={(id) => {
              const column = VERDICT_COLUMNS.find((one) => one === id);
              props.go({ sort: column === undefined ? null : { column, descending: false } });
            }}
          />
        </Show>
        <Show when={changed()}>
          {(text) => (
            <button type="button" class="chip-button chip-on" onClick={() => props.go({ changed: null })}>
              {text()}
              <Icon name="close" />
              <span class="visually-hidden">Remove this filter</span>
            </button>
          )}
        </Show>
        <Show when={place().judged}>
          {(judged) => (
            <button type="button" class="chip-button chip-on" onClick={() => props.go({ judged: null })}>
              {DISAGREEMENT_WORDS[judged()].filter}
              <Icon name="close" />
              <span class="visually-hidden">Remove this filter</span>
            </button>
          )}
        </Show>
        <span class="toolbar-gap" />
        <p class="shown" role="status">
          {props.count === null ? '' : counted(props.count, 'passive asset')}
        </p>
      </div>
    </div>
  );
}

function Choice(props: {
  label: string;
  all: string;
  value: string | null;
  options: readonly (readonly [id: string, label: string])[];
  onChange: (id: string) => void;
}) {
  return (
    <select
      class="select"
      aria-label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <option value="">{props.all}</option>
      <For each={props.options}>{([id, label]) => <option value={id}>{label}</option>}</For>
    </select>
  );
}
