import type { ReportColumn } from '../blocks';
import { cellTexts } from './cell-text';
import { columnClass } from './column-class';
import { type Marks, writeMarked } from './marks';
import { type Report, ruleOf } from './report';
import type { Line } from './view';

const NUMBERS = new Intl.NumberFormat('en-US');

/** Makes the elements of lines. */
export class LineElements {
  private readonly columns: readonly {
    readonly column: ReportColumn;
    readonly classes: string;
    readonly textOf: (row: number) => string;
  }[];

  constructor(private readonly report: Report) {
    this.columns = report.facts.columns.map((column) => ({
      column,
      classes: columnClass(column),
      textOf: cellTexts(report, column),
    }));
  }

  /** The element of one line; `number` is its place in the whole table, the header being 1. */
  make(line: Line, number: number, words: readonly string[]): HTMLElement {
    const element = document.createElement('tr');
    element.setAttribute('role', 'row');
    element.setAttribute('aria-rowindex', String(number + 2));
    const group = line.kind === 'band' ? line.group : this.report.groupOf[line.row]!;
    element.className = `${line.kind} ${group % 2 === 0 ? 'blue' : 'peach'}`;
    element.dataset['line'] = String(number);
    if (line.kind === 'band') element.append(bandCell(this.report, line, words));
    else element.append(...this.rowCells(line.row, group, words));
    return element;
  }

  private rowCells(row: number, group: number, words: readonly string[]): HTMLElement[] {
    const of = this.report.groups[group]!;
    const matched = ruleOf(this.report, of).column;
    return this.columns.map(({ column, classes, textOf }, at) => {
      const shared = matched === column.id ? of[2] : '';
      return cellElement(column, classes, at, textOf(row), { shared, words });
    });
  }
}

function cellElement(
  column: ReportColumn,
  classes: string,
  at: number,
  text: string,
  marks: Marks,
): HTMLElement {
  const cell = document.createElement('td');
  cell.setAttribute('role', 'gridcell');
  cell.setAttribute('aria-colindex', String(at + 1));
  cell.tabIndex = -1;
  cell.className = classes;
  cell.dataset['header'] = column.header;
  if (text === '') {
    cell.classList.add('empty');
    return cell;
  }
  const inner = document.createElement('span');
  writeMarked(inner, text, marks);
  cell.title = column.order === 'time' ? `${text} UTC` : text;
  cell.append(inner);
  return cell;
}

function bandCell(
  report: Report,
  { group, shown }: Line & { kind: 'band' },
  words: readonly string[],
): HTMLElement {
  const of = report.groups[group]!;
  const [number, , value, cluster, size, , why] = of;
  const cell = document.createElement('td');
  cell.setAttribute('role', 'gridcell');
  cell.setAttribute('aria-colspan', String(report.facts.columns.length));
  cell.colSpan = report.facts.columns.length;
  cell.tabIndex = -1;
  const whole = document.createElement('span');
  whole.className = 'why';
  writeMarked(whole, why, { shared: value, words });
  const inner = document.createElement('div');
  inner.append(
    part('b', 'number', `Group ${NUMBERS.format(number)}`),
    part('span', 'field', ruleOf(report, of).label),
    whole,
    part('span', 'size', shown === size ? '' : `${NUMBERS.format(shown)} of ${NUMBERS.format(size)} shown`),
    part('span', 'cluster', `Cluster ${NUMBERS.format(cluster)}`),
  );
  cell.title = why;
  cell.append(inner);
  return cell;
}

function part(tag: 'b' | 'span', className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
