import { spreadsheetText } from '../../../wording/spreadsheet-text';
import type { ReportColumn } from '../blocks';
import type { Columns } from './columns';
import { LineElements } from './line-elements';
import type { Report } from './report';
import { type Heights, lineAt, lineAtPixel, makeView, topOf, type View } from './view';

/** Lines rendered beyond what is seen, in either direction. */
const OVERSCAN = 10;
/** Browsers end elements at 33,554,428 px: above this height the scroll bar stands for more than it measures. */
const TALLEST = 16_000_000;
/** Printing builds every line at once: with more rows the browser hardly answers. */
export const MOST_PRINTED = 10_000;

/** The table: only the lines in sight are elements. Arrow keys move from cell to cell. */
export class Grid {
  readonly scroller = document.createElement('div');
  private readonly body = document.createElement('tbody');
  private readonly above: HTMLTableRowElement;
  private readonly below: HTMLTableRowElement;
  private readonly elements: LineElements;
  private readonly lines = new Map<number, HTMLElement>();
  private view: View;
  private words: readonly string[] = [];
  private heights: Heights = { row: 32, band: 32 };
  private active = { line: 0, column: 0 };

  constructor(
    private readonly report: Report,
    private readonly table: HTMLTableElement,
    private readonly columns: Columns,
  ) {
    this.above = spacer(report.facts.columns.length);
    this.below = spacer(report.facts.columns.length);
    this.elements = new LineElements(report);
    this.view = makeView(report, new Uint32Array(0), false);
    this.table.setAttribute('role', 'grid');
    this.table.setAttribute('aria-label', 'Duplicate assets');
    this.table.setAttribute('aria-colcount', String(report.facts.columns.length));
    this.body.setAttribute('role', 'rowgroup');
    this.table.append(columns.group, columns.head, this.body);
    this.scroller.className = 'scroller';
    this.scroller.style.setProperty('--card-row', String(cardHeight(report.facts.columns)));
    this.scroller.tabIndex = -1;
    this.scroller.append(this.table);
    this.scroller.addEventListener('scroll', () => this.render(), { passive: true });
    this.scroller.addEventListener('keydown', (event) => this.moveByKey(event));
    this.body.addEventListener('focusin', (event) => this.activate(event.target));
    this.body.addEventListener('copy', (event) => copyCell(event));
    new ResizeObserver(() => this.measure()).observe(this.scroller);
  }

  /** Shows other rows, from the top. */
  show(view: View, words: readonly string[]): void {
    this.view = view;
    this.words = words;
    this.active = { line: 0, column: 0 };
    this.scroller.scrollTop = 0;
    this.table.setAttribute('aria-rowcount', String(view.lineCount + 1));
    this.renderAnew();
  }

  /** Builds the lines of so many rows, since a browser prints only elements. Answers how many rows there are. */
  expandForPrint(rows: number): number {
    const elements: HTMLElement[] = [];
    for (let line = 0, left = rows; line < this.view.lineCount && left > 0; line++) {
      if (lineAt(this.view, line).kind === 'row') left--;
      elements.push(this.element(line));
    }
    this.body.replaceChildren(...elements);
    return Math.min(rows, this.view.rows.length);
  }

  /** Puts the focus on the group's band, `false` where it is not shown. */
  focusGroup(group: number): boolean {
    const at = this.view.bandGroups.indexOf(group);
    if (at < 0) return false;
    this.focusCell(this.view.bandLines[at]!, 0, true);
    return true;
  }

  /** Puts the focus on a cell of the first line in sight. */
  focusFirst(column: number): void {
    if (this.view.lineCount > 0)
      this.focusCell(lineAtPixel(this.view, this.scroller.scrollTop * this.scale, this.heights), column);
  }

