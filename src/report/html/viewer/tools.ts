import type { ReportSort } from '../blocks';
import type { Report } from './report';
import { ruleOf } from './report';

/** What the person asks of the table. */
export interface ViewerState {
  search: string;
  rule: string | null;
  sort: ReportSort | null;
}

const NUMBERS = new Intl.NumberFormat('en-US');

/** Search, field, sort on narrow screens, Reset sort, and how much is shown. */
export class Tools {
  readonly element = document.createElement('div');
  readonly search = document.createElement('input');
  private readonly status = document.createElement('p');
  private readonly reset = document.createElement('button');
  private readonly sortBy = document.createElement('select');

  constructor(report: Report, state: ViewerState, onChange: () => void) {
    this.element.className = 'tools';
    this.search.type = 'search';
    this.search.placeholder = 'Search all columns';
    this.search.setAttribute('aria-label', 'Search');
    this.search.autocomplete = 'off';
    this.search.spellcheck = false;
    this.search.addEventListener('input', () => {
      state.search = this.search.value;
      onChange();
    });
    this.reset.type = 'button';
    this.reset.textContent = 'Reset sort';
    this.reset.addEventListener('click', () => {
      state.sort = null;
      onChange();
    });
    this.status.setAttribute('role', 'status');
    this.element.append(
      this.search,
      fieldSelect(report, state, onChange),
      this.sortSelect(report, state, onChange),
      this.reset,
      this.status,
    );
  }

  /** Says what is shown. */
  show(rows: number, all: number, groups: number, sort: ReportSort | null): void {
    const of = rows === all ? NUMBERS.format(all) : `${NUMBERS.format(rows)} of ${NUMBERS.format(all)}`;
    this.status.textContent = `${of} ${all === 1 ? 'row' : 'rows'} in ${NUMBERS.format(groups)} ${groups === 1 ? 'group' : 'groups'}`;
    this.reset.disabled = sort === null;
    this.sortBy.value = sort === null ? '' : `${sort.column} ${sort.descending ? 'down' : 'up'}`;
  }

  /** For narrow screens, where the rows are cards and no header can be clicked. */
  private sortSelect({ facts }: Report, state: ViewerState, onChange: () => void): HTMLElement {
    this.sortBy.className = 'narrow';
    this.sortBy.setAttribute('aria-label', 'Sort by');
    this.sortBy.add(new Option('Group after group', ''));
    for (const { id, header } of facts.columns) {
      this.sortBy.add(new Option(`${header}, first to last`, `${id} up`));
      this.sortBy.add(new Option(`${header}, last to first`, `${id} down`));
    }
    this.sortBy.addEventListener('change', () => {
      const [column, way] = this.sortBy.value.split(' ');
      const known = facts.columns.find(({ id }) => id === column);
      state.sort = known ? { column: known.id, descending: way === 'down' } : null;
      onChange();
    });
    return this.sortBy;
  }
}

function fieldSelect(report: Report, state: ViewerState, onChange: () => void): HTMLElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', 'Field');
  select.add(new Option('All fields', ''));
  for (const rule of report.facts.rules) {
    const count = report.groups.reduce((sum, group) => sum + (ruleOf(report, group) === rule ? 1 : 0), 0);
    const option = new Option(`${rule.label} (${NUMBERS.format(count)})`, rule.id);
    option.disabled = count === 0;
    select.add(option);
  }
  select.addEventListener('change', () => {
    state.rule = report.facts.rules.find(({ id }) => id === select.value)?.id ?? null;
    onChange();
  });
  return select;
}

/** The next order when a header is clicked: first to last, last to first, and so on. */
export function nextSort(sort: ReportSort | null, column: string): ReportSort {
  return { column, descending: sort?.column === column && !sort.descending };
}
