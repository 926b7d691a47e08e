import { type MemberReader, readAttributes } from './attributes';
import {
  type FieldNode,
  type FieldTable,
  NOTE,
  NOTHING,
  PAIR,
  PLAIN,
  RECORD_MARK,
  SOURCE,
} from './field-node';
import { FlattenedValues, mayBeStructured } from './flattened-values';
import { DEEPEST, type Input, MORE, skipSpace } from './input';
import type { KeyEntry } from './key-table';
import {
  type LearnedValue,
  NOTHING_TO_DO,
  NUMBER,
  type ObjectShapes,
  TEXT,
  UNNEEDED,
  VALUE,
} from './object-shapes';
import { NO_RECORDS } from './record-finder';
import { ID, MOST_RANK, ScalarReader } from './scalar-reader';
import type { Draft } from './shifted-draft';
import type { SkipShapes } from './skip-shapes';
import { closerMissing, isNothing, skipCommas, skipNumber, skipValue, skipWord } from './skip-value';
import { WrapperLook } from './wrapper-look';

/** Elements of a list count as one value for a field of one value: the first one that has it. */
const ELEMENT_RANK = 16;
/** What `readKnownShape` answers where the object has none. */
const NO_SHAPE = -4;

/** Numbers the objects read, so that a key that comes twice in one is known; shared with texts inside of records. */
let serial = 0;

/** Reads one record into a draft: follows the field tree, skips what it does not name. */
export class RecordReader extends ScalarReader implements MemberReader {
  readonly wrappers: WrapperLook;
  readonly flattened: FlattenedValues;
  /** What the record's keys say of it together: the bits of their `FieldNode.marks`. */
  marks = 0;
  /** The record's keys that mark a response. */
  responses = 0;
  /** Fields that tell one record from another and came as lists of several values: 0, 1, or more. */
  listed = 0;
  private listedField = -1;

  /** Where keys stand that come again later in their object: the last one counts, as `JSON.parse` has it. */
  private repeated: Set<number> | null = null;
  private again = false;

  constructor(
    input: Input,
    readonly skipShapes: SkipShapes,
    draft: Draft,
    /** Fields seen as keys: 1. */
    readonly fieldsSeen: Uint8Array,
    looksLikeRecords: (at: number) => number,
  ) {
    super(input, draft);
    this.wrappers = new WrapperLook(input, skipShapes, looksLikeRecords);
    this.flattened = new FlattenedValues(
      draft,
      (inner, shifted) => new RecordReader(inner, skipShapes, shifted, fieldsSeen, () => NO_RECORDS),
    );
  }

  /** Reads the object whose `{` stands at `at`; answers the place behind it, `MORE`, `BAD` or `WRAPPER` (wrapper-look.ts). */
  read(at: number, table: FieldTable): number {
    this.repeated = null;
    for (;;) {
      this.draft.begin();
      this.wrappers.begin(table);
      this.marks = 0;
      this.responses = 0;
      this.notes.length = 0;
      this.flattened.begin();
      this.rankShift = 0;
      this.listed = 0;
      this.listedField = -1;
      this.again = false;
      const after = this.readObject(at + 1, table, 1, true);
      if (!this.again || after < 0) return after;
    }
  }

  private readObject(at: number, table: FieldTable, depth: number, root: boolean): number {
    const { shapes } = table;
    if (this.repeated !== null || !shapes.useful || !this.input.mayBacktrack(at))
      return this.readMembers(at, table, depth, root, null);
    const place = this.draft.place();
    const { marks, responses } = this;
    const known = this.readKnownShape(at, shapes, depth);
    if (known !== NO_SHAPE) return known;
    this.draft.goBack(place);
    this.marks = marks;
    this.responses = responses;
    shapes.miss();
    if (!shapes.wanted) return this.readMembers(at, table, depth, root, null);
    const values: LearnedValue<FieldNode>[] = [];
    if (root) this.wrappers.asked = false;
    const after = this.readMembers(at, table, depth, root, values);
    if (after > 0 && !this.again && !(root && this.wrappers.asked))
      shapes.learn(this.input.bytes, at, values, after);
    return after;
  }

