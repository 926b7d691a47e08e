import type { Dialects } from './dialects';
import type { FieldNode, FieldTable } from './field-node';
import { type Input, MORE, skipSpace } from './input';
import { findKey } from './plain-key';
import type { SkipShapes } from './skip-shapes';
import { skipColon, skipValue } from './skip-value';
import { skipString } from './string';

/** Keys of an object and elements of a list that are looked at, and how deep wrappers may be nested in each other. */
const MOST_KEYS = 40;
const MOST_ELEMENTS = 3;
const DEEPEST_WRAPPER = 8;

/** What lies under an unknown key: nothing of interest, a list of records or a wrapper of some, or one record. */
export const NO_RECORDS = 0;
export const RECORDS = 1;
export const ONE_RECORD = 2;

/**
 * Tells whether a value holds records, by the keys of its first objects: `{"data": […]}`, `{"result": {"assets":
 * […]}}`, `{"17": {…}, "18": {…}}`.
 */
export class RecordFinder {
  private readonly table: FieldTable;

  constructor(
    private readonly input: Input,
    private readonly skipShapes: SkipShapes,
    private readonly dialects: Dialects,
  ) {
    this.table = dialects.tables[0]!;
  }

  /** What the value at `at` holds; `MORE` if the bytes at hand do not show it. */
  look(at: number, depth = 0): number {
    const { input } = this;
    if (at >= input.end) return MORE;
    const byte = input.bytes[at]!;
    if (byte === 123) return this.lookAtObject(at, depth);
    return byte === 91 ? this.lookAtList(at, depth) : NO_RECORDS;
  }

  /** As `look`, for the value of a key of a response: `node` is what the key leads to. */
  lookUnder(node: FieldNode | null, at: number): number {
    if (node !== null && node.wrapper !== null) return RECORDS;
    return node?.response ? NO_RECORDS : this.look(at);
  }

  private lookAtList(at: number, depth: number): number {
    const { input } = this;
    at = skipSpace(input, at + 1);
    for (let elements = 0; elements < MOST_ELEMENTS; elements++) {
      if (at >= input.end) return MORE;
      const byte = input.bytes[at]!;
      if (byte === 93) return NO_RECORDS;
      const looks =
        byte === 123 || (byte === 91 && depth < DEEPEST_WRAPPER) ? this.look(at, depth + 1) : NO_RECORDS;
      if (looks !== NO_RECORDS) return looks === ONE_RECORD ? RECORDS : looks;
      const after = skipValue(input, this.skipShapes, at, 0);
      if (after < 0) return after === MORE ? MORE : NO_RECORDS;
      at = skipSpace(input, after);
      if (at >= input.end) return MORE;
      if (input.bytes[at] !== 44) return NO_RECORDS;
      at = skipSpace(input, at + 1);
    }
    return NO_RECORDS;
  }

  private lookAtObject(at: number, depth: number): number {
    const { input, dialects, skipShapes } = this;
    const { bytes } = input;
    let marks = 0;
    let inner = NO_RECORDS;
    at = skipSpace(input, at + 1);
    for (let keys = 0; keys < MOST_KEYS; keys++) {
      if (at >= input.end) return MORE;
      if (bytes[at] !== 34) return inner;
      const start = at + 1;
      const end = skipString(input, start);
      if (end < 0) return end === MORE ? MORE : inner;
      const node = findKey(this.table, bytes, start, end - 1)?.node ?? null;
      if (node !== null) {
        marks |= node.marks;
        if (dialects.of(marks) >= 0) return ONE_RECORD;
      }
      const colon = skipColon(input, end);
      if (colon < 0) return colon === MORE ? MORE : inner;
      const value = skipSpace(input, colon);
      if (value >= input.end) return MORE;
      if (node !== null && node.wrapper !== null && (bytes[value] === 123 || bytes[value] === 91))
        return RECORDS;
      if (depth < DEEPEST_WRAPPER && inner === NO_RECORDS) {
        const looks = this.look(value, depth + 1);
        if (looks === MORE) return MORE;
        if (looks !== NO_RECORDS) inner = RECORDS;
      }
      const after = skipValue(input, skipShapes, value, 0);
      if (after < 0) return after === MORE ? (inner === NO_RECORDS ? MORE : inner) : inner;
      at = skipSpace(input, after);
      if (at >= input.end) return inner === NO_RECORDS ? MORE : inner;
      if (bytes[at] !== 44) return inner;
      at = skipSpace(input, at + 1);
    }
    return inner;
  }
}
