import { lowerFirst } from '../../../wording/rules';
import type { ReportColumn, ReportRule } from '../blocks';
import { cellTexts } from './cell-text';
import { columnClass } from './column-class';
import { EvidenceFinder } from './group-evidence';
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

  private readonly evidence: EvidenceFinder;

  constructor(private readonly report: Report) {
    this.evidence = new EvidenceFinder(report);
    this.columns = report.facts.columns.map((column) => ({
      column,
      classes: columnClass(column),
      textOf: cellTexts(report, column),
    }));
  }

  /** The element of one line; `number` is its place in the whole table, the header being 1. */
  make(line: Line, number: number, words: readonly string[], places: Uint32Array): HTMLElement {
    const element = document.createElement('tr');
    element.setAttribute('role', 'row');
    element.setAttribute('aria-rowindex', String(number + 2));
    const group = line.kind === 'band' ? line.group : this.report.groupOf[line.row]!;
    element.className = `${line.kind} ${places[group]! % 2 === 0 ? 'blue' : 'peach'}`;
    element.dataset['line'] = String(number);
    if (line.kind === 'band') element.append(bandCell(this.report, line, words, this.evidence.also(group)));
    else element.append(...this.rowCells(line.row, words));
    return element;
  }

  private rowCells(row: number, words: readonly string[]): HTMLElement[] {
    return this.columns.map(({ column, classes, textOf }, at) => {
      const { text, shared } = this.evidence.cell(row, column, textOf(row));
      return cellElement(column, classes, at, text, { shared, words });
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
  also: readonly ReportRule[],
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
  writeMarked(whole, why, { shared: [value], words });
  const inner = document.createElement('div');
  inner.append(
    part('b', 'number', `Group ${number}`),
    part('span', 'field', ruleOf(report, of).label),
    whole,
    part(
      'span',
      'also',
      also.length === 0 ? '' : `also ${also.map(({ label }) => lowerFirst(label)).join(', ')}`,
    ),
    part('span', 'size', shown === size ? '' : `${NUMBERS.format(shown)} of ${NUMBERS.format(size)} shown`),
    clusterLink(cluster),
  );
  cell.title = why;
  cell.append(inner);
  return cell;
}

/** A band is one stop of the keyboard: its link is for the pointer, Enter on the band does the same. */
function clusterLink(cluster: number): HTMLElement {
  const link = document.createElement('a');
  link.className = 'cluster';
  link.setAttribute('href', `#cluster-${cluster}`);
  link.tabIndex = -1;
  link.textContent = `Cluster ${cluster}`;
  return link;
}

function part(tag: 'b' | 'span', className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
