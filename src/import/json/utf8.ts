import { MORE } from './input';

/**
 * How many bytes the character at `at` takes; 0 if the bytes are not UTF-8 (overlong forms, surrogates and
 * numbers past U+10FFFF included, as RFC 3629 wants), `MORE` if the bytes end inside it.
 */
export function utf8Length(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let i = 1; i < length; i++) {
    if (at + i >= end) return MORE;
    const byte = bytes[at + i]!;
    if (byte < 0x80 || byte > 0xbf) return 0;
    if (i === 1 && !secondByteFits(first, byte)) return 0;
  }
  return length;
}

function secondByteFits(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second <= 0x9f;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second <= 0x8f;
}
