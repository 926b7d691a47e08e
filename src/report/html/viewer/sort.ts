import { parseIp } from '../../../identifiers/ip-address';
import { lowerCase } from '../../../wording/search-words';
import type { GroupRecord, ReportColumn } from '../blocks';
import { cellTexts } from './cell-text';
import { EvidenceFinder } from './group-evidence';
import { assetPlace, type Cell, groupCell, isAssetColumn, isRowColumn, type Report, ruleOf } from './report';

/**
 * The rank of each asset, group or row in a column's order; 0 is an empty cell. The same order as on the
 * page, by what the cells show.
 */
export function ranksFor(report: Report, column: ReportColumn): Uint32Array {
  if (isShownByRow(column)) {
    const evidence = new EvidenceFinder(report);
    const textOf = cellTexts(report, column);
    return rank(
      Array.from(report.rows, (_, row) => keyOf(evidence.cell(row, column, textOf(row)).text, column)),
    );
  }
  if (!isAssetColumn(column)) return rank(report.groups.map((group) => groupKey(report, group, column)));
  const place = assetPlace(report, column);
  return rank(report.assets.map((asset) => keyOf(asset[place] ?? null, column)));
}

/** Rows in the order of the column: stable, rows with an empty cell last in either direction. */
export function sortRows(
  report: Report,
  rows: Uint32Array,
  column: ReportColumn,
  ranks: Uint32Array,
  descending: boolean,
): Uint32Array {
  const itemOf = isAssetColumn(column) ? report.rows : report.groupOf;
  const rankOf = isShownByRow(column) ? (row: number) => ranks[row]! : (row: number) => ranks[itemOf[row]!]!;
  const most = ranks.reduce((highest, of) => Math.max(highest, of), 0);
  const starts = new Uint32Array(most + 2);
  const placeOf = (row: number) => {
    const of = rankOf(row);
    return of === 0 ? most : descending ? most - of : of - 1;
  };
  for (const row of rows) starts[placeOf(row) + 1]!++;
  for (let place = 1; place < starts.length; place++) starts[place]! += starts[place - 1]!;
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[starts[placeOf(row)]!++] = row;
  return sorted;
}

/** Lists begin with what the row's group shares, so they are another text in each row. */
function isShownByRow(column: ReportColumn): boolean {
  return isRowColumn(column) || column.from === 'macs';
}

/** Keys that compare as the cells do; "" and `NaN` for an empty one. */
type Key = string | number;

function groupKey(report: Report, group: GroupRecord, column: ReportColumn): Key {
  if (column.order !== 'value') return keyOf(groupCell(report, group, column), column);
  const value = group[2];
  const { form } = ruleOf(report, group);
  if (form === 'address') return `1${addressKey(value)}`;
  return form === 'mac' ? `2${value}` : `3${naturalKey(value)}`;
}

function keyOf(cell: Cell, { order }: ReportColumn): Key {
  if (order === 'numeric') return Number(cell);
  if (order === 'time') return typeof cell === 'number' ? Math.floor(cell) : Number.NaN;
  const text = String(cell ?? '');
  if (text === '') return '';
  if (order === 'number') return (/^\d+$/.test(text) ? '1' : '9') + naturalKey(text);
  if (order === 'address') return addressKey(text);
  return order === 'digits' ? text : naturalKey(text);
}

/** Runs of digits by their number: `0`, how many digits, the digits; so `web2` stands before `web10`. */
function naturalKey(text: string): string {
  return lowerCase(text).replace(/[0-9]+/g, (run) => {
    const digits = run.replace(/^0+/, '');
    return `0${String.fromCharCode(Math.min(digits.length, 0xfffe))}${digits}`;
  });
}

/** v4 before v6 before what is no address; of several addresses in one cell the first. */
function addressKey(text: string): string {
  if (text === '') return '';
  const ip = parseIp(text.split(/[\s,;]/, 1)[0] ?? '');
  if (ip === null) return `9${naturalKey(text)}`;
  if (ip.version === 4) return `4${ip.value.toString(16).padStart(8, '0')}`;
  return `6${ip.parts.map((part) => part.toString(16).padStart(4, '0')).join('')}`;
}

function rank(keys: readonly Key[]): Uint32Array {
  const order = Uint32Array.from(keys, (_, item) => item).filter((item) => !isEmpty(keys[item]!));
  order.sort((a, b) => compareKeys(keys[a]!, keys[b]!));
  const ranks = new Uint32Array(keys.length);
  let last = 0;
  order.forEach((item, at) => {
    if (at === 0 || compareKeys(keys[order[at - 1]!]!, keys[item]!) !== 0) last++;
    ranks[item] = last;
  });
  return ranks;
}

const isEmpty = (key: Key) => key === '' || Number.isNaN(key);

function compareKeys(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
