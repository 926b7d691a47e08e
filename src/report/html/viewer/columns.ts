import type { ReportColumn, ReportSort } from '../blocks';
import { cellTexts } from './cell-text';
import { columnClass } from './column-class';
import type { Report } from './report';

/** Pixels. */
const NARROWEST = 48;
const WIDEST_AT_FIRST = 300;
const WIDEST = 1200;
const STEP = 16;
const LETTER = 7.3;
const PADDING = 28;
/** Rows that are measured for a column's first width. */
const SAMPLE = 500;

const KEYS = 'Enter sorts; Shift and arrow keys change the width';

/** The header: a button in each column that sorts, and a handle that resizes. */
export class Columns {
  readonly group = document.createElement('colgroup');
  readonly head = document.createElement('thead');
  private readonly widths: number[];
  private readonly cols: HTMLElement[] = [];
  private readonly headers: HTMLElement[] = [];
  private readonly handles: HTMLElement[] = [];
  private readonly buttons: HTMLButtonElement[] = [];
  /** The one header that Tab reaches. */
  private active = 0;

  constructor(
    private readonly report: Report,
    private readonly table: HTMLElement,
    private readonly onSort: (column: ReportColumn) => void,
    private readonly onDown: (column: number) => void,
  ) {
    this.widths = report.facts.columns.map((column) => this.fitting(column, WIDEST_AT_FIRST));
    this.head.setAttribute('role', 'rowgroup');
    const row = document.createElement('tr');
    row.setAttribute('role', 'row');
    row.setAttribute('aria-rowindex', '1');
    report.facts.columns.forEach((column, at) => {
      row.append(this.header(column, at));
    });
    this.head.append(row);
    this.head.addEventListener('keydown', (event) => this.moveByKey(event));
    this.activate(0);
    this.apply();
  }

  /** Shows which column sorts and how. */
  showSort(sort: ReportSort | null): void {
    this.report.facts.columns.forEach(({ id }, at) => {
      const order = sort?.column !== id ? 'none' : sort.descending ? 'descending' : 'ascending';
      this.headers[at]!.setAttribute('aria-sort', order);
    });
  }

  /** Puts the focus on a column's header. */
  focus(column: number): void {
    this.activate(column);
    this.buttons[this.active]!.focus();
  }

  private activate(column: number): void {
    this.active = Math.min(Math.max(column, 0), this.buttons.length - 1);
    this.buttons.forEach((button, at) => {
      button.tabIndex = at === this.active ? 0 : -1;
    });
  }

  /** Arrows go from header to header and down into the rows; with Shift they change the width. */
  private moveByKey(event: KeyboardEvent): void {
    const at = this.buttons.indexOf(event.target as HTMLButtonElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.shiftKey) {
      const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      this.resize(at, this.widths[at]! + by);
      return;
    }
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: this.buttons.length - 1 }[event.key];
    if (to !== undefined) this.focus(to);
    else if (event.key === 'ArrowDown') this.onDown(at);
    else return;
    event.preventDefault();
  }

  private header(column: ReportColumn, at: number): HTMLElement {
    const header = document.createElement('th');
    header.scope = 'col';
    header.dataset['header'] = column.header;
    header.className = columnClass(column);
    if (column.print !== null) header.style.setProperty('--print-width', `${column.print}%`);
    header.setAttribute('role', 'columnheader');
    header.setAttribute('aria-colindex', String(at + 1));
    header.setAttribute('aria-sort', 'none');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = column.header;
    button.title = column.order === 'time' ? `Times in UTC. ${KEYS}` : KEYS;
    button.addEventListener('focus', () => this.activate(at));
    button.addEventListener('click', () => this.onSort(column));
    this.buttons.push(button);
    header.append(button, this.handle(column, at));
    const col = document.createElement('col');
    col.className = columnClass(column);
    this.cols.push(col);
    this.group.append(col);
    this.headers.push(header);
    return header;
  }

  private handle(column: ReportColumn, at: number): HTMLElement {
    const handle = document.createElement('span');
    handle.className = 'handle';
    handle.tabIndex = -1;
    handle.setAttribute('role', 'separator');
    handle.setAttribute('aria-orientation', 'vertical');
    handle.setAttribute('aria-label', `Width of ${column.header}`);
    handle.setAttribute('aria-valuemin', String(NARROWEST));
    handle.setAttribute('aria-valuemax', String(WIDEST));
    handle.title = 'Drag to resize, double-click to fit; or arrow keys, Home and End';
    handle.addEventListener('pointerdown', (event) => this.drag(event, handle, at));
    handle.addEventListener('dblclick', () => this.resize(at, this.fitting(column, WIDEST)));
    handle.addEventListener('keydown', (event) => this.resizeByKey(event, column, at));
    this.handles.push(handle);
    return handle;
  }

  private drag(down: PointerEvent, handle: HTMLElement, at: number): void {
    if (down.button !== 0) return;
    down.preventDefault();
    handle.focus();
    handle.setPointerCapture(down.pointerId);
    const width = this.widths[at]!;
    const move = (event: PointerEvent) => this.resize(at, width + event.clientX - down.clientX);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  }

  private resizeByKey(event: KeyboardEvent, column: ReportColumn, at: number): void {
    const step = event.shiftKey ? STEP * 4 : STEP;
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: this.widths[at]! - step,
      ArrowRight: this.widths[at]! + step,
      Home: NARROWEST,
      End: this.fitting(column, WIDEST),
    };
    const width = widths[event.key];
    if (width === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.resize(at, width);
  }

  private resize(at: number, width: number): void {
    this.widths[at] = Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
    this.apply();
  }

  private apply(): void {
    this.widths.forEach((width, at) => {
      this.cols[at]!.style.setProperty('--width', `${width}px`);
      this.handles[at]!.setAttribute('aria-valuenow', String(width));
    });
    this.table.style.setProperty('--width', `${this.widths.reduce((sum, width) => sum + width, 0)}px`);
  }

  /** As wide as the longest of the first rows, about. */
  private fitting(column: ReportColumn, most: number): number {
    let letters = column.header.length + 2;
    const stop = Math.min(this.report.rows.length, SAMPLE);
    const textOf = cellTexts(this.report, column);
    for (let row = 0; row < stop; row++) letters = Math.max(letters, textOf(row).length);
    return Math.min(Math.max(Math.round(letters * LETTER) + PADDING, NARROWEST), most);
  }
}
