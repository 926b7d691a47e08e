/**
 * Which records share a value of one identifier. Values are hashes of 52 bits; 0 is no value. Linear in time and
 * memory, whatever is shared.
 */
export class ValueIndex {
  /** Group `g` owns `members[starts[g] … starts[g + 1])`; only values of two records or more are groups. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  /** The value of each group. */
  readonly values: Float64Array;
  private readonly slots: Int32Array;
  private readonly slotValues: Float64Array;
  private readonly slotCounts: Uint32Array;
  private readonly groupOfSlot: Int32Array;
  private readonly mask: number;

  /** `values[i]` is a value of record `records[i]`; a record must not have one value twice. */
  constructor(values: Float64Array, records: Uint32Array, length: number) {
    let size = 16;
    while (size < length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(length);
    this.slotValues = new Float64Array(size);
    this.slotCounts = new Uint32Array(size);
    for (let at = 0; at < length; at++) {
      const value = values[at]!;
      if (value === 0) {
        this.slots[at] = -1;
        continue;
      }
      const slot = this.slotOf(value);
      this.slotValues[slot] = value;
      this.slotCounts[slot]!++;
      this.slots[at] = slot;
    }
    this.groupOfSlot = new Int32Array(size).fill(-1);
    let groups = 0;
    let total = 0;
    for (let at = 0; at < length; at++) {
      const slot = this.slots[at]!;
      if (slot < 0 || this.slotCounts[slot]! < 2 || this.groupOfSlot[slot]! >= 0) continue;
      this.groupOfSlot[slot] = groups++;
      total += this.slotCounts[slot]!;
    }
    this.starts = new Uint32Array(groups + 1);
    this.values = new Float64Array(groups);
    this.members = new Uint32Array(total);
    for (let slot = 0; slot < size; slot++) {
      const group = this.groupOfSlot[slot]!;
      if (group < 0) continue;
      this.starts[group + 1] = this.slotCounts[slot]!;
      this.values[group] = this.slotValues[slot]!;
    }
    for (let group = 0; group < groups; group++) this.starts[group + 1]! += this.starts[group]!;
    const next = this.starts.slice();
    for (let at = 0; at < length; at++) {
      const group = this.slots[at]! < 0 ? -1 : this.groupOfSlot[this.slots[at]!]!;
      if (group >= 0) this.members[next[group]!++] = records[at]!;
    }
  }

  get groups(): number {
    return this.values.length;
  }

  /** How many records have the value. */
  count(value: number): number {
    return value === 0 ? 0 : this.slotCounts[this.slotOf(value)]!;
  }

  /** The group of the value, -1 where fewer than two records have it. */
  group(value: number): number {
    return value === 0 ? -1 : this.groupOfSlot[this.slotOf(value)]!;
  }

  private slotOf(value: number): number {
    let slot = (Math.imul((value % 4294967296) | 0, 0x9e3779b1) >>> 7) & this.mask;
    while (this.slotCounts[slot] !== 0 && this.slotValues[slot] !== value) slot = (slot + 1) & this.mask;
    return slot;
  }
}