  /** Reads an object by one of the shapes known; `NO_SHAPE` if it has none of them, or does not end here. */
  private readKnownShape(at: number, shapes: ObjectShapes<FieldNode>, depth: number): number {
    const { input, skipShapes } = this;
    if (depth > DEEPEST) return NO_SHAPE;
    const start = at;
    let step = shapes.first;
    for (;;) {
      while (step !== null && !step.stands(input, at)) step = step.alternative;
      if (step === null) {
        input.backtracked += at - start;
        return NO_SHAPE;
      }
      at += step.length;
      const { kind } = step;
      if (kind === TEXT) {
        at = this.readText(step.node!, at);
      } else if (kind === NUMBER) {
        const number = at;
        at = skipNumber(input, number);
        if (at > 0) this.putNumber(step.node!, number, at);
      } else if (kind === VALUE) {
        // Other objects may have space here, or not be at hand from here on.
        at = skipSpace(input, at);
        if (at >= input.end) return MORE;
        at = this.readValue(step.node!, at, depth);
      } else if (kind === UNNEEDED) {
        at = skipValue(input, skipShapes, at, depth);
      } else {
        this.marks |= step.marks;
        this.responses += step.responses;
        shapes.hit();
        return at;
      }
      if (at < 0) return at;
      step = step.next;
    }
  }

  /** Reads the members of an object one by one; `values`, if given, gets what makes up the object's shape. */
  private readMembers(
    at: number,
    table: FieldTable,
    depth: number,
    root: boolean,
    values: LearnedValue<FieldNode>[] | null,
  ): number {
    const { input, skipShapes } = this;
    const { bytes, view, end } = input;
    serial = (serial + 1) & 0x3fffffff;
    const own = serial;
    if (depth > DEEPEST) return input.bad(`it is nested deeper than ${DEEPEST} levels`, at);
    let last: KeyEntry<FieldNode> | null = null;
    at = skipSpace(input, at);
    if (at >= end) return MORE;
    if (bytes[at] === 125) return at + 1;
    for (;;) {
      const keyAt = at;
      let entry: KeyEntry<FieldNode> | null = last === null ? table.first : last.next;
      if (entry?.stands(view, at, end)) {
        at += entry.bytes.length;
      } else {
        at = this.readKey(at, table);
        if (at < 0) return at;
        entry = this.found;
        if (last === null) table.first = entry ?? table.first;
        else if (entry !== null) last.next = entry;
      }
      last = entry ?? last;
      if (at >= end) return MORE;
      if (bytes[at]! <= 32) {
        at = skipSpace(input, at);
        if (at >= end) return MORE;
      }
      let node = entry === null ? null : entry.node;
      if (node !== null) {
        if (this.repeated?.has(keyAt)) {
          node = null;
        } else {
          if (node.stamp === own) this.noteRepeated(node.keyAt);
          node.stamp = own;
          node.keyAt = keyAt;
        }
      }
      if (root && (this.marks & RECORD_MARK) === 0 && (node === null || node.wrapper !== null || node.hint)) {
        const answer = this.wrappers.ask(node?.hint ? null : node, at, this.marks);
        if (answer < 0) return answer;
      }
      const start = at;
      at =
        node === null || node.wrapper !== null
          ? skipValue(input, skipShapes, at, depth)
          : this.readKnown(node, at, depth);
      if (at < 0) return at;
      values?.push(learned(node, bytes[start]!, start, at));
      if (at >= end) return MORE;
      let byte = bytes[at]!;
      if (byte <= 32) {
        at = skipSpace(input, at);
        if (at >= end) return MORE;
        byte = bytes[at]!;
      }
      if (byte === 125) return at + 1;
      if (byte !== 44) return input.bad(closerMissing(true), at);
      at++;
      if (at < end && bytes[at]! <= 32) at = skipSpace(input, at);
      if (at < end && (bytes[at] === 44 || bytes[at] === 125)) {
        at = skipCommas(input, at);
        if (at >= end) return MORE;
        if (bytes[at] === 125) return at + 1;
      }
    }
  }

  private noteRepeated(keyAt: number): void {
    this.repeated ??= new Set();
    this.repeated.add(keyAt);
    this.again = true;
  }

  private readKnown(node: FieldNode, at: number, depth: number): number {
    if (!node.seen) {
      node.seen = true;
      for (const field of node.sees) this.fieldsSeen[field] = 1;
    }
    this.marks |= node.marks;
    if (node.response) this.responses++;
    return this.readValue(node, at, depth);
  }

