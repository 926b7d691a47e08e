import { For, Show } from 'solid-js';
import type { ReportKind } from '../../../../client/api';
import { RULE_IDS, RULE_LABELS, type RuleId } from '../../../../model/rule';
import { useApp } from '../../../../ui/context';
import { RedactMenu } from '../../../../ui/parts/redact-choice';
import { SaveButtons } from '../../../../ui/parts/save-buttons';
import { SaveMenu } from '../../../../ui/parts/save-menu';
import { createMediaQuery, NARROW_SCREEN } from '../../../../ui/state/small-screen';
import { TABLE } from '../../../../ui/state/table-address';
import { counted, countText } from '../../../../ui/words';
import { useDuplicates } from '../state';
import { Filters } from './filters';
import { ColumnMenu, type CopiedPart, CopyMenu } from './menus';
import { SortChoice } from './sort-choice';

/** Search, field filters, what is shown, and saving. */
export function Toolbar(props: { small: boolean; onCopy: (part: CopiedPart) => void }) {
  const app = useApp();
  const { table, layout, reports } = useDuplicates();
  const view = () => app.route.of(TABLE);
  const toggle = (rule: RuleId) => {
    const now = view().rules ?? [];
    const next = RULE_IDS.filter((id) => (id === rule ? !now.includes(id) : now.includes(id)));
    app.route.go(TABLE.with({ rules: next.length === 0 ? null : next }));
  };
  const narrow = createMediaQuery(NARROW_SCREEN);
  /** Four buttons and their choices take three lines of a narrow window, and with them the rows. */
  const inMenu = () => props.small || narrow();
  const save = (kind: ReportKind) => void reports.save(kind, reports.shownOnly() ? table.query() : null);
  return (
    <div class="toolbar">
      <div class="toolbar-line">
        <input
          id="search"
          class="search"
          type="search"
          aria-label="Search"
          placeholder="Search all columns"
          autocomplete="off"
          spellcheck={false}
          value={view().search}
          onInput={(event) => app.route.type(TABLE.with({ search: event.currentTarget.value }))}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.grid')?.focus();
          }}
        />
        <div class="chips" role="group" aria-label="Only groups found by">
          <For each={RULE_IDS}>
            {(rule) => (
              <button
                type="button"
                class="chip-button"
                aria-pressed={view().rules?.includes(rule) ?? false}
                onClick={() => toggle(rule)}
              >
                {RULE_LABELS[rule]}
                <span class="chip-count">{countText(app.session.result()?.summary.byRule[rule] ?? 0)}</span>
              </button>
            )}
          </For>
        </div>
        <span class="toolbar-gap" />
        <Show when={props.small}>
          <SortChoice sort={view().sort} onSort={(sort) => app.route.go(TABLE.with({ sort }))} />
        </Show>
        <Show when={view().sort !== null}>
          <button
            type="button"
            class="chip-button"
            aria-pressed={view().together}
            onClick={() => app.route.go(TABLE.with({ together: !view().together }))}
          >
            Keep groups together
          </button>
        </Show>
        <button
          type="button"
          class="button button-small reset-sort"
          disabled={view().sort === null}
          onClick={() => app.route.go(TABLE.with({ sort: null }))}
        >
          Reset sort
        </button>
        <button type="button" class="button button-small" onClick={() => app.setDialog('settings')}>
          Settings
        </button>
        <Show when={!props.small}>
          <CopyMenu onCopy={props.onCopy} />
          <ColumnMenu layout={layout} />
        </Show>
      </div>
      <div class="toolbar-line">
        <p class="shown" role="status" aria-live="polite">
          <Shown />
        </p>
        <Filters />
        <span class="toolbar-gap" />
        <div class="save-line">
          <SaveChoice />
          <Show when={!inMenu()}>
            <RedactMenu redaction={reports} />
          </Show>
          <Show
            when={inMenu()}
            fallback={
              <SaveButtons
                busy={app.session.job() !== null}
                saved={reports.saved()}
                choice=""
                onSave={save}
              />
            }
          >
            <SaveMenu
              busy={app.session.job() !== null}
              redaction={reports}
              saved={reports.saved()}
              onSave={save}
            />
          </Show>
        </div>
      </div>
    </div>
  );
}

function Shown() {
  const { table } = useDuplicates();
  return (
    <Show when={table.size()}>
      {(size) => (
        <>
          {counted(size().groups, 'group')}, {counted(size().assets, 'asset')}, {counted(size().rows, 'row')}
        </>
      )}
    </Show>
  );
}

/** What the save buttons take: every group, or what the table shows now. */
function SaveChoice() {
  const { reports } = useDuplicates();
  return (
    <label class="save-what">
      <span>Save</span>
      <select
        class="select"
        aria-label="What is saved"
        value={reports.shownOnly() ? 'shown' : 'all'}
        onChange={(event) => reports.setShownOnly(event.currentTarget.value === 'shown')}
      >
        <option value="all">all groups</option>
        <option value="shown">what the table shows</option>
      </select>
    </label>
  );
}
