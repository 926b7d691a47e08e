import type { RuleId } from '../../../model/rule';
import type { AssetLine, TableColumnId } from '../../../model/table';
import { countText, timeText } from '../../words';

/** The column in which a rule's shared value stands. */
export const COLUMN_OF_RULE: Readonly<Record<RuleId, TableColumnId>> = {
  assetName: 'assetName',
  dnsName: 'dnsName',
  netbiosName: 'netbiosName',
  macAddress: 'macAddresses',
  ipv4Address: 'address',
};

/** A cell as people read it, and as it is copied. */
export function cellText(line: AssetLine, column: TableColumnId): string {
  if (column === 'lastActivity') return timeText(line.cells.lastActivity);
  if (column === 'group' || column === 'cluster') return countText(line.cells[column]);
  return line.cells[column];
}

/** A whole line for the clipboard: cells in column order with tabs between, breaks inside cells as spaces. */
export function lineText(line: AssetLine, columns: readonly TableColumnId[]): string {
  return columns.map((column) => cellText(line, column).replace(/[\t\r\n]+/g, ' ')).join('\t');
}

/** Whether the cell holds MACs, addresses or ids, which are set in a fixed width. */
export function isFixedWidth(line: AssetLine, column: TableColumnId): boolean {
  if (column === 'sharedValue') return line.rule === 'macAddress' || line.rule === 'ipv4Address';
  return column === 'assetId' || column === 'address' || column === 'macAddresses';
}

/** A list cell in pieces, with those that equal the group's value told apart. */
export function matchedPieces(line: AssetLine, column: TableColumnId): { text: string; matched: boolean }[] {
  const text = cellText(line, column);
  if (text === '') return [];
  if (COLUMN_OF_RULE[line.rule] !== column) return [{ text, matched: false }];
  if (column !== 'macAddresses' && column !== 'address') return [{ text, matched: true }];
  const wanted = bare(line.cells.sharedValue);
  const pieces = text.split(/(,\s*)/);
  return pieces.map((piece) => ({ text: piece, matched: bare(piece) === wanted }));
}

function bare(value: string): string {
  return value.toLowerCase().replace(/[\s:-]/g, '');
}
