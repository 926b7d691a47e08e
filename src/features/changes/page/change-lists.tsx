import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { CauseId } from '../../../model/judgement';
import { useApp, useEngine } from '../../../ui/context';
import { Empty } from '../../../ui/parts/empty';
import { LinkList } from '../../../ui/parts/link-list';
import { createLineCache } from '../../../ui/state/line-cache';
import { countText } from '../../../ui/words';
import {
  CHANGE_LISTS,
  type ChangeLine,
  type ChangeList,
  type ChangesCalls,
  type ChangesView,
} from '../calls';
import { CHANGES } from './address';
import { ChangePanel } from './change-panel';
import { useChanges } from './context';

export const LIST_LABELS: Readonly<Record<ChangeList, string>> = {
  new: 'New',
  gone: 'Gone',
  back: 'Came back',
  still: 'Still there',
  changed: 'Changed',
};

const DECISION_WORDS = { standing: 'decided', asked: 'asked again' } as const;
const WIDE_ROW = 36;
const NARROW_ROW = 64;
/** Rows in sight before the list scrolls. */
const MOST_ROWS = 14;

/** The lists: one at a time, the record that is open beside it. */
export function ChangeLists(props: { view: ChangesView }) {
  const app = useApp();
  const engine = useEngine<ChangesCalls>();
  const state = useChanges();
  const place = () => app.route.of(CHANGES);
  const [count, setCount] = createSignal<number | null>(null);
  const [version, setVersion] = createSignal(0);
  const lines = createLineCache<ChangeLine>((from, to) => engine.changeLines(from, to));
  const query = createMemo(() => ({ list: place().list, cause: (place().cause || null) as CauseId | null }));
  let latest = 0;
  createEffect(
    on([state.version, query], async ([compared, wanted]) => {
      const mine = ++latest;
      if (compared === 0) return;
      const outcome = await engine.openChanges(wanted);
      if (mine !== latest || !outcome.ok) return;
      lines.clear();
      setCount(outcome.value);
      setVersion((before) => before + 1);
    }),
  );
  const rowHeight = () => (app.small() ? NARROW_ROW : WIDE_ROW);
  return (
    <section class="change-lists" aria-label="Changes by asset">
      <div class="toolbar-line">
        <div class="chips" role="group" aria-label="List">
          <For each={CHANGE_LISTS}>
            {(list) => (
              <button
                type="button"
                class="chip-button"
                classList={{ 'chip-on': place().list === list }}
                aria-pressed={place().list === list}
                onClick={() => app.route.go(CHANGES.with({ list, cause: '', open: null }))}
              >
                {LIST_LABELS[list]} <span class="chip-count">{countText(props.view.counts[list])}</span>
              </button>
            )}
          </For>
        </div>
        <CauseChoice view={props.view} />
      </div>
      <Show when={props.view.alsoLookedInto !== null && place().list === 'changed'}>
        <p class="section-note">
          Also looked into {props.view.alsoLookedInto}, for records that go to and fro between machines.
        </p>
      </Show>
      <div class="change-beside">
        <Show
          when={(count() ?? 0) > 0}
          fallback={
            <Empty
              text={count() === null ? 'Reading …' : EMPTY_WORDS[place().list]}
              busy={count() === null}
            />
          }
        >
          <div
            class="change-list-frame"
            style={{ height: `${Math.min(count()!, MOST_ROWS) * rowHeight() + 2}px` }}
          >
            <LinkList
              label={LIST_LABELS[place().list]}
              class="cluster-list change-list"
              linkClass="cluster-link change-link"
              count={count() ?? 0}
              rowHeight={rowHeight()}
              version={version()}
              line={lines.line}
              want={lines.want}
              selected={({ asset }) => asset === place().open}
              href={({ asset }) => app.route.href(CHANGES.with({ open: asset }))}
              onClose={() => app.route.go(CHANGES.with({ open: null }))}
            >
              {(line) => <Cells line={line()} />}
            </LinkList>
          </div>
        </Show>
        <Show when={place().open !== null}>
          <ChangePanel
            list={place().list}
            asset={place().open!}
            onClose={() => app.route.go(CHANGES.with({ open: null }))}
          />
        </Show>
      </div>
    </section>
  );
}

const EMPTY_WORDS: Readonly<Record<ChangeList, string>> = {
  new: 'No asset is new.',
  gone: 'No asset is gone.',
  back: 'No machine has another asset ID than before.',
  still: 'No asset is as it was.',
  changed: 'No asset ID has other values than before.',
};

function CauseChoice(props: { view: ChangesView }) {
  const app = useApp();
  const place = () => app.route.of(CHANGES);
  const causes = () => props.view.byCause.filter(({ list }) => list === place().list);
  return (
    <Show when={causes().length > 1}>
      <label class="save-what">
        <span>Cause</span>
        <select
          class="select"
          aria-label="Cause"
          onChange={(event) => app.route.go(CHANGES.with({ cause: event.currentTarget.value, open: null }))}
        >
          <option value="" selected={place().cause === ''}>
            all
          </option>
          <For each={causes()}>
            {({ cause, title, assets }) => (
              <option value={cause} selected={place().cause === cause}>
                {title} ({countText(assets)})
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  );
}

function Cells(props: { line: ChangeLine }) {
  const line = () => props.line;
  return (
    <>
      <b class="cut">{line().title}</b>
      <span class="cut fixed">
        {line().before === null ? line().assetId : `${line().before} → ${line().assetId}`}
      </span>
      <span class="cut">{line().cause}</span>
      <span class="cut quiet">{line().what === '' ? '' : `other ${line().what}`}</span>
      <span class="quiet">{line().decision === null ? '' : DECISION_WORDS[line().decision!]}</span>
    </>
  );
}
