import { decodeText } from '../model/text';
import { GrowingBytes, GrowingNumbers } from './growing';
import type { Keys } from './keys';
import { sharedKeys } from './shared-keys';
import type { Slices } from './slices';
import type { Suspects } from './suspects';

/**
 * The values of one rule that more than one asset may have, in order of first appearance, each with its assets
 * in dataset order, every asset once. A suspect's value (`Suspects`) may have one asset only.
 */
export interface Buckets {
  readonly count: number;
  /** Value `v` is `bytes[ends[v-1] … ends[v])`. */
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  readonly hashes: Uint32Array;
  /** Value `v` is had by assets `members[stops[v-1] … stops[v])`. */
  readonly stops: Uint32Array;
  readonly members: Uint32Array;
}

/** The value as text. */
export function valueText(buckets: Buckets, value: number): string {
  return decodeText(buckets.bytes, value === 0 ? 0 : buckets.ends[value - 1]!, buckets.ends[value]!);
}

/** Keys between two looks at the clock. */
const BLOCK = 8192;

/**
 * Puts keys with equal bytes together through an open hash table of those that another may equal. No sort: keys
 * come in order of assets, so values get their numbers in order of first appearance by themselves.
 */
export async function fillBuckets(keys: Keys, suspects: Suspects, slices: Slices): Promise<Buckets> {
  const shared = await sharedKeys(keys.hashes, suspects, slices);
  const table = new ValueTable(shared.length);
  const entries: Entries = { keys: shared.values, values: new Uint32Array(shared.length), length: 0 };
  for (let first = 0; first < shared.length; first += BLOCK) {
    fillBlock(keys, table, entries, first, Math.min(shared.length, first + BLOCK));
    await slices.next();
  }
  return table.finish(entries);
}

/** Keys that need a closer look; as they are looked at, the asset takes the key's place, and its value stands beside. */
interface Entries {
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
  length: number;
}

function fillBlock(keys: Keys, table: ValueTable, entries: Entries, first: number, last: number): void {
  const { hashes, stops } = keys;
  // Keys are in order of assets, so each search goes on where the one before ended.
  let asset = stops === null ? 0 : ownerOf(stops, entries.keys[first]!);
  for (let at = first; at < last; at++) {
    const key = entries.keys[at]!;
    if (stops === null) asset = key;
    else while (stops[asset]! <= key) asset++;
    const value = table.numberOf(hashes[key]!, keys, key);
    if (!table.count(value, asset)) continue;
    entries.values[entries.length] = value;
    entries.keys[entries.length++] = asset;
  }
}

/** The first asset whose keys end after this one, by halving. */
function ownerOf(stops: Uint32Array, key: number): number {
  let low = 0;
  let high = stops.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stops[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers distinct values from 0 in the order in which they come. */
class ValueTable {
  readonly #mask: number;
  /** For each slot a value's number plus one, 0 for none, and beside it the value's hash. */
  readonly #slots: Uint32Array;
  readonly #bytes = new GrowingBytes();
  readonly #ends = new GrowingNumbers();
  readonly #hashes = new GrowingNumbers();
  readonly #sizes = new GrowingNumbers();
  readonly #lastAsset = new GrowingNumbers();

  constructor(keys: number) {
    const slots = 2 ** Math.max(4, Math.ceil(Math.log2(keys + 1)) + 1);
    this.#mask = slots - 1;
    this.#slots = new Uint32Array(slots * 2);
  }

  numberOf(hash: number, keys: Keys, key: number): number {
    const { bytes, start, end } = keys.bytesOf(key);
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (; slots[slot * 2] !== 0; slot = (slot + 1) & this.#mask) {
      const value = slots[slot * 2]! - 1;
      if (slots[slot * 2 + 1] === hash && this.#equals(value, bytes, start, end)) return value;
    }
    slots[slot * 2] = this.#ends.length + 1;
    slots[slot * 2 + 1] = hash;
    this.#bytes.append(bytes, start, end);
    this.#ends.push(this.#bytes.length);
    this.#hashes.push(hash);
    this.#sizes.push(0);
    this.#lastAsset.push(0);
    return this.#ends.length - 1;
  }

  /** Counts the asset under the value; false if it stands there already. */
  count(value: number, asset: number): boolean {
    if (this.#lastAsset.values[value] === asset + 1) return false;
    this.#lastAsset.values[value] = asset + 1;
    this.#sizes.values[value]!++;
    return true;
  }

  finish(entries: Entries): Buckets {
    const count = this.#ends.length;
    const next = new Uint32Array(count);
    for (let value = 1; value < count; value++)
      next[value] = next[value - 1]! + this.#sizes.values[value - 1]!;
    const members = new Uint32Array(entries.length);
    for (let at = 0; at < entries.length; at++) members[next[entries.values[at]!]!++] = entries.keys[at]!;
    return {
      count,
      bytes: this.#bytes.bytes,
      ends: this.#ends.values,
      hashes: this.#hashes.values,
      stops: next,
      members,
    };
  }

  #equals(value: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = value === 0 ? 0 : this.#ends.values[value - 1]!;
    if (this.#ends.values[value]! - from !== end - start) return false;
    const known = this.#bytes.bytes;
    for (let at = start, other = from; at < end; at++, other++) if (bytes[at] !== known[other]) return false;
    return true;
  }
}
