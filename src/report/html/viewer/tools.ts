import { orderWords } from '../../../wording/order-words';
import type { ReportRule, ReportSort } from '../blocks';
import type { Report } from './report';
import { ruleOf } from './report';

/** What the person asks of the table. */
export interface ViewerState {
  search: string;
  rule: string | null;
  /** Only the rows of one cluster, by its number. */
  cluster: number | null;
  /** Only assets that exactly these fields match, as bits. */
  overlap: number | null;
  sort: ReportSort | null;
  /** Whether all rows are printed, and not only the first thousand. */
  printAll: boolean;
}

/** How much is shown, of how much. */
export interface Shown {
  readonly rows: number;
  readonly all: number;
  readonly groups: number;
  readonly assets: number;
}

const NUMBERS = new Intl.NumberFormat('en-US');

/** A number and what it counts. */
export function counted(number: number, one: string): string {
  return `${NUMBERS.format(number)} ${number === 1 ? one : `${one}s`}`;
}

/** Search, field, limits, sort on narrow screens, Reset sort, what is printed, and how much is shown. */
export class Tools {
  readonly element = document.createElement('div');
  private readonly search = document.createElement('input');
  private readonly status = document.createElement('p');
  private readonly reset = document.createElement('button');
  private readonly sortBy = document.createElement('select');
  private readonly field: HTMLSelectElement;
  private readonly limit = document.createElement('button');

  constructor(
    private readonly report: Report,
    private readonly state: ViewerState,
    onChange: () => void,
  ) {
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
    this.limit.type = 'button';
    this.limit.className = 'limit';
    this.limit.addEventListener('click', () => {
      state.cluster = null;
      state.overlap = null;
      onChange();
      this.search.focus();
    });
    this.status.setAttribute('role', 'status');
    this.field = fieldSelect(report, state, onChange);
    this.element.append(
      this.search,
      this.field,
      this.limit,
      this.sortSelect(state, onChange),
      this.reset,
      printSelect(state),
      this.status,
    );
  }

  /** Shows what the state is, also where something else has changed it, and how much it shows. */
  show({ rows, all, groups, assets }: Shown): void {
    const { search, rule, sort } = this.state;
    const of = rows === all ? counted(all, 'row') : `${NUMBERS.format(rows)} of ${counted(all, 'row')}`;
    this.status.textContent = `${of}, ${counted(groups, 'group')}, ${counted(assets, 'asset')}`;
    if (this.search.value !== search) this.search.value = search;
    this.field.value = rule ?? '';
    this.reset.disabled = sort === null;
    this.sortBy.value = sort === null ? '' : `${sort.column} ${sort.descending ? 'down' : 'up'}`;
    const limit = limitText(this.report, this.state);
    this.limit.hidden = limit === '';
    this.limit.textContent = `${limit} ×`;
    this.limit.setAttribute('aria-label', `${limit}: show all again`);
  }

  /** For narrow screens, where the rows are cards and no header can be clicked. */
  private sortSelect(state: ViewerState, onChange: () => void): HTMLElement {
    const { facts } = this.report;
    this.sortBy.className = 'narrow';
    this.sortBy.setAttribute('aria-label', 'Sort by');
    this.sortBy.add(new Option('By group', ''));
    for (const column of facts.columns) {
      const [up, down] = orderWords(column.order);
      this.sortBy.add(new Option(`${column.header}, ${up}`, `${column.id} up`));
      this.sortBy.add(new Option(`${column.header}, ${down}`, `${column.id} down`));
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

/** "Cluster 3", "Only DNS name and MAC address match", or both. */
export function limitText({ facts }: Report, { cluster, overlap }: ViewerState): string {
  const fields = facts.rules.filter((_, at) => overlap !== null && (overlap & (1 << at)) !== 0);
  const only = fields.length === 1 ? 'matches' : 'match';
  return [
    cluster === null ? '' : `Cluster ${cluster}`,
    fields.length === 0 ? '' : `Only ${fields.map(({ label }) => label).join(' and ')} ${only}`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function fieldSelect(report: Report, state: ViewerState, onChange: () => void): HTMLSelectElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', 'Field');
  select.add(new Option('All fields', ''));
  for (const rule of report.facts.rules) select.add(fieldOption(report, rule));
  select.addEventListener('change', () => {
    state.rule = report.facts.rules.find(({ id }) => id === select.value)?.id ?? null;
    onChange();
  });
  return select;
}

function fieldOption(report: Report, rule: ReportRule): HTMLOptionElement {
  const count = report.groups.reduce((sum, group) => sum + (ruleOf(report, group) === rule ? 1 : 0), 0);
  const option = new Option(`${rule.label} (${counted(count, 'group')})`, rule.id);
  option.disabled = count === 0;
  return option;
}

function printSelect(state: ViewerState): HTMLSelectElement {
  const select = document.createElement('select');
  select.className = 'wide';
  select.setAttribute('aria-label', 'Rows in print');
  select.add(new Option('Print 1,000 rows', ''));
  select.add(new Option('Print all rows', 'all'));
  select.addEventListener('change', () => {
    state.printAll = select.value === 'all';
  });
  return select;
}

/** The next order when a header is clicked: first to last, last to first, and so on. */
export function nextSort(sort: ReportSort | null, column: string): ReportSort {
  return { column, descending: sort?.column === column && !sort.descending };
}
