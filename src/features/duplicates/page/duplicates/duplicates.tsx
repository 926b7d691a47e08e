import { createMemo, createSignal, Show } from 'solid-js';
import { valueOr } from '../../../../model/outcome';
import type { AssetLine, TableColumnId } from '../../../../model/table';
import { copyText } from '../../../../ui/browser/clipboard';
import { useApp, useEngine } from '../../../../ui/context';
import { SidePanel } from '../../../../ui/frame/side-panel';
import { copiedCell, copiedLine } from '../../../../ui/parts/grid/cell-text';
import { DuplicatesGrid } from '../../../../ui/parts/grid/duplicates-grid';
import { counted } from '../../../../ui/words';
import type { DuplicatesCalls } from '../../calls';
import { Toolbar } from './toolbar';

/** The result table with its toolbar; the panel beside it belongs to the frame. */
export function Duplicates() {
  const app = useApp();
  const engine = useEngine<DuplicatesCalls>();
  const [active, setActive] = createSignal<{ line: AssetLine | null; column: TableColumnId | null }>({
    line: null,
    column: null,
  });
  const [note, setNote] = createSignal('');
  const words = createMemo(() => app.table.shown().search.toLowerCase().split(/\s+/).filter(Boolean));
  const selected = () => {
    const panel = app.route.view().panel;
    return panel?.kind === 'asset' ? { asset: panel.asset, group: panel.group } : null;
  };
  const sort = (column: TableColumnId) => {
    const now = app.route.view().sort;
    const descending = now?.column === column && !now.descending;
    app.route.go({ sort: { column, descending } });
  };
  const copy = async (text: string, what: string) => {
    setNote(
      (await copyText(text))
        ? `Copied ${what}.`
        : 'The browser refused the clipboard. Select the text and copy it by hand.',
    );
  };
  const copyPart = async (part: 'cell' | 'row' | 'column') => {
    const { line, column } = active();
    if (part === 'column') {
      if (column === null) return setNote('Choose a cell of the column first.');
      const text = await engine.columnText(column);
      if (!text.ok) return setNote('The column could not be copied.');
      return copy(text.value, `the column, ${counted(app.table.size()?.rows ?? 0, 'row')}`);
    }
    if (line === null || column === null) return setNote('Choose a cell first.');
    if (part === 'cell') return copy(copiedCell(line, column), 'the cell');
    return copy(copiedLine(line, app.layout.columns()), 'the row');
  };

  return (
    <div class="duplicates">
      <h1 class="visually-hidden">Duplicates</h1>
      <Toolbar small={app.small()} note={note()} onCopy={(part) => void copyPart(part)} />
      <div class="beside">
        <Show when={app.table.size()} fallback={<div class="grid" aria-busy="true" />}>
          {(size) => (
            <Show when={size().lines > 0} fallback={<NothingFound />}>
              <DuplicatesGrid
                lines={size().lines}
                version={app.table.version()}
                waiting={app.table.waiting()}
                line={app.table.line}
                want={app.table.want}
                findLine={async (place) => valueOr(await engine.findLine(place.asset, place.group), -1)}
                layout={app.layout}
                cards={app.small()}
                sort={app.route.view().sort}
                sorted={app.table.shown().sort !== null}
                words={words()}
                selected={selected()}
                onSort={sort}
                onOpen={(place) => app.route.go({ panel: { kind: 'asset', ...place } })}
                onClose={() => app.route.view().panel !== null && app.route.go({ panel: null })}
                onActive={(line, column) => setActive({ line, column })}
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
  const filtered = () => {
    const { search, rules, overlap, cluster } = app.route.view();
    return search.trim() !== '' || rules !== null || overlap !== null || cluster !== null;
  };
  return (
    <div class="nothing" aria-busy={app.table.waiting()}>
      <Show
        when={filtered()}
        fallback={<p>No two host assets share an identifier. There is nothing to list.</p>}
      >
        <p>No potential duplicate has all of this.</p>
        <button
          type="button"
          class="button"
          onClick={() => app.route.go({ search: '', rules: null, overlap: null, cluster: null })}
        >
          Show all groups
        </button>
      </Show>
    </div>
  );
}
