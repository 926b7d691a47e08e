import { decodeText, encodeText } from '../model/text';

/**
 * Distinct texts, numbered in the order in which they come. Hashes bytes and makes no strings: a JavaScript
 * `Map` of a million strings takes about seven times as long.
 */
export class TextInterner {
  /** Differs from run to run, so that no crafted export makes all hashes equal. Numbers do not depend on it. */
  private readonly seed = (Math.random() * 2 ** 32) | 0;
  private bytes = new Uint8Array(1 << 14);
  private ends = new Uint32Array(1 << 10);
  private hashes = new Int32Array(1 << 10);
  private slots = new Int32Array(1 << 11).fill(-1);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The text's number; a new one if it is new. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const hash = this.hash(bytes, start, end);
    let slot = this.slotOf(hash, bytes, start, end);
    if (this.slots[slot]! >= 0) return this.slots[slot]!;
    if (this.count * 2 >= this.slots.length) {
      this.growSlots();
      slot = this.slotOf(hash, bytes, start, end);
    }
    this.append(bytes, start, end, hash);
    this.slots[slot] = this.count;
    return this.count++;
  }

  /** The text's number, -1 if it is not among them. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.slots[this.slotOf(this.hash(bytes, start, end), bytes, start, end)]!;
  }

  internText(text: string): number {
    const bytes = encodeText(text);
    return this.intern(bytes, 0, bytes.length);
  }

  findText(text: string): number {
    const bytes = encodeText(text);
    return this.find(bytes, 0, bytes.length);
  }

  text(id: number): string {
    return decodeText(this.bytes, this.start(id), this.ends[id]!);
  }

  /** The number of the first `length` bytes of text `id`, -1 if that is no text of the table. */
  findPrefix(id: number, length: number): number {
    const start = this.start(id);
    return this.find(this.bytes, start, start + length);
  }

  /** The bytes of text `id`, valid until the next `intern`. */
  view(id: number): Uint8Array {
    return this.bytes.subarray(this.start(id), this.ends[id]!);
  }

  private start(id: number): number {
    return id === 0 ? 0 : this.ends[id - 1]!;
  }

  /** FNV-1a, seeded and mixed at the end. */
  private hash(bytes: Uint8Array, start: number, end: number): number {
    let hash = this.seed;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 16777619);
    hash ^= hash >>> 15;
    return Math.imul(hash, 0x2c1b3c6d);
  }

  private slotOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    for (;;) {
      const id = this.slots[slot]!;
      if (id < 0 || (this.hashes[id] === hash && this.equals(id, bytes, start, end))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private equals(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    let own = this.start(id);
    if (this.ends[id]! - own !== end - start) return false;
    for (let at = start; at < end; at++) if (bytes[at] !== this.bytes[own++]) return false;
    return true;
  }

  private append(bytes: Uint8Array, start: number, end: number, hash: number): void {
    const used = this.start(this.count);
    const needed = used + end - start;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes);
      // `bytes` may be our own, which stay as they are.
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const ends = new Uint32Array(this.count * 2);
      const hashes = new Int32Array(this.count * 2);
      ends.set(this.ends);
      hashes.set(this.hashes);
      this.ends = ends;
      this.hashes = hashes;
    }
    this.bytes.set(bytes.subarray(start, end), used);
    this.ends[this.count] = needed;
    this.hashes[this.count] = hash;
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      const hash = this.hashes[id]!;
      let slot = (hash ^ (hash >>> 16)) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}
