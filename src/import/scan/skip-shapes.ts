import { DEEPEST, type Input, MORE } from './input';
import { type LearnedValue, ObjectShapes, SKIPPED_LIST, SKIPPED_NUMBER, SKIPPED_TEXT } from './object-shapes';
import { skipNumber, skipValue } from './skip-value';
import { skipString } from './string';

/** Kinds of objects that are told apart; those that fall on one place share its shapes. */
const PLACES = 64;

/**
 * The shapes of objects that are not needed: the software of an asset, its ports. They are most of a full export,
 * and each is like the one before; what is nested in them is part of their shape, lists apart.
 */
export class SkipShapes {
  private readonly places = Array.from({ length: PLACES }, () => new ObjectShapes());

  /** The shapes of objects that begin like the one at `at`. */
  at({ bytes }: Input, at: number): ObjectShapes {
    return this.places[(bytes[at + 2]! * 7 + bytes[at + 3]! * 31 + bytes[at + 5]!) & (PLACES - 1)]!;
  }
}

/**
 * Skips the object whose `{` stands at `at` by one of the shapes known; `MORE` if it has none of them, or does not
 * end here, or is broken: then it has to be skipped value by value. `level` is how deep it lies in its record.
 */
export function skipKnownShape(input: Input, shapes: ObjectShapes, at: number, level: number): number {
  let step = shapes.first;
  at++;
  for (;;) {
    while (step !== null && !step.stands(input, at)) step = step.beside;
    if (step === null) break;
    at += step.length;
    const { kind } = step;
    if (kind === SKIPPED_TEXT) at = skipString(input, at);
    else if (kind === SKIPPED_NUMBER) at = skipNumber(input, at);
    else if (kind === SKIPPED_LIST) at = skipValue(input, at, level + 1);
    else {
      // `marks` is how many objects are nested in each other here.
      if (level + step.marks > DEEPEST) break;
      shapes.hit();
      return at;
    }
    if (at < 0) break;
    step = step.next;
  }
  shapes.miss();
  return MORE;
}

/**
 * Learns the shape of the object from `at` to before `end`, which was skipped, so it is good JSON. `level` is that
 * of its members.
 */
export function learnSkipped(
  input: Input,
  shapes: ObjectShapes,
  at: number,
  end: number,
  level: number,
): void {
  const { bytes } = input;
  const values: LearnedValue[] = [];
  let depth = 0;
  let deepest = 0;
  for (let next = at; next < end; ) {
    const byte = bytes[next]!;
    if (byte === 34) {
      const after = skipString(input, next + 1);
      if (!isKey(input, after, end)) values.push({ kind: SKIPPED_TEXT, node: null, start: next + 1, after });
      next = after;
    } else if (byte === 91) {
      const after = skipValue(input, next, level);
      values.push({ kind: SKIPPED_LIST, node: null, start: next, after });
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