  readValue(node: FieldNode, at: number, depth: number): number {
    const { input, skipShapes } = this;
    const byte = input.bytes[at]!;
    if (byte === 34) {
      if (node.structured && mayBeStructured(input.bytes[at + 1]))
        return this.readStructured(node, at, depth);
      return node.action === NOTHING ? skipValue(input, skipShapes, at, depth) : this.readText(node, at + 1);
    }
    if (byte === 123) {
      if (node.table === null) return skipValue(input, skipShapes, at, depth);
      return node.whole === PLAIN
        ? this.readObject(at + 1, node.table, depth + 1, false)
        : this.readWhole(node, node.table, at + 1, depth + 1);
    }
    if (byte === 91) return this.readList(node, at + 1, depth + 1);
    if (byte === 45 || (byte >= 48 && byte <= 57)) {
      const after = skipNumber(input, at);
      if (after > 0 && node.action !== NOTHING) this.putNumber(node, at, after);
      return after;
    }
    const after = skipWord(input, at);
    if (after > 0 && byte === 110 && node.action === NOTE) this.put(node, at, after);
    // `true` is no id: an id is a number or a text.
    if (after > 0 && !isNothing(byte) && node.action !== NOTHING && node.field !== ID)
      this.put(node, at, after);
    return after;
  }

  /** Reads a text where objects are expected. */
  private readStructured(node: FieldNode, at: number, depth: number): number {
    const after = this.readRange(at + 1);
    if (after < 0) return after;
    const { rangeStart, rangeEnd } = this;
    const marks = this.flattened.read(node, this.draft.textOf(rangeStart, rangeEnd), depth);
    if (marks >= 0) this.marks |= marks & RECORD_MARK;
    else if (node.action !== NOTHING) this.put(node, rangeStart, rangeEnd);
    return after;
  }

  private readList(node: FieldNode, at: number, depth: number): number {
    const { input } = this;
    if (depth > DEEPEST) return input.bad(`it is nested deeper than ${DEEPEST} levels`, at);
    const shift = this.rankShift;
    at = skipSpace(input, at);
    if (at >= input.end) return MORE;
    if (input.bytes[at] === 93) return at + 1;
    for (;;) {
      if (at >= input.end) return MORE;
      at = this.readValue(node, at, depth);
      if (at < 0) return at;
      at = skipSpace(input, at);
      if (at >= input.end) return MORE;
      const byte = input.bytes[at]!;
      if (byte === 93) break;
      if (byte !== 44) return input.bad(closerMissing(false), at);
      at = skipCommas(input, at);
      if (at < input.end && input.bytes[at] === 93) break;
      if (node.field !== this.listedField && (node.marks & RECORD_MARK) !== 0) {
        this.listedField = node.field;
        this.listed++;
      }
      if (this.rankShift < MOST_RANK) this.rankShift += ELEMENT_RANK;
    }
    this.rankShift = shift;
    return at + 1;
  }

  private readWhole(node: FieldNode, table: FieldTable, at: number, depth: number): number {
    if (node.whole === PAIR) return readAttributes(this, node, at, depth);
    const { parts } = this;
    clear(parts);
    this.partRank = MOST_RANK;
    const after = this.readObject(at, table, depth, false);
    if (after < 0) return after;
    if (node.whole === SOURCE)
      this.draft.putSource(parts[0]!, parts[1]!, parts[2]!, parts[3]!, parts[4]!, parts[5]!);
    else this.draft.put(node.field, 0, parts[0]!, parts[1]!);
    clear(parts);
    return after;
  }
}

/** What a value means for the shape of its object; `first` is its first byte. */
function learned(
  node: FieldNode | null,
  first: number,
  start: number,
  after: number,
): LearnedValue<FieldNode> {
  const isWord = isNothing(first) || first === 116 || first === 102;
  if (node === null || node.wrapper !== null)
    return { kind: isWord ? NOTHING_TO_DO : UNNEEDED, node: null, start, after };
  if (isNothing(first)) return { kind: NOTHING_TO_DO, node, start, after };
  if (node.action === NOTHING || node.structured || isWord || first === 123 || first === 91)
    return { kind: VALUE, node, start, after };
  return first === 34 ? { kind: TEXT, node, start: start + 1, after } : { kind: NUMBER, node, start, after };
}

/** For six numbers a loop is faster than `fill`, as six indices are than taking the array apart. */
function clear(parts: Int32Array): void {
  for (let at = 0; at < parts.length; at++) parts[at] = 0;
}
