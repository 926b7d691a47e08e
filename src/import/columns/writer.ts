import type { Column } from '../../model/columns';

/**
 * Fills one column, row after row; rows without a value are not told of. The rows of a dataset are its records
 * in the order of reading, repeated ones included; `seal` picks those that stand.
 */
export interface ColumnWriter<C extends Column> {
  /** Bytes of the texts that it holds; absent where its values are numbers. */
  readonly held?: number;
  /** Appends a sealed column of `rows` rows (it may end earlier: the rest has no values) as the rows from `row` on. */
  append(column: C, row: number, rows: number): void;
  /** The column: rows in the given order, or all as they are. The writer is empty afterwards. */
  seal(order: Uint32Array | null): C;
}

/** `ends` or `stops` for the rows in that order: sums of the lengths that each row had. */
export function reorderedStops(stops: Uint32Array, order: Uint32Array): Uint32Array {
  const sums = new Uint32Array(order.length);
  let sum = 0;
  for (let asset = 0; asset < order.length; asset++) {
    const row = order[asset]!;
    if (row < stops.length) sum += stops[row]! - (row === 0 ? 0 : stops[row - 1]!);
    sums[asset] = sum;
  }
  return sums;
}

/** Which item each item of the reordered list was. */
export function reorderedItems(stops: Uint32Array, order: Uint32Array, count: number): Uint32Array {
  const items = new Uint32Array(count);
  let to = 0;
  for (const row of order) {
    if (row >= stops.length) continue;
    for (let item = row === 0 ? 0 : stops[row - 1]!; item < stops[row]!; item++) items[to++] = item;
  }
  return items;
}

/** The values at those places; places past the end give `none`. */
export function pick<T extends Uint32Array | Float64Array | Uint16Array>(
  values: T,
  places: Uint32Array,
  none: number,
): T {
  const picked = new (values.constructor as new (length: number) => T)(places.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    picked[at] = place < values.length ? values[place]! : none;
  }
  return picked;
}

/** Bytes of the rows in that order, whose ends are `ends` before and `after` after. */
export function pickBytes(
  bytes: Uint8Array,
  ends: Uint32Array,
  places: Uint32Array,
  after: Uint32Array,
): Uint8Array {
  const picked = new Uint8Array(after.length === 0 ? 0 : after[after.length - 1]!);
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    if (place >= ends.length) continue;
    const from = place === 0 ? 0 : ends[place - 1]!;
    picked.set(bytes.subarray(from, ends[place]!), at === 0 ? 0 : after[at - 1]!);
  }
  return picked;
}
