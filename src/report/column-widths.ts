import { codesAt, itemStart, itemStop, textsAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import { RULE_IDS, RULE_LABELS } from '../model/rule';
import type { CellSource } from '../model/table-columns/column';
import type { AssetIndex } from '../model/units';
import { LIST_SEPARATOR, sharedValue, sourceNames } from '../tables/cells';
import type { Table } from '../tables/table';
import { matchingText } from '../wording/rules';

/** Columns of a sheet are never wider, whatever they hold (contract: "Excel report"). */
export const WIDEST = 50;
/** `2026-05-25 14:21:10`. */
export const TIME_WIDTH = 19;
const NUMBER_WIDTH = 7;
const MAC_WIDTH = 'aa:bb:cc:dd:ee:ff, '.length;
/** Room beside the longest of a few fixed texts. */
const BESIDE = 3;

/** How wide a text stands, in characters: from the first East Asian letters on they take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length && width < WIDEST; at++) width += text.charCodeAt(at) >= 0x1100 ? 2 : 1;
  return width;
}

/** The width of a column's widest cell, from the columns' own lengths: no row is written out just to be measured. */
export function cellWidth(cells: CellSource, dataset: Dataset, grouping: Grouping, table: Table): number {
  const { columns } = dataset;
  const widest = (width: (asset: AssetIndex) => number) => {
    let most = 0;
    for (const row of table.rows) {
      most = Math.max(most, width(table.rowAt(row).asset));
      if (most >= WIDEST) return WIDEST;
    }
    return most;
  };
  switch (cells.from) {
    case 'time':
    case 'lastActivity':
      return TIME_WIDTH;
    case 'groupNumber':
    case 'clusterNumber':
      return NUMBER_WIDTH;
    case 'rule':
      return BESIDE + Math.max(...RULE_IDS.map((rule) => textWidth(RULE_LABELS[rule])));
    case 'matchingRules':
      return table.rows.reduce((most, row) => {
        const { group } = table.rowAt(row);
        const text = matchingText(RULE_IDS[grouping.rules[group]!]!, grouping.rulesOfRow[row]!);
        return Math.max(most, textWidth(text));
      }, 0);
    case 'value':
      return table.groups.reduce((most, group) => Math.max(most, textWidth(sharedValue(grouping, group))), 0);
    case 'sourceNames':
      return widest((asset) => textWidth(sourceNames(dataset, asset).join(LIST_SEPARATOR)));
    case 'code': {
      const { codes, dictionary } = columns[cells.field];
      const widths = dictionary.map(textWidth);
      return widest((asset) => widths[codes[asset] ?? 0]!);
    }
    case 'codes':
      return widest((asset) => textWidth(codesAt(columns[cells.field], asset).join(LIST_SEPARATOR)));
    case 'texts':
      return widest((asset) => textWidth(textsAt(columns[cells.field], asset).join(LIST_SEPARATOR)));
    case 'macs': {
      const { stops } = columns[cells.field];
      return widest((asset) => MAC_WIDTH * (itemStop(stops, asset) - itemStart(stops, asset)));
    }
    case 'text': {
      // Bytes, not letters: a little wide for letters beyond ASCII, and East Asian ones take more room anyway.
      const { ends } = columns[cells.field];
      return widest((asset) => itemStop(ends, asset) - itemStart(ends, asset));
    }
  }
}
