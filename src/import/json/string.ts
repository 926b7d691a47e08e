import { type Input, MORE } from './input';
import { utf8Length } from './utf8';

/** Bytes that may follow a backslash, `u` apart: the byte they stand for. */
const ESCAPES = new Uint8Array(256);
for (const [letter, meaning] of Object.entries({
  '"': 34,
  '\\': 92,
  '/': 47,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
})) {
  ESCAPES[letter.charCodeAt(0)] = meaning;
}

/**
 * Skips a string that is not kept; `at` stands behind its opening quote, the answer behind the closing one.
 * Control characters and escapes are checked as a strict parser does; bytes that are not UTF-8 are let pass,
 * so that a damaged software name does not cost the whole asset.
 *
 * Four bytes at a time: where all are ASCII, x - 0x01… has the top bit of the lowest zero byte set, so that one
 * subtraction each finds quotes, backslashes and control characters (twice as fast as byte by byte). Other bytes
 * set it too, and are passed over one by one.
 */
export function skipString(input: Input, at: number): number {
  const { bytes, view, end } = input;
  const safe = end - 4;
  for (;;) {
    let found = false;
    while (at <= safe) {
      const four = view.getInt32(at, true);
      const hit =
        (((four ^ 0x22222222) - 0x01010101) |
          ((four ^ 0x5c5c5c5c) - 0x01010101) |
          (four - 0x20202020) |
          four) &
        0x80808080;
      if (hit === 0) {
        at += 4;
        continue;
      }
      at += (31 - Math.clz32(hit & -hit)) >> 3;
      found = true;
      break;
    }
    if (!found) {
      while (at < end && bytes[at] !== 34 && bytes[at] !== 92 && bytes[at]! >= 32) at++;
      if (at >= end) return MORE;
    }
    const byte = bytes[at]!;
    if (byte === 34) return at + 1;
    if (byte >= 128) {
      while (at < end && bytes[at]! >= 128) at++;
      continue;
    }
    if (byte !== 92) return input.bad('a control character stands in a text', at);
    at = skipEscape(input, at);
    if (at < 0) return at;
  }
}

/**
 * As `skipString`, for texts that are kept: answers where the closing quote or the first backslash stands. From
 * a backslash on, `decodeString` takes over. Invalid UTF-8 is a fault here.
 */
export function skipPlainText(input: Input, at: number): number {
  const { bytes, view, end } = input;
  const safe = end - 4;
  for (;;) {
    let found = false;
    while (at <= safe) {
      const four = view.getInt32(at, true);
      const hit =
        (((four ^ 0x22222222) - 0x01010101) |
          ((four ^ 0x5c5c5c5c) - 0x01010101) |
          (four - 0x20202020) |
          four) &
        0x80808080;
      if (hit === 0) {
        at += 4;
        continue;
      }
      at += (31 - Math.clz32(hit & -hit)) >> 3;
      found = true;
      break;
    }
    if (!found) {
      while (at < end && bytes[at] !== 34 && bytes[at] !== 92 && bytes[at]! >= 32 && bytes[at]! < 128) at++;
      if (at >= end) return MORE;
    }
    const byte = bytes[at]!;
    if (byte === 34 || byte === 92) return at;
    if (byte < 32) return input.bad('a control character stands in a text', at);
    const length = utf8Length(bytes, at, end);
    if (length === MORE) return MORE;
    if (length === 0) return input.bad('a text is not valid UTF-8', at);
    at += length;
  }
}

/** Skips an escape; `at` stands on the backslash. */
function skipEscape(input: Input, at: number): number {
  const { bytes, end } = input;
  if (at + 1 >= end) return MORE;
  const letter = bytes[at + 1]!;
  if (ESCAPES[letter] !== 0) return at + 2;
  if (letter !== 117) return input.bad('a backslash is followed by a character that it cannot escape', at);
  for (let digit = at + 2; digit < at + 6; digit++) {
    if (digit >= end) return MORE;
    if (hexDigit(bytes[digit]!) < 0) return input.bad('\\u is not followed by four hexadecimal digits', at);
  }
  return at + 6;
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** Where decoded bytes go, one at a time. */
export interface ByteSink {
  scratchByte(byte: number): void;
}

/**
 * Decodes a string with escapes into the sink, as WTF-8: `\ud83d\ude00` becomes four bytes, a lone surrogate
 * three (src/model/text.ts). `at` stands behind the opening quote, the answer behind the closing one.
 */
export function decodeString(input: Input, at: number, sink: ByteSink): number {
  const { bytes, end } = input;
  for (;;) {
    if (at >= end) return MORE;
    const byte = bytes[at]!;
    if (byte === 34) return at + 1;
    if (byte < 32) return input.bad('a control character stands in a text', at);
    if (byte === 92) {
      at = decodeEscape(input, at, sink);
      if (at < 0) return at;
      continue;
    }
    const length = byte < 128 ? 1 : utf8Length(bytes, at, end);
    if (length === MORE) return MORE;
    if (length === 0) return input.bad('a text is not valid UTF-8', at);
    for (const stop = at + length; at < stop; at++) sink.scratchByte(bytes[at]!);
  }
}

function decodeEscape(input: Input, at: number, sink: ByteSink): number {
  const after = skipEscape(input, at);
  if (after < 0) return after;
  const { bytes } = input;
  if (after === at + 2) {
    sink.scratchByte(ESCAPES[bytes[at + 1]!]!);
    return after;
  }
  const code = codeUnit(bytes, at);
  if (code < 0xd800 || code > 0xdbff) {
    putCodePoint(code, sink);
    return after;
  }
  // A high surrogate: does a low one follow? It may be cut off by the end of the bytes at hand.
  if (after + 6 > input.end && !bytes.subarray(after, input.end).includes(34)) return MORE;
  if (bytes[after] === 92 && bytes[after + 1] === 117) {
    const next = skipEscape(input, after);
    if (next < 0) return next;
    const low = codeUnit(bytes, after);
    if (low >= 0xdc00 && low <= 0xdfff) {
      putCodePoint(0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00), sink);
      return next;
    }
  }
  putCodePoint(code, sink);
  return after;
}

function codeUnit(bytes: Uint8Array, at: number): number {
  let code = 0;
  for (let digit = at + 2; digit < at + 6; digit++) code = code * 16 + hexDigit(bytes[digit]!);
  return code;
}

function putCodePoint(code: number, sink: ByteSink): void {
  if (code < 0x80) {
    sink.scratchByte(code);
    return;
  }
  if (code < 0x800) {
    sink.scratchByte(0xc0 | (code >> 6));
  } else {
    if (code < 0x10000) {
      sink.scratchByte(0xe0 | (code >> 12));
    } else {
      sink.scratchByte(0xf0 | (code >> 18));
      sink.scratchByte(0x80 | ((code >> 12) & 0x3f));
    }
    sink.scratchByte(0x80 | ((code >> 6) & 0x3f));
  }
  sink.scratchByte(0x80 | (code & 0x3f));
}
