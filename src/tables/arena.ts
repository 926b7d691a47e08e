import { decodeText, encodeText } from '../model/text';
import type { MacNumber } from '../model/units';
import { lowerCase } from '../wording/search-words';

const COLON = 0x3a;

/** Bytes that grow by an eighth, not by doubling: search texts and sort keys of half a million assets. */
export class Arena {
  bytes: Uint8Array;
  length = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(Math.max(capacity, 64));
  }

  /** Makes room for `count` more bytes, so that callers may write `bytes[length++]` without asking. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(needed + (needed >> 3) + 1024);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  push(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Appends the bytes with A–Z as a–z, and text beyond ASCII lower-cased as Unicode says, in no language. */
  pushLowerCase(source: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const { bytes } = this;
    let to = this.length;
    for (let at = start; at < end; at++) {
      const byte = source[at]!;
      if (byte > 127) {
        this.pushText(lowerCase(decodeText(source, start, end)));
        return;
      }
      bytes[to++] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
    }
    this.length = to;
  }

  /** Appends the twelve digits of a MAC, with or without colons, without making a string. */
  pushMac(mac: MacNumber, colons: boolean): void {
    this.reserve(17);
    const high = Math.floor(mac / 0x1000000);
    const low = mac % 0x1000000;
    for (let at = 0; at < 6; at++) {
      const byte = (at < 3 ? high >>> (16 - 8 * at) : low >>> (40 - 8 * at)) & 255;
      if (colons && at > 0) this.bytes[this.length++] = COLON;
      this.bytes[this.length++] = digitOf(byte >> 4);
      this.bytes[this.length++] = digitOf(byte & 15);
    }
  }

  /** Appends the text as WTF-8. */
  pushText(text: string): void {
    const encoded = encodeText(text);
    this.reserve(encoded.length);
    this.bytes.set(encoded, this.length);
    this.length += encoded.length;
  }
}

/** The hexadecimal digit, lower case, as a byte. */
function digitOf(value: number): number {
  return value < 10 ? 0x30 + value : 0x57 + value;
}
