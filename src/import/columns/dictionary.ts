import { decodeText, encodeText } from '../../model/text';
import { hashBytes } from './hash';

/**
 * The texts of a code column, found by their bytes: no string is made until the column is sealed. (Through a
 * `Map` of strings a million assets took 7 s instead of 2.) Code 0 is "".
 */
export class Dictionary {
  private bytes = new Uint8Array(256);
  /** Text `code` is `bytes[ends[code-1] … ends[code])`. */
  private ends = new Uint32Array(16);
  private count = 1;
  private slots = new Int32Array(32);
  private last = 0;

  /** Bytes of all texts. */
  get held(): number {
    return this.ends[this.count - 1]!;
  }

  /** The text's code, a new one if it was never seen. */
  code(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    if (this.is(this.last, bytes, start, end)) return this.last;
    const mask = this.slots.length - 1;
    let slot = hashBytes(bytes, start, end) & mask;
    for (let code = this.slots[slot]!; code !== 0; code = this.slots[slot]!) {
      if (this.is(code, bytes, start, end)) {
        this.last = code;
        return code;
      }
      slot = (slot + 1) & mask;
    }
    const code = this.add(bytes, start, end);
    this.slots[slot] = code;
    if (this.count * 2 > this.slots.length) this.rehash();
    this.last = code;
    return code;
  }

  /** See `code`; for texts from another dataset's dictionary. */
  codeOf(text: string): number {
    const bytes = encodeText(text);
    return this.code(bytes, 0, bytes.length);
  }

  private is(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = code === 0 ? 0 : this.ends[code - 1]!;
    const length = this.ends[code]! - from;
    if (length !== end - start) return false;
    for (let at = 0; at < length; at++) if (this.bytes[from + at] !== bytes[start + at]) return false;
    return true;
  }

  private add(bytes: Uint8Array, start: number, end: number): number {
    const from = this.ends[this.count - 1]!;
    const to = from + (end - start);
    if (to > this.bytes.length) {
      const larger = new Uint8Array(Math.max(to, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(bytes.subarray(start, end), from);
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.ends[this.count] = to;
    return this.count++;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code < this.count; code++) {
      let slot = hashBytes(this.bytes, this.ends[code - 1]!, this.ends[code]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.slots = slots;
  }

  /** The texts by code. */
  texts(): string[] {
    const texts: string[] = [''];
    for (let code = 1; code < this.count; code++)
      texts.push(decodeText(this.bytes, this.ends[code - 1]!, this.ends[code]!));
    return texts;
  }
}
