import type { CellOrder } from '../model/table-columns/column';

/** How a sorted column is called, first to last and last to first. */
export function orderWords(order: CellOrder): readonly [up: string, down: string] {
  if (order === 'time') return ['oldest first', 'newest first'];
  if (order === 'numeric' || order === 'number') return ['lowest first', 'highest first'];
  return ['A to Z', 'Z to A'];
}
