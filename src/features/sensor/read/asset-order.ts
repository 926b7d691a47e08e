import { sortByNumber } from '../../../arrays/radix-sort';
import type { TextColumn } from '../../../model/columns';
import { itemStart, itemStop } from '../../../model/columns';

/**
 * Each asset's place when asset ids are put in numeric order. Ids of up to 30 digits count as numbers; others
 * (`#7` for a record without an id) come after them, in dataset order.
 */
export function rankAssetIds(ids: TextColumn, size: number): Uint32Array {
  const high = new Float64Array(size);
  const low = new Float64Array(size);
  for (let asset = 0; asset < size; asset++) readId(ids, asset, high, low);
  let order = Uint32Array.from(high, (_, asset) => asset);
  order = sortByNumber(sortByNumber(order, low), high);
  const ranks = new Uint32Array(size);
  for (let place = 0; place < size; place++) ranks[order[place]!] = place;
  return ranks;
}

/** Digits that one double holds exactly. */
const DIGITS = 15;

function readId(ids: TextColumn, asset: number, high: Float64Array, low: Float64Array): void {
  const stop = itemStop(ids.ends, asset);
  let start = itemStart(ids.ends, asset);
  const empty = start === stop;
  while (start < stop - 1 && ids.bytes[start] === 48) start++;
  let upper = 0;
  let lower = 0;
  for (let at = start; at < stop; at++) {
    const digit = ids.bytes[at]! - 48;
    if (digit < 0 || digit > 9) upper = Number.POSITIVE_INFINITY;
    else if (stop - at > DIGITS) upper = upper * 10 + digit;
    else lower = lower * 10 + digit;
  }
  const number = !empty && stop - start <= 2 * DIGITS && upper !== Number.POSITIVE_INFINITY;
  high[asset] = number ? upper : Number.POSITIVE_INFINITY;
  low[asset] = number ? lower : asset;
}
