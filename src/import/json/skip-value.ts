import { DEEPEST, type Input, MORE, skipSpace } from './input';
import {
  type LearnedValue,
  type Marked,
  type ObjectShapes,
  SKIPPED_LIST,
  SKIPPED_NUMBER,
  SKIPPED_TEXT,
} from './object-shapes';
import type { SkipShapes } from './skip-shapes';
import { skipPlainText, skipString } from './string';

/** What an unneeded value is nested in, by level in the record; 1 is an object. One for all: no recursion. */
const inObject = new Uint8Array(DEEPEST + 2);

/**
 * Skips a value that is not kept, checked as a strict parser does (but for UTF-8 inside texts, see
 * `skipString`). `at` stands on the value's first byte; `depth` is how deep the value lies in its record.
 */
export function skipValue(input: Input, skipShapes: SkipShapes, at: number, depth: number): number {
  const { bytes, end } = input;
  let level = depth;
  /** An object whose shape is worth knowing: where it stands, and at which level its members are. */
  let learnFrom = -1;
  let learnLevel = 0;
  for (;;) {
    // A value is due.
    if (at >= end) return MORE;
    let byte = bytes[at]!;
    if (byte === 34) {
      at = skipString(input, at + 1);
      if (at < 0) return at;
    } else if (byte === 123) {
      if (level >= DEEPEST) return tooDeep(input, at);
      const shapes = skipShapes.at(input, at);
      const mayBacktrack = shapes.useful && input.mayBacktrack(at);
      const known = mayBacktrack ? skipKnownShape(input, skipShapes, shapes, at, level) : MORE;
      if (known > 0) {
        at = known;
      } else {
        const start = at;
        at = afterSpace(input, at + 1);
        if (at >= end) return MORE;
        if (bytes[at] !== 125) {
          inObject[++level] = 1;
          if (learnFrom < 0 && mayBacktrack && shapes.wanted) {
            learnFrom = start;
            learnLevel = level;
          }
          at = skipKey(input, at);
          if (at < 0) return at;
          continue;
        }
        at++;
      }
    } else if (byte === 91) {
      if (level >= DEEPEST) return tooDeep(input, at);
      at = afterSpace(input, at + 1);
      if (at >= end) return MORE;
      if (bytes[at] !== 93) {
        inObject[++level] = 0;
        continue;
      }
      at++;
    } else if (byte === 45 || (byte >= 48 && byte <= 57)) {
      at = skipNumber(input, at);
      if (at < 0) return at;
    } else if (byte <= 32) {
      const next = skipSpace(input, at);
      if (next === at) return input.bad('a control character stands where a value should', at);
      at = next;
      continue;
    } else {
      at = skipWord(input, at);
      if (at < 0) return at;
    }
    // A value has ended: close what it closes, up to the next comma.
    for (;;) {
      if (level === depth) return at;
      if (at >= end) return MORE;
      byte = bytes[at]!;
      if (byte === 44) {
        at = afterSpace(input, at + 1);
        // A comma too many.
        if (at < end && (bytes[at] === 44 || bytes[at] === (inObject[level] === 1 ? 125 : 93))) continue;
        if (inObject[level] === 1) {
          at = skipKey(input, at);
          if (at < 0) return at;
        }
        break;
      }
      if (byte === 125 ? inObject[level] === 1 : byte === 93 && inObject[level] === 0) {
        at++;
        if (learnFrom >= 0 && level === learnLevel) {
          learnSkipped(input, skipShapes, learnFrom, at, level);
          learnFrom = -1;
        }
        level--;
        continue;
      }
      const next = skipSpace(input, at);
      if (next === at) return input.bad(closerMissing(inObject[level] === 1), at);
      at = next;
    }
  }
}

/**
 * Skips the object whose `{` stands at `at` by one of the shapes known; `MORE` if it has none of them, or does not
 * end here, or is broken: then it has to be skipped value by value. `level` is how deep it lies in its record.
 */
function skipKnownShape(
  input: Input,
  skipShapes: SkipShapes,
  shapes: ObjectShapes<Marked>,
  at: number,
  level: number,
): number {
  const start = at;
  let read = at;
  let step = shapes.first;
  at++;
  for (;;) {
    while (step !== null && !step.stands(input, at)) step = step.alternative;
    if (step === null) break;
    at += step.length;
    const { kind } = step;
    if (kind === SKIPPED_TEXT) at = skipString(input, at);
    else if (kind === SKIPPED_NUMBER) at = skipNumber(input, at);
    else if (kind === SKIPPED_LIST) at = skipValue(input, skipShapes, at, level + step.marks);
    else {
      // `marks` is how many objects are nested in each other here.
      if (level + step.marks > DEEPEST) break;
      shapes.hit();
      return at;
    }
    if (at < 0) {
      read = at === MORE ? input.end : input.fault.at;
      break;
    }
    read = at;
    step = step.next;
  }
  input.backtracked += read - start;
  shapes.miss();
  return MORE;
}

/**
 * Learns the shape of the object from `at` to before `end`, which was skipped, so it is good JSON. `level` is that
 * of its members.
 */
