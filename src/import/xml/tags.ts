import { MORE } from '../json/input';

/** `<`, `>`, `/`, `!`, `?`, `[`, `&` */
export const LESS = 60;
export const GREATER = 62;
export const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const BRACKET = 91;

/** Longer tags are none: those of exports have no attributes. */
const LONGEST_TAG = 1 << 16;

/** What stands at a `<`. */
export const START = 0;
export const END = 1;
/** A start and an end in one: `<X/>`. */
export const EMPTY = 2;
export const CDATA = 3;
/** A comment, a processing instruction or a declaration without a subset of its own. */
export const PASSED_OVER = 4;
/** A document type with declarations of its own. */
export const DECLARATIONS = 5;
export const BROKEN = 6;

export const CDATA_START = Uint8Array.from('<![CDATA[', (c) => c.charCodeAt(0));
const COMMENT_START = Uint8Array.from('<!--', (c) => c.charCodeAt(0));
const CDATA_END = Uint8Array.from(']]>', (c) => c.charCodeAt(0));
const COMMENT_END = Uint8Array.from('-->', (c) => c.charCodeAt(0));
const INSTRUCTION_END = Uint8Array.from('?>', (c) => c.charCodeAt(0));

/** Reads what begins with a `<`; positions are places in the bytes. */
export class TagReader {
  bytes: Uint8Array = new Uint8Array(0);
  /** What was read last, and of a tag the name without its prefix, of CDATA the text in it. */
  kind = BROKEN;
  nameStart = 0;
  nameEnd = 0;

  /** Reads what stands at `at`, a `<`; answers the place behind it, or `MORE`. */
  read(at: number): number {
    const { bytes } = this;
    const next = bytes[at + 1];
    if (next === undefined) return MORE;
    if (next === BANG) return this.readDeclaration(at);
    if (next === QUESTION) return this.passOver(at, at + 2, INSTRUCTION_END);
    const start = next === SLASH ? at + 2 : at + 1;
    let end = start;
    let name = start;
    for (; end < bytes.length; end++) {
      const byte = bytes[end]!;
      if (byte <= 32 || byte === GREATER || byte === SLASH || byte === LESS) break;
      // What stands before a colon is the prefix of a namespace.
      if (byte === 58) name = end + 1;
    }
    this.nameStart = name;
    this.nameEnd = end;
    const close = bytes[end] === GREATER ? end : this.endOfTag(end);
    if (close === MORE) return bytes.length - at > LONGEST_TAG ? this.broken(at) : MORE;
    if (end === name || bytes[close] === LESS || close - at > LONGEST_TAG) return this.broken(at);
    this.kind = next === SLASH ? END : bytes[close - 1] === SLASH ? EMPTY : START;
    return close + 1;
  }

  /** The `>` that ends a tag, attributes passed over; a `<` before it means that it has no end. */
  private endOfTag(at: number): number {
    const { bytes } = this;
    let quote = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === 34 || byte === 39) quote = byte;
      else if (byte === GREATER || byte === LESS) return at;
    }
    return MORE;
  }

  private readDeclaration(at: number): number {
    const { bytes } = this;
    if (this.begins(at, COMMENT_START)) return this.passOver(at, at + 4, COMMENT_END);
    if (this.begins(at, CDATA_START)) {
      const end = indexOf(bytes, CDATA_END, at + 9);
      if (end < 0) return MORE;
      this.kind = CDATA;
      this.nameStart = at + 9;
      this.nameEnd = end;
      return end + 3;
    }
    if (bytes.length - at < 9) return MORE;
    const close = this.endOfTag(at + 1);
    if (close === MORE) return bytes.length - at > LONGEST_TAG ? this.broken(at) : MORE;
    const subset = bytes.indexOf(BRACKET, at);
    this.kind = subset >= 0 && subset < close ? DECLARATIONS : PASSED_OVER;
    return bytes[close] === LESS && this.kind === PASSED_OVER ? this.broken(at) : close + 1;
  }

  private passOver(at: number, from: number, end: Uint8Array): number {
    const found = indexOf(this.bytes, end, from);
    this.kind = PASSED_OVER;
    return found < 0 ? MORE : Math.max(found + end.length, at + 1);
  }

  private broken(at: number): number {
    this.kind = BROKEN;
    return at + 1;
  }

  private begins(at: number, start: Uint8Array): boolean {
    return start.every((byte, i) => this.bytes[at + i] === byte);
  }
}

/** Where these bytes stand from `from` on, -1 if they do not. */
export function indexOf(bytes: Uint8Array, sought: Uint8Array, from: number): number {
  const first = sought[0]!;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < sought.length && bytes[at + length] === sought[length]) length++;
    if (length === sought.length) return at;
  }
  return -1;
}
