/** Distinct whole numbers from 0 to 2⁵³, numbered in the order in which they come. */
export class NumberInterner {
  private readonly seed = (Math.random() * 2 ** 32) | 0;
  private values = new Float64Array(1 << 10);
  private slots = new Int32Array(1 << 11).fill(-1);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The value of number `id`. */
  value(id: number): number {
    return this.values[id]!;
  }

  /** The number of the value; a new one if it is new. */
  intern(value: number): number {
    let slot = this.slotOf(value);
    if (this.slots[slot]! >= 0) return this.slots[slot]!;
    if (this.count * 2 >= this.slots.length) {
      this.grow();
      slot = this.slotOf(value);
    }
    if (this.count === this.values.length) {
      const larger = new Float64Array(this.count * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count] = value;
    this.slots[slot] = this.count;
    return this.count++;
  }

  /** The number of the value, -1 if it is not among them. */
  find(value: number): number {
    return this.slots[this.slotOf(value)]!;
  }

  private slotOf(value: number): number {
    const mask = this.slots.length - 1;
    let hash = Math.imul((value >>> 0) ^ this.seed, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ Math.floor(value / 2 ** 32), 0x85ebca77);
    let slot = (hash ^ (hash >>> 14)) & mask;
    while (this.slots[slot]! >= 0 && this.values[this.slots[slot]!] !== value) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let id = 0; id < this.count; id++) this.slots[this.slotOf(this.values[id]!)] = id;
  }
}
