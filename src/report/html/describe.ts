import { RULE_IDS, RULES } from '../../model/rule';
import { columnOfRule, TABLE_COLUMNS, type TableColumnId } from '../../model/table-columns';
import { isOfAsset, orderOf } from '../../model/table-columns/column';
import type { ReportColumn, ReportRule } from './blocks';

/** The columns as the viewer knows them. */
export function describeColumns(columns: readonly TableColumnId[]): ReportColumn[] {
  return columns.map((id) => {
    const { header, cells, fixed, print, card } = TABLE_COLUMNS[id];
    return {
      id,
      header: orderOf(cells) === 'time' ? `${header} (UTC)` : header,
      from: cells.from,
      order: orderOf(cells),
      fixed: fixed === true,
      print,
      card: card?.report ?? null,
    };
  });
}

/** The asset's own columns, in the order of `AssetRecord`. */
export function assetColumns(columns: readonly TableColumnId[]): TableColumnId[] {
  return columns.filter((id) => isOfAsset(TABLE_COLUMNS[id].cells));
}

/** The rules as the viewer knows them, in the order of `RULE_IDS`. */
export function describeRules(): ReportRule[] {
  return RULE_IDS.map((id) => {
    const { label, form } = RULES[id];
    return { id, label, form, column: columnOfRule(id) };
  });
}
