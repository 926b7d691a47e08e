import type { Slices } from '../model/slices';

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Orders rows by the rank that `rankOf` gives each; rank 0, an empty cell, always goes last. Stable: rows of
 * the same rank stay as they were, in either direction. Radix sort of 11 bits at a time.
 */
export async function orderRows(
  rows: Uint32Array,
  rankOf: (row: number) => number,
  descending: boolean,
  slices: Slices,
): Promise<Uint32Array> {
  let keys = new Uint32Array(rows.length);
  let most = 0;
  for (let at = 0; at < rows.length; at++) {
    const rank = rankOf(rows[at]!);
    keys[at] = rank;
    if (rank > most) most = rank;
  }
  for (let at = 0; at < keys.length; at++) {
    const rank = keys[at]!;
    keys[at] = rank === 0 ? most : descending ? most - rank : rank - 1;
  }
  let from = rows;
  for (let shift = 0; most >>> shift > 0 && shift < 32; shift += DIGIT_BITS) {
    await slices.rest();
    [from, keys] = sortByDigit(from, keys, shift);
  }
  return from;
}

function sortByDigit(
  rows: Uint32Array,
  keys: Uint32Array,
  shift: number,
): [Uint32Array, Uint32Array<ArrayBuffer>] {
  const next = new Uint32Array(DIGITS + 1);
  for (let at = 0; at < keys.length; at++) next[((keys[at]! >>> shift) & (DIGITS - 1)) + 1]!++;
  for (let digit = 1; digit <= DIGITS; digit++) next[digit]! += next[digit - 1]!;
  const sortedRows = new Uint32Array(rows.length);
  const sortedKeys = new Uint32Array(rows.length);
  for (let at = 0; at < keys.length; at++) {
    const to = next[(keys[at]! >>> shift) & (DIGITS - 1)]!++;
    sortedRows[to] = rows[at]!;
    sortedKeys[to] = keys[at]!;
  }
  return [sortedRows, sortedKeys];
}