function learnSkipped(input: Input, skipShapes: SkipShapes, at: number, end: number, level: number): void {
  const { bytes } = input;
  const shapes = skipShapes.at(input, at);
  input.backtracked += end - at;
  const values: LearnedValue<Marked>[] = [];
  let depth = 0;
  let deepest = 0;
  for (let next = at; next < end; ) {
    const byte = bytes[next]!;
    if (byte === 34) {
      const after = skipString(input, next + 1);
      if (!isKey(input, after, end)) values.push({ kind: SKIPPED_TEXT, node: null, start: next + 1, after });
      next = after;
    } else if (byte === 91) {
      const after = skipValue(input, skipShapes, next, level);
      values.push({ kind: SKIPPED_LIST, node: null, start: next, after, depth });
      next = after;
    } else if (byte === 45 || (byte >= 48 && byte <= 57)) {
      const after = skipNumber(input, next);
      values.push({ kind: SKIPPED_NUMBER, node: null, start: next, after });
      next = after;
    } else {
      if (byte === 123) deepest = Math.max(deepest, ++depth);
      if (byte === 125) depth--;
      next++;
    }
  }
  shapes.learn(bytes, at + 1, values, end, deepest);
}

/** Whether a text that ends before `at` is a key: a colon follows. */
function isKey({ bytes }: Input, at: number, end: number): boolean {
  while (at < end && bytes[at]! <= 32) at++;
  return bytes[at] === 58;
}

/** Space is rare in exports: most calls end at the first comparison. */
function afterSpace(input: Input, at: number): number {
  return at < input.end && input.bytes[at]! <= 32 ? skipSpace(input, at) : at;
}

/** Skips commas and space from the comma at `at` on. */
export function skipCommas(input: Input, at: number): number {
  while (at < input.end && input.bytes[at] === 44) at = skipSpace(input, at + 1);
  return at;
}

/** What is wrong where neither a comma nor the closing bracket follows a value. */
export function closerMissing(object: boolean): string {
  return object ? 'a comma or } is missing' : 'a comma or ] is missing';
}

function tooDeep(input: Input, at: number): number {
  return input.bad(`it is nested deeper than ${DEEPEST} levels`, at);
}

/** Skips a key and its colon, and the space around it; the answer stands on the value or on space before it. */
function skipKey(input: Input, at: number): number {
  const { bytes, end } = input;
  if (at >= end) return MORE;
  if (bytes[at] !== 34) return input.bad('a key in quotes is missing', at);
  at = skipString(input, at + 1);
  if (at < 0) return at;
  if (at < end && bytes[at] === 58) return at + 1;
  return skipColon(input, at);
}

/** Skips space and a colon. */
export function skipColon(input: Input, at: number): number {
  at = skipSpace(input, at);
  if (at >= input.end) return MORE;
  return input.bytes[at] === 58 ? at + 1 : input.bad('a colon is missing after a key', at);
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Skips a number as RFC 8259 writes it: no leading zero, no plus, digits on both sides of the point. */
export function skipNumber(input: Input, at: number): number {
  const { bytes, end } = input;
  if (bytes[at] === 45) at++;
  if (at >= end) return MORE;
  if (bytes[at] === 48) {
    at++;
  } else {
    const first = at;
    while (at < end && isDigit(bytes[at]!)) at++;
    if (at >= end) return MORE;
    if (at === first) return skipInfinity(input, at);
  }
  if (at >= end) return MORE;
  const byte = bytes[at]!;
  // What follows most numbers.
  if (byte === 44 || byte === 125) return at;
  return byte === 46 || (byte | 32) === 101 || isDigit(byte) ? skipFraction(input, at) : at;
}

/** What other programs write for a number that is none: `-Infinity`, behind its sign. */
function skipInfinity(input: Input, at: number): number {
  return input.bytes[at] === 73 && input.bytes[at - 1] === 45
    ? skipWord(input, at)
    : input.bad('a number is not written as JSON wants it', at);
}

function skipFraction(input: Input, at: number): number {
  const { bytes, end } = input;
  if (bytes[at] === 46) {
    const first = ++at;
    while (at < end && isDigit(bytes[at]!)) at++;
    if (at >= end) return MORE;
    if (at === first) return input.bad('a number is not written as JSON wants it', at);
  }
  if ((bytes[at]! | 32) === 101) {
    at++;
    if (at < end && (bytes[at] === 43 || bytes[at] === 45)) at++;
    const first = at;
    while (at < end && isDigit(bytes[at]!)) at++;
    if (at >= end) return MORE;
    if (at === first) return input.bad('a number is not written as JSON wants it', at);
  }
  return isDigit(bytes[at]!) ? input.bad('a number is not written as JSON wants it', at) : at;
}

/** The last three are no JSON; programs write them for a value that is missing, and they are read as `null`. */
const WORDS = ['true', 'false', 'null', 'NaN', 'Infinity', 'undefined'].map((word) =>
  Uint8Array.from(word, (c) => c.charCodeAt(0)),
);

/** Whether a word that begins with this byte stands for no value: `null`, `NaN`, `Infinity`, `undefined`. */
export const isNothing = (byte: number): boolean =>
  byte === 110 || byte === 78 || byte === 73 || byte === 117;

/** Skips `true`, `false` or `null`. */
export function skipWord(input: Input, at: number): number {
  const { bytes, end } = input;
  const word = WORDS.find((candidate) => candidate[0] === bytes[at]);
  if (word === undefined) return input.bad('a value is missing or is not JSON', at);
  for (let i = 1; i < word.length; i++) {
    if (at + i >= end) return MORE;
    if (bytes[at + i] !== word[i]) return input.bad('a value is missing or is not JSON', at);
  }
  return at + word.length;
}

/** Skips the key whose quote stands at `at`, with its quotes; few keys have escapes. */
export function skipQuotedKey(input: Input, shapes: SkipShapes, at: number): number {
  const stop = skipPlainText(input, at + 1);
  if (stop < 0) return stop;
  return input.bytes[stop] === 34 ? stop + 1 : skipValue(input, shapes, at, 0);
}
