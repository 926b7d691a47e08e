import { encodeText } from '../model/text';

/** Two hashes of 26 bits make one value that a double holds exactly; 0 is kept for "no value". */
const HALF = 0x4000000;

/** The hash of bytes as they are compared: without blanks around, ASCII letters in lower case. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  while (start < end && bytes[start]! <= 32) start++;
  while (end > start && bytes[end - 1]! <= 32) end--;
  if (start === end) return 0;
  let first = 0x811c9dc5;
  let second = 0x2545f491;
  for (let at = start; at < end; at++) {
    let byte = bytes[at]!;
    if (byte >= 65 && byte <= 90) byte += 32;
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second ^ byte, 0x85ebca6b) + 0x27d4eb2f;
  }
  first ^= first >>> 15;
  second ^= second >>> 13;
  return (first >>> 6) * HALF + (second >>> 6) + 1;
}

/** Room for the bytes of a short text, so that none is made for each. */
const SCRATCH = new Uint8Array(128);

/** The same of a text. Most identifiers are short ASCII, for which the encoder's call costs more than its work. */
export function hashOfText(text: string): number {
  const { length } = text;
  if (length <= SCRATCH.length) {
    let at = 0;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127) break;
      SCRATCH[at] = code;
    }
    if (at === length) return hashOfBytes(SCRATCH, 0, length);
  }
  const bytes = encodeText(text);
  return hashOfBytes(bytes, 0, bytes.length);
}

const INVERSE = 1 / 4294967296;

/** 32 bits that depend on all bits of a whole number below 2⁵². Without `%`, which takes longer than all the rest. */
export function mixBits(value: number): number {
  const high = (value * INVERSE) | 0;
  const low = (value - high * 4294967296) | 0;
  const mix = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return mix ^ (mix >>> 15);
}
