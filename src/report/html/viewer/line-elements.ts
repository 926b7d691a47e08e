import { RULE_LABELS, type RuleId } from '../../../model/rule';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS, type TableColumnId } from '../../../model/table';
import { cellTextAt } from './cell-text';
import { type Marks, writeMarked } from './marks';
import { type Report, ruleOf } from './report';
import type { Line } from './view';

const MATCHED_COLUMN: Readonly<Record<RuleId, TableColumnId>> = {
  assetName: 'assetName',
  dnsName: 'dnsName',
  netbiosName: 'netbiosName',
  macAddress: 'macAddresses',
  ipv4Address: 'address',
};

const NUMBERS = new Intl.NumberFormat('en-US');

/** The element of one line; `number` is its place in the whole table, the header being 1. */
export function lineElement(
  report: Report,
  line: Line,
  number: number,
  words: readonly string[],
): HTMLElement {
  const element = document.createElement('tr');
  element.setAttribute('role', 'row');
  element.setAttribute('aria-rowindex', String(number + 2));
  const group = line.kind === 'band' ? line.group : report.groupOf[line.row]!;
  element.className = `${line.kind} ${group % 2 === 0 ? 'blue' : 'peach'}`;
  element.dataset['line'] = String(number);
  if (line.kind === 'band') element.append(bandCell(report, line, words));
  else element.append(...rowCells(report, line.row, group, words));
  return element;
}

function rowCells(report: Report, row: number, group: number, words: readonly string[]): HTMLElement[] {
  const of = report.groups[group]!;
  return TABLE_COLUMN_IDS.map((column, at) => {
    const text = cellTextAt(report, row, column);
    const shared = MATCHED_COLUMN[ruleOf(of)] === column ? of[2] : '';
    return cellElement(column, at, text, { shared, words });
  });
}

function cellElement(column: TableColumnId, at: number, text: string, marks: Marks): HTMLElement {
  const cell = document.createElement('td');
  cell.setAttribute('role', 'gridcell');
  cell.setAttribute('aria-colindex', String(at + 1));
  cell.tabIndex = -1;
  cell.className = column;
  cell.dataset['header'] = TABLE_COLUMNS[column].header;
  if (text === '') {
    cell.classList.add('empty');
    return cell;
  }
  const inner = document.createElement('span');
  writeMarked(inner, text, marks);
  cell.title = TABLE_COLUMNS[column].kind === 'time' ? `${text} UTC` : text;
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
  cell.setAttribute('aria-colspan', String(TABLE_COLUMN_IDS.length));
  cell.colSpan = TABLE_COLUMN_IDS.length;
  cell.tabIndex = -1;
  const whole = document.createElement('span');
  whole.className = 'why';
  writeMarked(whole, why, { shared: value, words });
  const inner = document.createElement('div');
  inner.append(
    part('b', 'number', `Group ${NUMBERS.format(number)}`),
    part('span', 'field', RULE_LABELS[ruleOf(of)]),
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
