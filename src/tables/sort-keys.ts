import { parseIp } from '../identifiers/ip-address';
import { decodeText } from '../model/text';
import type { EpochMilliseconds } from '../model/units';
import type { Arena } from './arena';

/** Keys whose order as bytes is the order of the cells. Item `i` ends at `ends[i]`; no bytes: empty cell. */
export interface SortKeys {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Writes the key of `source[start … end)`. */
export type KeyWriter = (arena: Arena, source: Uint8Array, start: number, end: number) => void;

const ZERO = 48;
const NINE = 57;
/** Numbers stand before texts that are none, v4 before v6 before what is no address. */
enum Kind {
  Number = 1,
  V4 = 4,
  V6 = 6,
  Other = 9,
}

/**
 * Natural order, in no language: without regard to case, runs of digits by their number (`web2` before
 * `web10`), all else by code point. A run of digits becomes `0`, how many digits, the digits; so byte order
 * is number order for numbers of any length. Leading zeros do not count.
 */
export const writeNaturalKey: KeyWriter = (arena, source, start, end) => {
  const from = arena.length;
  arena.pushLowerCase(source, start, end);
  let at = from;
  while (at < arena.length && !isDigit(arena.bytes[at]!)) at++;
  if (at === arena.length) return;
  const lowered = arena.bytes.slice(at, arena.length);
  arena.length = at;
  arena.reserve(lowered.length * 3 + 8);
  writeRuns(arena, lowered);
};

/** A decimal number of any length, exact; ids that are no number (`#7`) after all numbers. */
export const writeNumberKey: KeyWriter = (arena, source, start, end) => {
  if (end <= start) return;
  let at = start;
  while (at < end && isDigit(source[at]!)) at++;
  arena.push(at === end ? Kind.Number : Kind.Other);
  writeNaturalKey(arena, source, start, end);
};

/** An IP address by its number; of several in one cell the first. */
export const writeAddressKey: KeyWriter = (arena, source, start, end) => {
  if (end <= start) return;
  const ip = parseIp(decodeText(source, start, end).split(/[\s,;]/, 1)[0]!);
  if (ip === null) {
    arena.push(Kind.Other);
    writeNaturalKey(arena, source, start, end);
  } else if (ip.version === 4) {
    arena.push(Kind.V4);
    for (let shift = 24; shift >= 0; shift -= 8) arena.push((ip.value >>> shift) & 255);
  } else {
    arena.push(Kind.V6);
    for (const part of ip.parts) {
      arena.push(part >>> 8);
      arena.push(part & 255);
    }
  }
};

/** A time in whole milliseconds; nothing for never. */
export function writeTimeKey(arena: Arena, time: EpochMilliseconds): void {
  if (!(Math.abs(time) <= 8.64e15)) return;
  const shifted = Math.floor(time) + 8.64e15;
  for (let power = 6; power >= 0; power--) arena.push(Math.floor(shifted / 256 ** power) & 255);
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

function writeRuns(arena: Arena, text: Uint8Array): void {
  let at = 0;
  while (at < text.length) {
    if (!isDigit(text[at]!)) {
      arena.bytes[arena.length++] = text[at++]!;
      continue;
    }
    while (at < text.length && text[at] === ZERO) at++;
    let stop = at;
    while (stop < text.length && isDigit(text[stop]!)) stop++;
    writeRun(arena, text, at, stop);
    at = stop;
  }
}

function writeRun(arena: Arena, text: Uint8Array, start: number, stop: number): void {
  const count = stop - start;
  arena.reserve(count + 6 + (text.length - stop) * 3);
  arena.bytes[arena.length++] = ZERO;
  if (count < 255) {
    arena.bytes[arena.length++] = count;
  } else {
    arena.bytes[arena.length++] = 255;
    for (let shift = 24; shift >= 0; shift -= 8) arena.bytes[arena.length++] = (count >>> shift) & 255;
  }
  for (let at = start; at < stop; at++) arena.bytes[arena.length++] = text[at]!;
}
