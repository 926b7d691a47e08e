import { mixBits } from '../../../identifiers/value-hash';

/**
 * Which records share a value of one identifier. Values are hashes of 52 bits; 0 is no value. Linear in time and
 * memory, whatever is shared; what only one record has is forgotten at once.
 */
export class ValueIndex {
  /** Group `g` owns `members[starts[g] … starts[g + 1])`; only values of two records or more are groups. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  /** The value of each group. */
  readonly values: Float64Array;
  /** Open addressing over the groups' values: group + 1, 0 for a free place. */
  private readonly slots: Int32Array;

  /** `values[i]` is a value of record `records[i]`, or of record `i`; a record must not have one value twice. */
  constructor(values: Float64Array, records: Uint32Array | null, length: number) {
    const { groupOf, sizes, groups } = groupValues(values, length);
    this.starts = new Uint32Array(groups + 1);
    this.values = new Float64Array(groups);
    for (let group = 0; group < groups; group++) this.starts[group + 1] = this.starts[group]! + sizes[group]!;
    this.members = new Uint32Array(this.starts[groups]!);
    const next = this.starts.slice();
    for (let at = 0; at < groupOf.length; at++) {
      const group = groupOf[at]!;
      if (group < 0) continue;
      this.values[group] = values[at]!;
      this.members[next[group]!++] = records === null ? at : records[at]!;
    }
    this.slots = new Int32Array(sizeFor(groups));
    for (let group = 0; group < groups; group++) this.slots[this.placeOf(this.values[group]!)] = group + 1;
  }

  get groups(): number {
    return this.values.length;
  }

  /** How many records have the value; 1 for any value that is shared by none. */
  count(value: number): number {
    if (value === 0) return 0;
    const group = this.group(value);
    return group < 0 ? 1 : this.starts[group + 1]! - this.starts[group]!;
  }

  /** The group of the value, -1 where fewer than two records have it. */
  group(value: number): number {
    return value === 0 ? -1 : this.slots[this.placeOf(value)]! - 1;
  }

  private placeOf(value: number): number {
    const mask = this.slots.length - 1;
    let place = mixBits(value) & mask;
    for (let group = this.slots[place]!; group !== 0; group = this.slots[place]!) {
      if (this.values[group - 1] === value) break;
      place = (place + 1) & mask;
    }
    return place;
  }
}

function sizeFor(count: number): number {
  let size = 16;
  while (size < count * 2) size *= 2;
  return size;
}

/**
 * The group of each value, -1 where it stands alone, in one pass: a group begins with the second of its values, so
 * that only what is shared is touched again.
 */
function groupValues(values: Float64Array, length: number) {
  let count = 0;
  for (let at = 0; at < length; at++) if (values[at] !== 0) count++;
  // Most inventories lack one identifier or another: nothing is set up for it.
  if (count < 2) return { groupOf: new Int32Array(0), sizes: new Uint32Array(0), groups: 0 };
  const size = sizeFor(count);
  const mask = size - 1;
  const slotValues = new Float64Array(size);
  /** The first place of each slot's value, plus 1. */
  const firsts = new Uint32Array(size);
  const groupOf = new Int32Array(length).fill(-1);
  let sizes = new Uint32Array(1024);
  let groups = 0;
  for (let at = 0; at < length; at++) {
    const value = values[at]!;
    if (value === 0) continue;
    let slot = mixBits(value) & mask;
    while (firsts[slot] !== 0 && slotValues[slot] !== value) slot = (slot + 1) & mask;
    if (firsts[slot] === 0) {
      firsts[slot] = at + 1;
      slotValues[slot] = value;
      continue;
    }
    const first = firsts[slot]! - 1;
    if (groupOf[first]! < 0) {
      if (groups === sizes.length) sizes = enlarged(sizes);
      sizes[groups] = 1;
      groupOf[first] = groups++;
    }
    groupOf[at] = groupOf[first]!;
    sizes[groupOf[at]!]!++;
  }
  return { groupOf, sizes, groups };
}

function enlarged(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
