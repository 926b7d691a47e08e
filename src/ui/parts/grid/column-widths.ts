import { TABLE_COLUMNS, type TableColumnId } from '../../../model/table-columns';
import { orderOf } from '../../../model/table-columns/column';

/** Columns that a group's band has already: they show only where the table is sorted and has no bands. */
export const IN_BAND: ReadonlySet<TableColumnId> = new Set(['matchedOn', 'sharedValue', 'group']);

/** Whether the cells are words and not numbers or times, which always fit. */
function isWords(column: TableColumnId): boolean {
  return orderOf(TABLE_COLUMNS[column].cells) === 'natural';
}

/**
 * The widths with the room that is left, px, shared out among the columns of words, wider ones getting more. Where
 * nothing is left, or there are no words, as they are.
 */
export function sharedWidths(
  columns: readonly TableColumnId[],
  width: (column: TableColumnId) => number,
  room: number,
): ReadonlyMap<TableColumnId, number> {
  const left = room - columns.reduce((sum, column) => sum + width(column), 0);
  const words = columns.filter(isWords).reduce((sum, column) => sum + width(column), 0);
  const more = left > 0 && words > 0 ? left / words : 0;
  return new Map(
    columns.map((column) => {
      const own = width(column);
      return [column, isWords(column) ? own + Math.floor(own * more) : own];
    }),
  );
}

let canvas: CanvasRenderingContext2D | null = null;

/** The width of the longest text in the font of the element, px. */
export function longestWidth(texts: Iterable<string>, element: Element): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas === null) return 0;
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  let longest = 0;
  for (const text of texts) longest = Math.max(longest, canvas.measureText(text).width);
  return longest;
}
