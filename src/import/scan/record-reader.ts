import { decodeText } from '../../model/text';
import type { RecordDraft } from '../record-draft';
import { type MemberReader, readAttributes } from './attributes';
import { type FieldNode, NOTHING, PAIR, PLAIN, SOURCE } from './field-node';
import { DEEPEST, type Input, MORE, skipSpace } from './input';
import type { KeyEntry, KeyTable } from './key-table';
import { ONE_RECORD, RECORDS } from './looks-like-records';
import {
  type LearnedValue,
  NOTHING_TO_DO,
  NUMBER,
  type ObjectShapes,
  TEXT,
  UNNEEDED,
  VALUE,
} from './object-shapes';
import { ID, MOST_RANK, ScalarReader } from './scalar-reader';
import { closerMissing, skipColon, skipNumber, skipValue, skipWord } from './skip-value';
import { decodeString, skipPlainText } from './string';

/** What `readObject` answers where the object turns out to wrap records: see `envelope` and `envelopeAt`. */
export const ENVELOPE = -3;

/** Elements of a list count as one value for a field of one value: the first one that has it. */
const ELEMENT_RANK = 16;
/** What `readKnownShape` answers where the object has none. */
const NO_SHAPE = -4;

/** Reads one record into a draft: follows the field tree, skips what it does not name. */
export class RecordReader extends ScalarReader implements MemberReader {
  /** Fields seen as keys: 1. */
  readonly fieldsSeen: Uint8Array;
  /** The record's keys that mark an asset. */
  marks = 0;
  /** The record's keys that mark a response. */
  responses = 0;
  envelope: FieldNode | null = null;
  envelopeAt = 0;
  /** Where an object that looks like an asset stands in the one just read, -1 if none does. */
  innerAt = -1;

  private serial = 0;
  /** Where keys stand that come again later in their object: the last one counts, as `JSON.parse` has it. */
  private repeated: Set<number> | null = null;
  private again = false;
  /** Whether what lies under a key was asked: an object for which it was has no shape that its keys alone tell. */
  private asked = false;

  constructor(
    input: Input,
    draft: RecordDraft,
    fieldCount: number,
    /** Asked before an unknown key is taken for a wrapper of records; see `looks-like-records.ts`. */
    private readonly looksLikeRecords: (at: number) => number,
  ) {
    super(input, draft);
    this.fieldsSeen = new Uint8Array(fieldCount);
  }

  /** Reads the object whose `{` stands at `at`; answers the place behind it, `MORE`, `BAD` or `ENVELOPE`. */
  read(at: number, table: KeyTable): number {
    this.repeated = null;
    for (;;) {
      this.draft.begin();
      this.marks = 0;
      this.responses = 0;
      this.innerAt = -1;
      this.rankShift = 0;
      this.again = false;
      const after = this.readObject(at + 1, table, 1, true);
      if (!this.again || after < 0) return after;
    }
  }

  private readObject(at: number, table: KeyTable, depth: number, root: boolean): number {
    const { shapes } = table;
    if (this.repeated !== null || !shapes.useful || !this.input.maySpend(at))
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
    const values: LearnedValue[] = [];
    if (root) this.asked = false;
    const after = this.readMembers(at, table, depth, root, values);
    if (after > 0 && !this.again && !(root && this.asked)) shapes.learn(this.input.bytes, at, values, after);
    return after;
  }

  /** Reads an object by one of the shapes known; `NO_SHAPE` if it has none of them, or does not end here. */
  private readKnownShape(at: number, shapes: ObjectShapes, depth: number): number {
    const { input } = this;
    if (depth > DEEPEST) return NO_SHAPE;
    const start = at;
    let step = shapes.first;
    for (;;) {
      while (step !== null && !step.stands(input, at)) step = step.beside;
      if (step === null) {
        input.wasted += at - start;
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
        at = skipValue(input, at, depth);
      } else {
        this.marks += step.marks;
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
    table: KeyTable,
    depth: number,
    root: boolean,
    values: LearnedValue[] | null,
  ): number {
    const { input } = this;
    const { bytes, view, end } = input;
    const serial = (this.serial + 1) & 0x3fffffff;
    this.serial = serial;
    if (depth > DEEPEST) return input.bad(`it is nested deeper than ${DEEPEST} levels`, at);
    let last: KeyEntry | null = null;
    at = skipSpace(input, at);
    if (at >= end) return MORE;
    if (bytes[at] === 125) return at + 1;
    for (;;) {
      const keyAt = at;
      let entry: KeyEntry | null = last === null ? table.first : last.next;
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
          if (node.stamp === serial) this.noteRepeated(node.keyAt);
          node.stamp = serial;
          node.keyAt = keyAt;
        }
      }
      if (root && this.marks === 0 && (node === null || node.envelope !== null)) {
        const answer = this.wraps(node, at);
        if (answer < 0) return answer;
      }
      const start = at;
      at =
        node === null || node.envelope !== null
          ? skipValue(input, at, depth)
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
    }
  }

