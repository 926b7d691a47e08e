import { explainSharedValue } from '../identifiers/shared-value';
import { itemStart, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import type { Watch } from '../model/progress';
import { Slices } from '../model/slices';
import {
  type AssetLine,
  type BandLine,
  TABLE_COLUMN_IDS,
  type TableColumnId,
  type TableLine,
  type TableQuery,
  type TableSize,
  type TableSort,
} from '../model/table';
import { columnOfRule, isTimeColumn } from '../model/table-columns';
import type { AssetIndex, GroupIndex } from '../model/units';
import { timeText } from '../wording/local-time';
import { rulesOfBits } from '../wording/rules';
import { spreadsheetText } from '../wording/spreadsheet-text';
import { cellsOf, cellText, ruleOf, sharedValue } from './cells';
import { matchedValues } from './matching-values';
import { ranksOf } from './ranks';
import { groupOfRows, type RowIndex } from './row-groups';
import { orderRows } from './row-order';
import { rowsShown } from './rows-shown';

/** Every row, group after group, with a line before each group. */
export const WHOLE_TABLE: TableQuery = {
  search: '',
  rules: null,
  overlap: null,
  matching: null,
  cluster: null,
  group: null,
  sort: null,
  together: false,
  bands: true,
};

/** The most lines and characters of a column that go to the clipboard. */
const COLUMN_LINES = 1_000_000;
const COLUMN_CHARACTERS = 200_000_000;

/** What a query shows: on the page through `lines`, in a report through `rows`. */
export interface Table {
  readonly size: TableSize;
  /** Rows in order, without bands. */
  readonly rows: Uint32Array;
  /** Shown groups in the order of detection; where the rows are in that order, their bands stand so too. */
  readonly groups: Uint32Array;
  /** Lines `from … from + count`; fewer at the end. */
  lines(from: number, count: number): TableLine[];
  /** The line on which the asset stands in that group, -1 if it is not shown. */
  find(asset: AssetIndex, group: GroupIndex): number;
  /**
   * Every value of a column for the clipboard as the page shows it, row after row, a line each; "" for a column that does
   * not exist.
   */
  columnText(column: string): Promise<string>;
  /** The asset and the group of a row. */
  rowAt(row: RowIndex): { readonly asset: AssetIndex; readonly group: GroupIndex };
  /** The line that stands, or would stand, before a shown group. */
  band(group: GroupIndex): BandLine;
}

/**
 * Opens the table of a result: filtered, searched, sorted. 500,000 rows: a search answers in some 100 ms once
 * `prepareSearch` has run, a sort in some 300 ms, the next sort by the same column in 30 ms.
 */
export async function openTable(
  dataset: Dataset,
  grouping: Grouping,
  query: TableQuery,
  watch: Watch,
): Promise<Table> {
  const slices = new Slices(watch);
  const shown = await rowsShown(dataset, grouping, query, slices);
  const groups = shownGroups(grouping, shown);
  if (query.sort === null)
    return new RowTable(dataset, grouping, { rows: shown, groups, bands: groups }, query, watch);
  const sorted = await sortRows(dataset, grouping, shown, query.sort, slices);
  const rows = query.together ? keepTogether(grouping, sorted, groups) : sorted;
  const bands = query.together ? shownGroups(grouping, rows) : groups;
  return new RowTable(dataset, grouping, { rows, groups, bands }, query, watch);
}

/** The rows with each group's behind its first one: groups stand as their first rows stood. */
function keepTogether(grouping: Grouping, rows: Uint32Array, { groups, starts }: ShownGroups): Uint32Array {
  const groupOf = groupOfRows(grouping);
  const sizes = new Uint32Array(grouping.stops.length);
  groups.forEach((group, place) => {
    sizes[group] = (starts[place + 1] ?? rows.length) - starts[place]!;
  });
  /** Where the next row of each group goes, plus one; 0 where none came yet. */
  const next = new Uint32Array(grouping.stops.length);
  const ordered = new Uint32Array(rows.length);
  for (let at = 0, free = 0; at < rows.length; at++) {
    const group = groupOf[rows[at]!]!;
    if (next[group] === 0) {
      next[group] = free + 1;
      free += sizes[group]!;
    }
    ordered[next[group]!++ - 1] = rows[at]!;
  }
  return ordered;
}

async function sortRows(
  dataset: Dataset,
  grouping: Grouping,
  rows: Uint32Array,
  sort: TableSort,
  slices: Slices,
): Promise<Uint32Array> {
  const { of, ranks } = await ranksOf(dataset, grouping, sort.column, slices);
  if (of === 'row') return orderRows(rows, (row) => ranks[row]!, sort.descending, slices);
  const item = of === 'asset' ? grouping.members : groupOfRows(grouping);
  // Code columns may be shorter than the dataset: no rank is no value.
  return orderRows(rows, (row) => ranks[item[row]!] ?? 0, sort.descending, slices);
}

/** Where each shown group begins among the rows in order of detection. */
interface ShownGroups {
  readonly groups: Uint32Array;
  readonly starts: Uint32Array;
}

function shownGroups(grouping: Grouping, rows: Uint32Array): ShownGroups {
  const groupOf = groupOfRows(grouping);
  const most = Math.min(rows.length, grouping.stops.length);
  const groups = new Uint32Array(most);
  const starts = new Uint32Array(most);
  let count = 0;
  for (let at = 0, before = -1; at < rows.length; at++) {
    const group = groupOf[rows[at]!]!;
    if (group === before) continue;
    before = group;
    groups[count] = group;
    starts[count++] = at;
  }
  return { groups: groups.slice(0, count), starts: starts.slice(0, count) };
}

/** What a query shows: its rows in order, its groups in the order of detection, and in that of their bands. */
interface ShownRows {
  readonly rows: Uint32Array;
  readonly groups: ShownGroups;
  readonly bands: ShownGroups;
}

class RowTable implements Table {
  readonly size: TableSize;
  readonly rows: Uint32Array;
  readonly groups: Uint32Array;
  private readonly groupOf: Uint32Array;
  /** Where each of `groups` began among the rows in order of detection. */
  private readonly starts: Uint32Array;
  private readonly bands: ShownGroups;
  private readonly banded: boolean;

  constructor(
    private readonly dataset: Dataset,
    private readonly grouping: Grouping,
    { rows, groups, bands }: ShownRows,
    private readonly query: TableQuery,
    private readonly watch: Watch,
  ) {
    this.rows = rows;
    this.groups = groups.groups;
    this.starts = groups.starts;
    this.bands = bands;
    this.groupOf = groupOfRows(grouping);
    this.banded = query.bands && (query.sort === null || query.together);
    this.size = {
      lines: rows.length + (this.banded ? this.groups.length : 0),
      rows: rows.length,
      groups: this.groups.length,
      assets: distinctAssets(dataset, grouping, rows),
    };
  }

  rowAt(row: RowIndex): { readonly asset: AssetIndex; readonly group: GroupIndex } {
    return { asset: this.grouping.members[row]!, group: this.groupOf[row]! };
  }

  lines(from: number, count: number): TableLine[] {
    const lines: TableLine[] = [];
    const stop = Math.min(from + count, this.size.lines);
    for (let line = Math.max(from, 0); line < stop; line++) lines.push(this.line(line));
    return lines;
  }

  find(asset: AssetIndex, group: GroupIndex): number {
    if (!(group >= 0 && group < this.grouping.stops.length)) return -1;
    const { members, stops } = this.grouping;
    const row = indexIn(members, asset, itemStart(stops, group), stops[group]!);
    if (row < 0) return -1;
    const at =
      this.query.sort === null ? indexIn(this.rows, row, 0, this.rows.length) : this.rows.indexOf(row);
    return at < 0 || !this.banded ? at : at + 1 + lastAtMost(this.bands.starts, at);
  }

  async columnText(column: string): Promise<string> {
    const id = TABLE_COLUMN_IDS.find((known) => known === column);
    if (!id) return '';
    const slices = new Slices(this.watch);
    const stop = Math.min(this.rows.length, COLUMN_LINES);
    let text = '';
    for (let at = 0; at < stop && text.length < COLUMN_CHARACTERS; at++) {
      const { asset, group } = this.rowAt(this.rows[at]!);
      const cell = isTimeColumn(id)
        ? timeText(cellsOf(this.dataset, this.grouping, asset, group)[id])
        : cellText(this.dataset, this.grouping, asset, group, id);
      text += `${spreadsheetText(cell.replace(/[\r\n\u2028\u2029]+/g, ' '))}\n`;
      if ((at & 127) === 0 && slices.due) await slices.rest();
    }
    return text;
  }

  band(group: GroupIndex): BandLine {
    const place = indexIn(this.groups, group, 0, this.groups.length);
    const start = itemStart(this.grouping.stops, group);
    const shownFrom = this.starts[place] ?? 0;
    const size = this.grouping.stops[group]! - start;
    const rule = ruleOf(this.grouping, group);
    return {
      kind: 'band',
      group,
      place,
      rule,
      value: sharedValue(this.grouping, group),
      size,
      shown: place < 0 ? 0 : (this.starts[place + 1] ?? this.rows.length) - shownFrom,
      cluster: this.grouping.clusters[group]!,
      why: explainSharedValue(rule, textAt(this.grouping.values, group), size),
      also: rulesOfBits(this.grouping.rulesOfGroup[group]!).filter((other) => other !== rule),
    };
  }

  private line(line: number): TableLine {
    if (!this.banded) return this.assetLine(this.rows[line]!);
    // Band k stands at line starts[k] + k.
    const { groups, starts } = this.bands;
    let low = 0;
    let high = groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! + middle <= line) low = middle;
      else high = middle - 1;
    }
    if (starts[low]! + low === line) return this.band(groups[low]!);
    return this.assetLine(this.rows[line - low - 1]!);
  }

  private assetLine(row: RowIndex): AssetLine {
    const { asset, group } = this.rowAt(row);
    const cells = cellsOf(this.dataset, this.grouping, asset, group);
    const matched: Partial<Record<TableColumnId, readonly string[]>> = {};
    for (const [rule, values] of matchedValues(this.dataset, this.grouping, asset, group)) {
      const column = columnOfRule(rule);
      if (column !== null) matched[column] = values;
    }
    const place = indexIn(this.groups, group, 0, this.groups.length);
    return { kind: 'asset', asset, group, place, rule: ruleOf(this.grouping, group), cells, matched };
  }
}

function distinctAssets(dataset: Dataset, grouping: Grouping, rows: Uint32Array): number {
  const seen = new Uint8Array(dataset.size);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const asset = grouping.members[rows[at]!]!;
    if (seen[asset] === 0) count++;
    seen[asset] = 1;
  }
  return count;
}

/** The place of `value` in the ascending part `start … stop`, -1 if it is not there. */
function indexIn(ascending: Uint32Array, value: number, start: number, stop: number): number {
  let low = start;
  let high = stop;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low < stop && ascending[low] === value ? low : -1;
}

/** The last place whose value is at most `limit`; the first value always is. */
function lastAtMost(ascending: Uint32Array, limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
