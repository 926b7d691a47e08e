import { CLEAR_FILTERS, nothingMatches } from '../../../wording/nothing-matches';
import { markedWords } from '../../../wording/search-words';
import type { ReportColumn } from '../blocks';
import type { Numbered } from './address';
import { Columns } from './columns';
import { Grid, MOST_PRINTED } from './grid';

import { columnNamed, type Report } from './report';
import { findRows, type Haystacks, haystacksOf } from './search';
import { ranksFor, sortRows } from './sort';
import { counted, limitText, nextSort, Tools, type ViewerState } from './tools';
import { makeView } from './view';

/** Rows that are printed unless all are asked for: some thirty pages. */
const PRINTED_ROWS = 1_000;

/** The table of rows with its tools: what is asked for, what is found, and what is shown of it. */
export class Rows {
  private readonly state: ViewerState;
  private readonly ranks = new Map<ReportColumn, Uint32Array>();
  private readonly columns: Columns;
  private readonly grid: Grid;
  private readonly tools: Tools;
  private readonly nothing = document.createElement('p');
  private readonly printed = document.createElement('p');
  private haystacks: Haystacks | null = null;

  constructor(
    private readonly report: Report,
    private readonly place: HTMLElement,
  ) {
    this.state = {
      search: '',
      rule: null,
      cluster: null,
      overlap: null,
      sort: report.facts.sort,
      printAll: false,
    };
    const table = document.createElement('table');
    this.columns = new Columns(
      report,
      table,
      (column) => {
        this.state.sort = nextSort(this.state.sort, column.id);
        this.refresh();
      },
      (column) => this.grid.focusFirst(column),
    );
    this.grid = new Grid(report, table, this.columns);
    this.tools = new Tools(report, this.state, () => this.refresh());
    this.nothing.className = 'notice';
    this.printed.className = 'printed';
    place.append(this.tools.element, this.printed, this.nothing, this.grid.scroller);
    this.refresh();
    addEventListener('beforeprint', () => this.expandForPrint());
    addEventListener('afterprint', () => this.grid.renderAnew());
  }

  /** Shows one group among all, or only one cluster, one field, or one set of matching fields. */
  limit(by: Numbered, number: number): void {
    const cluster = by === 'cluster' ? number : null;
    const overlap = by === 'overlap' ? number : null;
    const rule = by === 'field' ? (this.report.facts.rules[number - 1]?.id ?? null) : null;
    Object.assign(this.state, { search: '', rule, cluster, overlap, sort: null });
    this.refresh();
    if (by !== 'group') return;
    const place = this.report.groups.findIndex(([of]) => of === number);
    if (place < 0 || !this.grid.focusGroup(place)) {
      this.state.search = `group ${number}`;
      this.refresh();
    }
  }

  refresh(): void {
    const { report, state } = this;
    const found = findRows(report, () => this.texts(), state.search, state.rule, state);
    const sorting = state.sort && columnNamed(report, state.sort.column);
    const rows =
      state.sort && sorting
        ? sortRows(report, found, sorting, this.rank(sorting), state.sort.descending)
        : found;
    const view = makeView(report, rows, state.sort === null);
    this.place.classList.toggle('sorted', state.sort !== null);
    this.columns.showSort(state.sort);
    this.tools.show({
      rows: rows.length,
      all: report.rows.length,
      groups: view.groupCount,
      assets: distinctAssets(report, rows),
    });
    this.sayNothing(rows.length);
    this.grid.show(view, markedWords(state.search));
  }

  private sayNothing(rows: number): void {
    this.nothing.hidden = rows > 0;
    if (rows > 0) return;
    if (this.report.rows.length === 0) {
      this.nothing.textContent = 'No groups.';
      return;
    }
    const clear = document.createElement('button');
    clear.type = 'button';
    clear.textContent = CLEAR_FILTERS;
    clear.addEventListener('click', () => {
      Object.assign(this.state, { search: '', rule: null, cluster: null, overlap: null });
      this.refresh();
      this.place.querySelector<HTMLElement>('input')?.focus();
    });
    const { search, rule } = this.state;
    const field = this.report.facts.rules.find(({ id }) => id === rule);
    const filters = [field === undefined ? '' : `${field.label} only`, limitText(this.report, this.state)];
    this.nothing.replaceChildren(`${nothingMatches('rows', search, filters)} `, clear);
  }

  private expandForPrint(): void {
    const all = this.report.rows.length;
    const most = this.state.printAll ? MOST_PRINTED : PRINTED_ROWS;
    const printed = this.grid.expandForPrint(most);
    this.printed.textContent =
      printed === all
        ? `All ${counted(all, 'row')} of the report.`
        : `${printed.toLocaleString('en-US')} of ${counted(all, 'row')} are printed. For others, search before printing, or choose “Print all rows” (at most ${MOST_PRINTED.toLocaleString('en-US')}).`;
  }

  private texts(): Haystacks {
    this.haystacks ??= haystacksOf(this.report);
    return this.haystacks;
  }

  private rank(column: ReportColumn): Uint32Array {
    const known = this.ranks.get(column) ?? ranksFor(this.report, column);
    this.ranks.set(column, known);
    return known;
  }
}

function distinctAssets({ assets, rows }: Report, shown: Uint32Array): number {
  const seen = new Uint8Array(assets.length);
  let count = 0;
  for (const row of shown) {
    const asset = rows[row]!;
    if (seen[asset] === 0) count++;
    seen[asset] = 1;
  }
  return count;
}
