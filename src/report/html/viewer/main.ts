import './viewer.css';
import type { ReportColumn } from '../blocks';
import { Columns } from './columns';
import { Grid } from './grid';
import { markedWords } from './marks';
import { readBlocks } from './read-blocks';
import { columnNamed, type Report } from './report';
import { findRows, type Haystacks, haystacksOf } from './search';
import { ranksFor, sortRows } from './sort';
import { nextSort, Tools, type ViewerState } from './tools';
import { makeView } from './view';

/** The viewer of an HTML report: reads the rows out of the page and makes the table of them. */
async function main(): Promise<void> {
  const rowsPart = required('#rows');
  showParts();
  const loading = document.createElement('p');
  loading.className = 'notice';
  loading.setAttribute('role', 'status');
  rowsPart.append(loading);
  const report = await readBlocks((done, total) => {
    loading.textContent = `Reading rows, ${Math.floor((100 * done) / total)} %`;
  });
  loading.remove();
  showTable(report, rowsPart);
  document.documentElement.dataset['state'] = 'ready';
}

function showTable(report: Report, place: HTMLElement): void {
  const state: ViewerState = { search: '', rule: null, sort: report.facts.sort };
  const ranks = new Map<ReportColumn, Uint32Array>();
  let texts: Haystacks | null = null;
  const haystacks = () => {
    texts ??= haystacksOf(report);
    return texts;
  };
  const rank = (column: ReportColumn) => {
    const known = ranks.get(column) ?? ranksFor(report, column);
    ranks.set(column, known);
    return known;
  };
  const refresh = () => {
    const found = findRows(report, haystacks, state.search, state.rule);
    const sorting = state.sort && columnNamed(report, state.sort.column);
    const rows =
      state.sort && sorting ? sortRows(report, found, sorting, rank(sorting), state.sort.descending) : found;
    const view = makeView(report, rows, state.sort === null);
    place.classList.toggle('sorted', state.sort !== null);
    columns.showSort(state.sort);
    tools.show(rows.length, report.rows.length, view.groupCount, state.sort);
    nothing.hidden = rows.length > 0;
    nothing.textContent =
      report.rows.length === 0 ? 'No groups.' : 'No row has all of these words. Try fewer, or another field.';
    grid.show(view, markedWords(state.search));
  };
  const table = document.createElement('table');
  const columns = new Columns(report, table, (column) => {
    state.sort = nextSort(state.sort, column.id);
    refresh();
  });
  const grid = new Grid(report, table, columns);
  const tools = new Tools(report, state, refresh);
  const nothing = document.createElement('p');
  nothing.className = 'notice';
  const printed = document.createElement('p');
  printed.className = 'printed';
  place.append(tools.element, printed, nothing, grid.scroller);
  refresh();
  addEventListener('beforeprint', () => {
    const left = grid.expandForPrint();
    printed.textContent =
      left === 0
        ? ''
        : `The first rows are printed; ${left.toLocaleString('en-US')} lines more are in the file. Search to print others.`;
  });
  addEventListener('afterprint', () => grid.renderAnew());
}

/** The two parts of the report, one at a time on the screen, both in print. */
function showParts(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('nav button')];
  const show = (name: string) => {
    for (const button of buttons) {
      const shown = button.dataset['part'] === name;
      button.setAttribute('aria-current', String(shown));
      required(`#${button.dataset['part']}`).hidden = !shown;
    }
  };
  for (const button of buttons)
    button.addEventListener('click', () => show(button.dataset['part'] ?? 'rows'));
  required('nav').hidden = false;
  show('rows');
}

function required(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`This report has no ${selector}`);
  return element;
}

main().catch((error: unknown) => {
  document.documentElement.dataset['state'] = 'error';
  const alert = document.createElement('p');
  alert.className = 'notice';
  alert.setAttribute('role', 'alert');
  alert.textContent =
    'The rows of this report cannot be read: the file is not complete. Save the report again.';
  document.querySelector('header')?.after(alert);
  console.error(error);
});