  found: KeyEntry | null = null;
  keyStart = 0;
  keyEnd = 0;

  /** Reads a key that was not expected, with its colon; leaves its entry in `found`. */
  readKey(at: number, table: KeyTable): number {
    const { input } = this;
    if (at >= input.end) return MORE;
    if (input.bytes[at] !== 34) return input.bad('a key in quotes is missing', at);
    const start = at + 1;
    at = skipPlainText(input, start);
    if (at < 0) return at;
    if (input.bytes[at] === 34) {
      this.found = table.find(input.bytes, start, at);
      this.keyStart = start;
      this.keyEnd = at;
      return skipColon(input, at + 1);
    }
    const bytes: number[] = [];
    at = decodeString(input, start, { scratchByte: (byte) => bytes.push(byte) });
    if (at < 0) return at;
    const key = Uint8Array.from(bytes);
    this.found = table.find(key, 0, key.length);
    this.keyStart = this.draft.text(decodeText(key, 0, key.length));
    this.keyEnd = this.draft.scratchLength();
    return skipColon(input, at);
  }

  private noteRepeated(keyAt: number): void {
    this.repeated ??= new Set();
    this.repeated.add(keyAt);
    this.again = true;
  }

  /** Whether the value under this key holds records: `ENVELOPE` if so, `MORE` if it cannot be told, else 0. */
  private wraps(node: FieldNode | null, at: number): number {
    this.asked = true;
    const kind = node?.envelope ?? null;
    if (kind !== 'list' && kind !== 'hostasset') {
      const answer = this.looksLikeRecords(at);
      // One asset under an unknown key may be the asset's own, or one that it refers to: the whole object tells.
      if (answer === ONE_RECORD && this.innerAt < 0) this.innerAt = at;
      if (answer !== RECORDS) return answer === MORE ? MORE : 0;
    }
    this.envelope = node;
    this.envelopeAt = at;
    return ENVELOPE;
  }

  private readKnown(node: FieldNode, at: number, depth: number): number {
    if (!node.seen) {
      node.seen = true;
      for (const field of node.sees) this.fieldsSeen[field] = 1;
    }
    if (node.marks) this.marks++;
    if (node.response) this.responses++;
    return this.readValue(node, at, depth);
  }

  readValue(node: FieldNode, at: number, depth: number): number {
    const { input } = this;
    const byte = input.bytes[at]!;
    if (byte === 34) {
      return node.action === NOTHING ? skipValue(input, at, depth) : this.readText(node, at + 1);
    }
    if (byte === 123) {
      if (node.table === null) return skipValue(input, at, depth);
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
    // `true` is no id: an id is a number or a text.
    if (after > 0 && byte !== 110 && node.action !== NOTHING && node.field !== ID) this.put(node, at, after);
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
      at = skipSpace(input, at + 1);
      if (this.rankShift < MOST_RANK) this.rankShift += ELEMENT_RANK;
    }
    this.rankShift = shift;
    return at + 1;
  }

  private readWhole(node: FieldNode, table: KeyTable, at: number, depth: number): number {
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
function learned(node: FieldNode | null, first: number, start: number, after: number): LearnedValue {
  const isWord = first === 110 || first === 116 || first === 102;
  if (node === null || node.envelope !== null)
    return { kind: isWord ? NOTHING_TO_DO : UNNEEDED, node: null, start, after };
  if (first === 110) return { kind: NOTHING_TO_DO, node, start, after };
  if (node.action === NOTHING || isWord || first === 123 || first === 91)
    return { kind: VALUE, node, start, after };
  return first === 34 ? { kind: TEXT, node, start: start + 1, after } : { kind: NUMBER, node, start, after };
}

/** For six numbers a loop is faster than `fill`, as six indices are than taking the array apart. */
function clear(parts: Int32Array): void {
  for (let at = 0; at < parts.length; at++) parts[at] = 0;
}
