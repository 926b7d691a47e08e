import { type FieldNode, type FieldTable, RECORD_MARK } from './field-node';
import { BAD, type Input, MORE, skipSpace } from './input';
import { findKey } from './plain-key';
import { NO_RECORDS, ONE_RECORD } from './record-finder';
import type { SkipShapes } from './skip-shapes';
import { skipColon, skipValue } from './skip-value';
import { skipString } from './string';

/** What `read` answers where the object turns out to wrap records: see `wrapper` and `wrapperAt`. */
export const WRAPPER = -3;

/** Bytes behind the first sign of records in an object that are looked at for what the object itself is. */
const LOOK_AHEAD = 64 << 10;

/** Tells, while an object is read, whether it is a record or a wrapper of records. */
export class WrapperLook {
  /** The key that wraps records, `null` if it is unknown, and where its value stands. */
  wrapper: FieldNode | null = null;
  wrapperAt = 0;
  /** Where an object that looks like a record stands in the one that is read, -1 if none does. */
  innerAt = -1;
  /** Whether what lies under a key was asked: an object for which it was has no shape that its keys alone tell. */
  asked = false;
  private root: FieldTable | null = null;

  constructor(
    private readonly input: Input,
    private readonly skipShapes: SkipShapes,
    /** Asked before an unknown key is taken for a wrapper of records; see `record-finder.ts`. */
    private readonly looksLikeRecords: (at: number) => number,
  ) {}

  begin(root: FieldTable): void {
    this.root = root;
    this.innerAt = -1;
  }

  /**
   * Whether the value at `at` holds records, under a key that is unknown or wraps records, in an object whose keys
   * had these marks so far: `WRAPPER` if so, `MORE` if it cannot be told, else 0.
   */
  ask(node: FieldNode | null, at: number, marks: number): number {
    this.asked = true;
    const byte = this.input.bytes[at]!;
    if (byte !== 123 && byte !== 91) return 0;
    if (node === null) {
      const answer = this.looksLikeRecords(at);
      if (answer === MORE) return MORE;
      if (answer === NO_RECORDS) return 0;
      // One record under an unknown key may be the asset's own, or one that it refers to: the next keys tell.
      if (answer === ONE_RECORD && this.innerAt < 0) {
        this.innerAt = at;
        return 0;
      }
      const isRecord = this.isRecordItself(at, marks);
      if (isRecord !== 0) return isRecord === MORE ? MORE : 0;
    }
    this.wrapper = node;
    this.wrapperAt = this.innerAt < 0 ? at : this.innerAt;
    return WRAPPER;
  }

  /**
   * Whether the object has keys of a record of its own behind the value at `at`, which holds records too: 1, 0, or
   * `MORE`. An object that does not end within `LOOK_AHEAD` bytes is taken for a wrapper, wherever the bytes at
   * hand end.
   */
  private isRecordItself(at: number, marks: number): number {
    const { input, skipShapes, root } = this;
    const limit = at + LOOK_AHEAD;
    const more = input.isLast || input.end >= limit ? 0 : MORE;
    for (;;) {
      at = skipValue(input, skipShapes, at, 0);
      if (at < 0) return at === MORE ? more : 0;
      at = skipSpace(input, at);
      if (at >= input.end) return more;
      if (at > limit || input.bytes[at] !== 44) return 0;
      const start = skipSpace(input, at + 1) + 1;
      const end = start > input.end ? MORE : input.bytes[start - 1] === 34 ? skipString(input, start) : BAD;
      const colon = end < 0 ? end : skipColon(input, end);
      at = colon < 0 ? colon : skipSpace(input, colon);
      if (at === BAD) return 0;
      if (at < 0 || at >= input.end) return more;
      if (at > limit) return 0;
      marks |= (root == null ? null : findKey(root, input.bytes, start, end - 1))?.node?.marks ?? 0;
      if ((marks & RECORD_MARK) !== 0) return 1;
    }
  }
}
