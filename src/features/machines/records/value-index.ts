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

  /** `values[i]` is a value of record `records[i]`; a record must not have one value twice. */
  constructor(values: Float64Array, records: Uint32Array | null, length: number) {
    const { slotOf, counts, slotValues } = countValues(values, length);
    const groupOfSlot = new Int32Array(counts.length).fill(-1);
    let groups = 0;
    let total = 0;
    for (let at = 0; at < length; at++) {
      const slot = slotOf[at]!;
      if (slot < 0 || counts[slot]! < 2 || groupOfSlot[slot]! >= 0) continue;
      groupOfSlot[slot] = groups++;
      total += counts[slot]!;
    }
    this.starts = new Uint32Array(groups + 1);
    this.values = new Float64Array(groups);
    this.members = new Uint32Array(total);
    for (let slot = 0; slot < counts.length; slot++) {
      const group = groupOfSlot[slot]!;
      if (group < 0) continue;
      this.starts[group + 1] = counts[slot]!;
      this.values[group] = slotValues[slot]!;
    }
    for (let group = 0; group < groups; group++) this.starts[group + 1]! += this.starts[group]!;
    const next = this.starts.slice();
    for (let at = 0; at < length; at++) {
      const group = slotOf[at]! < 0 ? -1 : groupOfSlot[slotOf[at]!]!;
      if (group >= 0) this.members[next[group]!++] = records === null ? at : records[at]!;
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
    let place = mixed(value) & mask;
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

function mixed(value: number): number {
  const low = (value % 4294967296) | 0;
  const high = (value / 4294967296) | 0;
  const mix = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return mix ^ (mix >>> 15);
}

/** How often each value stands there, and in which slot; -1 for no value. */
function countValues(values: Float64Array, length: number) {
  const size = sizeFor(length);
  const mask = size - 1;
  const slotValues = new Float64Array(size);
  const counts = new Uint32Array(size);
  const slotOf = new Int32Array(length);
  for (let at = 0; at < length; at++) {
    const value = values[at]!;
    if (value === 0) {
      slotOf[at] = -1;
      continue;
    }
    let slot = mixed(value) & mask;
    while (counts[slot] !== 0 && slotValues[slot] !== value) slot = (slot + 1) & mask;
    slotValues[slot] = value;
    counts[slot]!++;
    slotOf[at] = slot;
  }
  return { slotOf, counts, slotValues };
}