  private focusCell(line: number, column: number, atTop = false): void {
    this.active = { line, column };
    if (atTop) this.scroller.scrollTop = topOf(this.view, line, this.heights) / this.scale;
    this.reveal(line);
    this.cell()?.focus({ preventScroll: true });
    this.cell()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Back to the lines in sight. */
  renderAnew(): void {
    this.lines.clear();
    this.body.replaceChildren(this.above, this.below);
    this.measure();
  }

  private measure(): void {
    const style = getComputedStyle(this.scroller);
    const height = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 32;
    this.heights = { row: height('--row'), band: height('--band') };
    this.render();
  }

  private get total(): number {
    return topOf(this.view, this.view.lineCount, this.heights);
  }

  /** How many pixels of the table one pixel of the scroll bar stands for. */
  private get scale(): number {
    const seen = this.scroller.clientHeight;
    return this.total <= TALLEST ? 1 : (this.total - seen) / (TALLEST - seen);
  }

  private render(): void {
    const { scrollTop, clientHeight } = this.scroller;
    const top = scrollTop * this.scale;
    const first = Math.max(lineAtPixel(this.view, top, this.heights) - OVERSCAN, 0);
    const last = Math.min(
      lineAtPixel(this.view, top + clientHeight, this.heights) + OVERSCAN,
      this.view.lineCount - 1,
    );
    const start = scrollTop + topOf(this.view, first, this.heights) - top;
    const end = scrollTop + topOf(this.view, last + 1, this.heights) - top;
    setHeight(this.above, Math.max(start, 0));
    setHeight(this.below, Math.max(Math.min(this.total, TALLEST) - end, 0));
    for (const [line, element] of this.lines) {
      if (line >= first && line <= last) continue;
      // A focused cell that scrolls away hands the focus to the grid: keys go on from where they were.
      if (element.contains(document.activeElement)) this.scroller.focus({ preventScroll: true });
      element.remove();
      this.lines.delete(line);
    }
    let after: Element = this.above;
    for (let line = first; line <= last; line++) {
      let element = this.lines.get(line);
      if (!element) {
        element = this.element(line);
        this.lines.set(line, element);
        after.after(element);
      }
      after = element;
    }
    this.markActive();
  }

  private element(line: number): HTMLElement {
    return this.elements.make(lineAt(this.view, line), line, this.words, this.view.places);
  }

  private cell(): HTMLElement | null {
    const cells = this.lines.get(this.active.line)?.children;
    return (
      (cells?.[Math.min(this.active.column, (cells?.length ?? 1) - 1)] as HTMLElement | undefined) ?? null
    );
  }

  /** Exactly one cell can be reached with Tab: the one the keys were on last. */
  private markActive(): void {
    for (const cell of this.body.querySelectorAll<HTMLElement>('[tabindex="0"]')) cell.tabIndex = -1;
    const cell = this.cell() ?? this.body.querySelector<HTMLElement>('td[role="gridcell"]');
    if (cell) cell.tabIndex = 0;
  }

  private activate(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'gridcell') return;
    const line = Number(target.parentElement?.dataset['line']);
    const isBand = target.parentElement?.classList.contains('band') === true;
    const column = isBand
      ? this.active.column
      : Array.prototype.indexOf.call(target.parentElement?.children, target);
    this.active = { line, column };
    this.markActive();
  }

  private moveByKey(event: KeyboardEvent): void {
    if (event.altKey || !(event.target instanceof Node)) return;
    if (!this.body.contains(event.target) && event.target !== this.scroller) return;
    const { line, column } = this.active;
    if (event.key === 'Enter') {
      this.cell()?.querySelector('a')?.click();
      return;
    }
    if (event.key === 'ArrowUp' && line === 0) {
      event.preventDefault();
      this.columns.focus(column);
      return;
    }
    const last = this.view.lineCount - 1;
    const page = Math.max(Math.floor(this.scroller.clientHeight / this.heights.row) - 2, 1);
    const wide = this.report.facts.columns.length - 1;
    const jump = event.ctrlKey || event.metaKey;
    const moves: Readonly<Record<string, readonly [line: number, column: number]>> = {
      ArrowDown: [line + 1, column],
      ArrowUp: [line - 1, column],
      ArrowRight: [line, column + 1],
      ArrowLeft: [line, column - 1],
      PageDown: [line + page, column],
      PageUp: [line - page, column],
      Home: jump ? [0, 0] : [line, 0],
      End: jump ? [last, wide] : [line, wide],
    };
    const move = moves[event.key];
    if (!move || last < 0) return;
    event.preventDefault();
    this.focusCell(Math.min(Math.max(move[0], 0), last), Math.min(Math.max(move[1], 0), wide));
  }

  /** Scrolls so that the line is in sight, below the header. */
  private reveal(line: number): void {
    const header = this.table.tHead?.offsetHeight ?? 0;
    const top = topOf(this.view, line, this.heights);
    const bottom = topOf(this.view, line + 1, this.heights);
    const { scale } = this;
    const from = this.scroller.scrollTop * scale;
    const seen = this.scroller.clientHeight - header;
    if (top < from) this.scroller.scrollTop = top / scale;
    else if (bottom > from + seen) this.scroller.scrollTop = (bottom - seen) / scale;
    this.render();
  }
}

function spacer(columns: number): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.className = 'spacer';
  row.setAttribute('aria-hidden', 'true');
  const cell = document.createElement('td');
  cell.colSpan = columns;
  row.append(cell);
  return row;
}

function setHeight(row: HTMLTableRowElement, height: number): void {
  row.cells[0]!.style.height = `${height}px`;
  row.hidden = height === 0;
}

/** A card's height on a narrow screen, px: 20 for each line, two half lines are one, and the space around them. */
function cardHeight(columns: readonly ReportColumn[]): number {
  const lines = columns.reduce((sum, { card }) => sum + (card === null ? 0 : card === 'half' ? 0.5 : 1), 0);
  const head =
    columns.some(({ card }) => card === 'title') && columns.some(({ card }) => card === 'id') ? 1 : 0;
  return 18 + 20 * Math.ceil(lines - head);
}

/** Copies what is selected, else the cell that has the focus; nothing in it is a formula to a spreadsheet. */
function copyCell(event: ClipboardEvent): void {
  if (!(event.target instanceof Element)) return;
  const text = String(getSelection()) || (event.target.closest('td')?.textContent ?? '');
  event.clipboardData?.setData('text/plain', spreadsheetText(text));
  event.preventDefault();
}
