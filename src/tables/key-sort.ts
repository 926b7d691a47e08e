import type { Slices } from '../model/slices';
import type { SortKeys } from './sort-keys';

/** Below this many, comparing neighbours beats counting bytes. */
const SMALL = 24;

/**
 * The place of each item in the order of its key, from 1; items with the same key have the same place; 0 for
 * an empty key. Radix sort by the first byte, then within each byte by the next: no strings, no comparisons
 * of whole keys. 500,000 host names: about 0.2 s.
 */
export async function rankKeys(keys: SortKeys, slices: Slices): Promise<Uint32Array> {
  const order = itemsWithKey(keys);
  await sortByBytes(keys, order, slices);
  const ranks = new Uint32Array(keys.ends.length);
  let rank = 0;
  for (let at = 0; at < order.length; at++) {
    if (at === 0 || compareKeys(keys, order[at - 1]!, order[at]!, 0) !== 0) rank++;
    ranks[order[at]!] = rank;
    if ((at & 1023) === 0 && slices.due) await slices.rest();
  }
  return ranks;
}

function itemsWithKey({ ends }: SortKeys): Uint32Array {
  const items = new Uint32Array(ends.length);
  let count = 0;
  for (let item = 0, start = 0; item < ends.length; start = ends[item++]!) {
    if (ends[item]! > start) items[count++] = item;
  }
  return items.subarray(0, count);
}

async function sortByBytes(keys: SortKeys, order: Uint32Array, slices: Slices): Promise<void> {
  const scratch = new Uint32Array(order.length);
  const byteOf = new Uint16Array(order.length);
  const open = [{ start: 0, stop: order.length, depth: 0 }];
  for (let range = open.pop(); range; range = open.pop()) {
    const { start, stop, depth } = range;
    if (slices.due) await slices.rest();
    if (stop - start <= SMALL) {
      insertionSort(keys, order, start, stop, depth);
      continue;
    }
    const stops = splitByByte(keys, order, scratch, byteOf, start, stop, depth);
    // Byte class 0 are the keys that end here: all equal, done.
    for (let byte = 1; byte <= 256; byte++) {
      const from = stops[byte - 1]!;
      if (stops[byte]! - from > 1) open.push({ start: from, stop: stops[byte]!, depth: depth + 1 });
    }
  }
}

/** Orders the range by the byte at `depth`; answers where each class stops (0: key ended, else byte + 1). */
function splitByByte(
  { bytes, ends }: SortKeys,
  order: Uint32Array,
  scratch: Uint32Array,
  byteOf: Uint16Array,
  start: number,
  stop: number,
  depth: number,
): Uint32Array {
  const next = new Uint32Array(258);
  for (let at = start; at < stop; at++) {
    const item = order[at]!;
    const from = (item === 0 ? 0 : ends[item - 1]!) + depth;
    const byte = from < ends[item]! ? bytes[from]! + 1 : 0;
    byteOf[at] = byte;
    next[byte + 1]!++;
  }
  next[0] = start;
  for (let byte = 1; byte < 258; byte++) next[byte]! += next[byte - 1]!;
  if (next[byteOf[start]! + 1]! - next[byteOf[start]!]! < stop - start) {
    scratch.set(order.subarray(start, stop), start);
    const at = next.slice(0, 257);
    for (let from = start; from < stop; from++) order[at[byteOf[from]!]!++] = scratch[from]!;
  }
  return next.subarray(1);
}

function insertionSort(keys: SortKeys, order: Uint32Array, start: number, stop: number, depth: number): void {
  for (let at = start + 1; at < stop; at++) {
    const item = order[at]!;
    let to = at;
    while (to > start && compareKeys(keys, order[to - 1]!, item, depth) > 0) {
      order[to] = order[to - 1]!;
      to--;
    }
    order[to] = item;
  }
}

function compareKeys({ bytes, ends }: SortKeys, a: number, b: number, depth: number): number {
  let fromA = (a === 0 ? 0 : ends[a - 1]!) + depth;
  let fromB = (b === 0 ? 0 : ends[b - 1]!) + depth;
  const endA = ends[a]!;
  const endB = ends[b]!;
  while (fromA < endA && fromB < endB) {
    const difference = bytes[fromA++]! - bytes[fromB++]!;
    if (difference !== 0) return difference;
  }
  return endA - fromA - (endB - fromB);
}
