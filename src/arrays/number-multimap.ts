/**
 * Which records have a value, for numbers from 1 to 2⁵³; 0 is no value. Built once from a column, in linear time and
 * 12 bytes a record and more for the slots; hashes are seeded, so no data makes them all equal.
 */
export class NumberMultimap {
  private readonly seed = (Math.random() * 2 ** 32) | 0;
  private readonly slots: Int32Array;
  private readonly next: Int32Array;

  /** @param isIn which records are looked at; all where absent */
  constructor(
    private readonly values: Float64Array,
    isIn: (record: number) => boolean = () => true,
  ) {
    let length = 16;
    while (length < values.length * 2) length *= 2;
    this.slots = new Int32Array(length).fill(-1);
    this.next = new Int32Array(values.length).fill(-1);
    // From the last to the first, so that a chain runs in the order of the records.
    for (let record = values.length - 1; record >= 0; record--) {
      const value = values[record]!;
      if (value === 0 || !isIn(record)) continue;
      const slot = this.slotOf(value);
      this.next[record] = this.slots[slot]!;
      this.slots[slot] = record;
    }
  }

  /** The first record with the value, -1 for none. */
  first(value: number): number {
    return value === 0 ? -1 : this.slots[this.slotOf(value)]!;
  }

  /** The next record with the same value, -1 for none. */
  after(record: number): number {
    return this.next[record]!;
  }

  private slotOf(value: number): number {
    const mask = this.slots.length - 1;
    let hash = Math.imul((value >>> 0) ^ this.seed, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ Math.floor(value / 2 ** 32), 0x85ebca77);
    let slot = (hash ^ (hash >>> 14)) & mask;
    while (this.slots[slot]! >= 0 && this.values[this.slots[slot]!] !== value) slot = (slot + 1) & mask;
    return slot;
  }
}
