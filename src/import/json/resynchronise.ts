import { BAD, type Input, MORE } from './input';

/** Where reading can go on after a broken record. */
export interface Resumption {
  /** The place, `MORE` if the bytes at hand do not show one. */
  readonly at: number;
  /** `after`: behind the broken record, a comma or the end of the list is due. `value`: a record starts here. */
  readonly due: 'after' | 'value';
}

/** What is known of the broken record. */
export interface Broken {
  /** Its first byte. */
  readonly start: number;
  /** Spaces before it if it is the first thing on its line, -1 if it is not. */
  readonly indent: number;
  /** What it stands in; `object`: it is the value of a key. */
  readonly within: 'list' | 'object' | 'nothing';
  /** How records of this list begin, `{"key"`; empty if that is not known. */
  readonly opening: Uint8Array;
}

const NOT_YET: Resumption = { at: MORE, due: 'value' };

/**
 * Looks for the next record after a broken one. The earliest of these counts:
 * - the bracket that closes the broken record, if what follows it fits (not where `brackets` is false);
 * - where records start their lines: the next line that starts like one, or that closes the list;
 * - in a list on one line: a comma and an object that begins with the same key as those before;
 * - in an object: a comma and a key with such an object.
 * `final`: the file ends with the bytes at hand; where it does not, no answer may depend on where they end.
 * The last two do not trust quotes and brackets, which is what tends to be broken.
 */
export function findResumption(input: Input, broken: Broken, brackets: boolean, final: boolean): Resumption {
  const { bytes, end } = input;
  let depth = 0;
  let quoted = false;
  let trusted = brackets;
  for (let at = broken.start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 10) {
      const line = atLine(input, broken, at + 1);
      if (line !== null) return line;
      quoted = false;
    } else if (byte === 44 && broken.within !== 'nothing' && at > broken.start) {
      const next = afterKey(input, broken, at + 1);
      if (!final && (next === MORE || next + broken.opening.length > end)) return NOT_YET;
      if (next > 0 && broken.opening.length > 0 && startsWith(bytes, next, broken.opening))
        return broken.within === 'list' ? { at: next, due: 'value' } : { at, due: 'after' };
    }
    if (!trusted) continue;
    if (quoted) {
      if (byte === 92) at++;
      else if (byte === 34) quoted = false;
    } else if (byte === 34) {
      quoted = true;
    } else if (byte === 123 || byte === 91) {
      depth++;
    } else if ((byte === 125 || byte === 93) && --depth <= 0) {
      if (!final && spaceless(input, at + 1) >= end) return NOT_YET;
      if (depth === 0 && fits(input, broken, at + 1)) return { at: at + 1, due: 'after' };
      trusted = false;
    }
  }
  return NOT_YET;
}

/** Longer keys of records in an object are not looked for. */
const LONGEST_KEY = 200;

/** Where the next record would begin behind a comma: in an object behind a key. `MORE`, or BAD where there is no key. */
function afterKey(input: Input, broken: Broken, at: number): number {
  const { bytes, end } = input;
  const next = spaceless(input, at);
  if (broken.within === 'list') return next;
  if (next + LONGEST_KEY > end && bytes.indexOf(58, next) < 0) return MORE;
  if (bytes[next] !== 34) return BAD;
  const close = bytes.indexOf(34, next + 1);
  if (close < 0 || close - next > LONGEST_KEY) return BAD;
  const colon = spaceless(input, close + 1);
  return bytes[colon] === 58 ? spaceless(input, colon + 1) : BAD;
}

/** How the record at `at` begins, such as `{"assetId"`; empty where its first key is long. */
export function openingOf({ bytes }: Input, at: number): Uint8Array {
  const quote = bytes.indexOf(34, bytes.indexOf(34, at) + 1);
  return quote > 0 && quote - at < 64 ? bytes.slice(at, quote + 1) : new Uint8Array(0);
}

/** The `indent` of a record (see `Broken`) that stands behind the space at `before`. */
export function indentOf({ bytes }: Input, at: number, before: number, fileStart: boolean): number {
  let line = at;
  while (line > before && (bytes[line - 1] === 32 || bytes[line - 1] === 9)) line--;
  const starts = line > before ? bytes[line - 1] === 10 : fileStart;
  return starts ? at - line : -1;
}

/** Whether what follows the closing bracket is what follows a record. */
function fits(input: Input, broken: Broken, at: number): boolean {
  const next = spaceless(input, at);
  if (next >= input.end) return true;
  const byte = input.bytes[next]!;
  if (broken.within === 'nothing') return byte === 123 || byte === 91;
  return byte === 44 || byte === (broken.within === 'list' ? 93 : 125);
}

/** Whether the line at `at` starts with the next record, or closes the list. */
function atLine(input: Input, broken: Broken, at: number): Resumption | null {
  const { bytes, end } = input;
  let first = at;
  while (first < end && (bytes[first] === 32 || bytes[first] === 9)) first++;
  if (first >= end) return null;
  const indent = first - at;
  const byte = bytes[first]!;
  if (broken.within === 'object') return null;
  if (broken.within === 'nothing') {
    // One record a line: whatever starts a line without an indent is the next one, broken or not.
    const inside = byte === 125 || byte === 93 || byte === 34 || byte === 44 || byte === 10 || byte === 13;
    return indent === 0 && !inside ? { at: first, due: 'value' } : null;
  }
  if (broken.indent < 0) return null;
  if (byte === 123 && indent === broken.indent) return { at: first, due: 'value' };
  return byte === 93 && indent <= broken.indent ? { at: first, due: 'after' } : null;
}

/** Whether these bytes stand at `at`, all of them at hand. */
export function startsWith(bytes: Uint8Array, at: number, start: Uint8Array): boolean {
  if (at + start.length > bytes.length) return false;
  for (let i = 0; i < start.length; i++) if (bytes[at + i] !== start[i]) return false;
  return true;
}

function spaceless(input: Input, at: number): number {
  while (at < input.end && input.bytes[at]! <= 32) at++;
  return at;
}
