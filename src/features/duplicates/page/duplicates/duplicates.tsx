import { createMemo, createSignal, Show } from 'solid-js';
import { valueOr } from '../../../../model/outcome';
import { type AssetLine, TABLE_COLUMNS, type TableColumnId } from '../../../../model/table';
import { copyText } from '../../../../ui/browser/clipboard';
import { useApp, useEngine } from '../../../../ui/context';
import { IgnoreButton } from '../../../../ui/ignore/ignore-button';
import { SidePanel } from '../../../../ui/panel/side-panel';
import { Empty } from '../../../../ui/parts/empty';
import { copiedCell, copiedLine } from '../../../../ui/parts/grid/cell-text';
import { DuplicatesGrid } from '../../../../ui/parts/grid/duplicates-grid';
import { closePanel, NO_FILTER, PANEL, showPanel, TABLE } from '../../../../ui/state/table-address';
import { counted } from '../../../../ui/words';
import { CLEAR_FILTERS, nothingMatches } from '../../../../wording/nothing-matches';
import { markedWords } from '../../../../wording/search-words';
import type { DuplicatesCalls } from '../../calls';
import { useDuplicates } from '../state';
import { filterTexts } from './filter-texts';
import type { CopiedPart } from './menus';
import { Toolbar } from './toolbar';

/** The result table with its toolbar; the panel beside it belongs to the frame. */
export function DuplicatesScreen() {
  const app = useApp();
  const { table, layout } = useDuplicates();
  const engine = useEngine<DuplicatesCalls>();
  const [active, setActive] = createSignal<{ line: AssetLine | null; column: TableColumnId | null }>({
    line: null,
    column: null,
  });
  const { say } = app.toasts;
  const words = createMemo(() => markedWords(table.shown().search));
  const selected = () => {
    const panel = app.route.of(PANEL).view;
    return panel?.kind === 'asset' ? { asset: panel.asset, group: panel.group } : null;
  };
  const widelyFrom = () => app.session.result()?.settings.sharedWidelyFrom ?? Number.POSITIVE_INFINITY;
  /** Opening the panel is a step of the history; what it shows while it is open is none. */
  const show = (place: { readonly asset: number; readonly group: number }) => {
    const step = showPanel({ kind: 'asset', ...place });
    if (selected() === null) app.route.go(step);
    else app.route.adjust(step);
  };
  const sort = (column: TableColumnId) => {
    const now = app.route.of(TABLE).sort;
    const descending = now?.column === column && !now.descending;
    app.route.go(TABLE.with({ sort: { column, descending } }));
  };
  const copy = async (text: string, what: string) => {
    say(
      (await copyText(text))
        ? `Copied ${what}.`
        : 'The browser refused the clipboard. Select the text and copy it by hand.',
    );
  };
  const copyIds = async (between: string) => {
    const text = await engine.columnText('assetId');
    if (!text.ok) return say('The asset IDs could not be copied.');
    const ids = [...new Set(text.value.split('\n'))].filter((id) => id !== '');
    return copy(ids.join(between), counted(ids.length, 'asset ID'));
  };
  const copyPart = async (part: CopiedPart) => {
    const { line, column } = active();
    if (part === 'idLines' || part === 'idCommas') return copyIds(part === 'idLines' ? '\n' : ',');
    if (part === 'column') {
      if (column === null) return say('Choose a cell of the column first.');
      const text = await engine.columnText(column);
      if (!text.ok) return say('The column could not be copied.');
      return copy(
        text.value,
        `${counted(table.size()?.rows ?? 0, 'value')} of ${TABLE_COLUMNS[column].header}`,
      );
    }
    if (line === null || column === null) return say('Choose a cell first.');
    if (part === 'cell') return copy(copiedCell(line, column), 'the cell');
    return copy(copiedLine(line, layout.columns()), 'the row');
  };

  return (
    <div class="duplicates">
      <h1 class="visually-hidden">Duplicates</h1>
      <Toolbar small={app.small()} onCopy={(part) => void copyPart(part)} />
      <p class="printed-note">
        Only the rows in sight are printed. To print all {counted(table.size()?.groups ?? 0, 'group')}, save
        the HTML report and print that.
      </p>
      <div class="beside">
        <Show when={table.size()} fallback={<div class="grid" aria-busy="true" />}>
          {(size) => (
            <Show when={size().lines > 0} fallback={<NothingFound />}>
              <DuplicatesGrid
                lines={size().lines}
                version={table.version()}
                waiting={table.waiting()}
                line={table.line}
                want={table.want}
                findLine={async (place) => valueOr(await engine.findLine(place.asset, place.group), -1)}
                layout={layout}
                cards={app.small()}
                sort={app.route.of(TABLE).sort}
                sorted={table.shown().sort !== null && !table.shown().together}
                words={words()}
                selected={selected()}
                onSort={sort}
                onOpen={show}
                onClose={() => app.route.of(PANEL).view !== null && app.route.go(closePanel)}
                onActive={(line, column) => {
                  setActive({ line, column });
                  if (line !== null && selected() !== null) show({ asset: line.asset, group: line.group });
                }}
                bandAction={(line) => (
                  <span classList={{ 'band-action-quiet': line().size < widelyFrom() }}>
                    <IgnoreButton rule={line().rule} value={line().value} pointerOnly />
                  </span>
                )}
                onCopyCell={() => void copyPart('cell')}
              />
            </Show>
          )}
        </Show>
        <SidePanel />
      </div>
    </div>
  );
}

function NothingFound() {
  const app = useApp();
  const { table } = useDuplicates();
  const filtered = () => {
    const { search, rules, overlap, matching, cluster, group } = app.route.of(TABLE);
    return (
      search.trim() !== '' ||
      rules !== null ||
      overlap !== null ||
      matching !== null ||
      cluster !== null ||
      group !== null
    );
  };
  return (
    <Show
      when={filtered()}
      fallback={
        <Empty
          text="No two host assets share an identifier. There is nothing to list."
          busy={table.waiting()}
        />
      }
    >
      <Empty
        text={nothingMatches('rows', app.route.of(TABLE).search, filterTexts(app.route.of(TABLE)))}
        action={CLEAR_FILTERS}
        onAction={() => app.route.go(TABLE.with(NO_FILTER))}
        busy={table.waiting()}
      />
    </Show>
  );
}
