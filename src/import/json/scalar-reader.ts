import { decodeText } from '../../model/text';
import { FIELD_NUMBERS } from '../columns/field-writers';
import { exactDecimal } from './exact-decimal';
import { type FieldNode, type FieldTable, NOTE, PUT } from './field-node';
import { type Input, MORE } from './input';
import type { KeyEntry } from './key-table';
import type { Draft } from './shifted-draft';
import { isNothing, skipColon, skipNumber, skipWord } from './skip-value';
import { decodeString, skipPlainText } from './string';

export const ID = FIELD_NUMBERS.assetId;
export const MOST_RANK = 1 << 28;

/** Reads texts, numbers and words into the draft of a record. */
export class ScalarReader {
  /** Where the text, number or word read last stands, in the input or the scratch. */
  rangeStart = 0;
  rangeEnd = 0;
  /** Added to the rank of values that stand in a list; see `ELEMENT_RANK`. */
  protected rankShift = 0;
  /** The three ranges of the source, pair or best text being read. */
  protected readonly parts = new Int32Array(6);
  protected partRank = 0;
  /** What the response said that was read last, by place in `RESPONSE_PARTS`; `undefined` where it said nothing. */
  readonly notes: (string | undefined)[] = [];

  constructor(
    readonly input: Input,
    readonly draft: Draft,
  ) {}

  found: KeyEntry<FieldNode> | null = null;
  keyStart = 0;
  keyEnd = 0;

  /** Reads a key that was not expected, with its colon; leaves its entry in `found`. */
  readKey(at: number, table: FieldTable): number {
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

  protected readText(node: FieldNode, start: number): number {
    const after = this.readRange(start);
    if (after > 0) this.put(node, this.rangeStart, this.rangeEnd);
    return after;
  }

  /** Reads a text; its bytes are then those from `rangeStart` to `rangeEnd`, in the input or the scratch. */
  protected readRange(start: number): number {
    const { input } = this;
    const stop = skipPlainText(input, start);
    if (stop < 0) return stop;
    if (input.bytes[stop] === 34) {
      this.rangeStart = start;
      this.rangeEnd = stop;
      return stop + 1;
    }
    this.rangeStart = this.draft.scratchLength();
    const after = decodeString(input, start, this.draft);
    this.rangeEnd = this.draft.scratchLength();
    return after;
  }

  protected put(node: FieldNode, start: number, end: number): void {
    if (node.action === PUT) {
      this.draft.put(node.field, node.rank + this.rankShift, start, end);
      return;
    }
    if (node.action === NOTE) {
      this.notes[node.part] = this.draft.textOf(start, end);
      return;
    }
    if (start === end || node.rank > this.partRank) return;
    this.partRank = node.rank;
    this.parts[2 * node.part] = start;
    this.parts[2 * node.part + 1] = end;
  }

  /** A number is kept as it is written, but for ids: 1.0 and 1e3 are the ids 1 and 1000. */
  protected putNumber(node: FieldNode, start: number, end: number): void {
    // -Infinity
    if (this.input.bytes[end - 1] === 121) return;
    if (node.field !== ID || isInteger(this.input.bytes, start, end)) {
      this.put(node, start, end);
      return;
    }
    const scratch = this.draft.text(exactDecimal(decodeText(this.input.bytes, start, end)));
    this.put(node, scratch, this.draft.scratchLength());
  }

  /** Reads a text, number or word as a range; `null` as an empty one. */
  readScalar(at: number): number {
    const { input } = this;
    const byte = input.bytes[at]!;
    if (byte === 34) return this.readRange(at + 1);
    const after = byte === 45 || (byte >= 48 && byte <= 57) ? skipNumber(input, at) : skipWord(input, at);
    this.rangeStart = at;
    this.rangeEnd = isNothing(byte) ? at : after;
    return after;
  }
}

function isInteger(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === 46 || (bytes[at]! | 32) === 101) return false;
  return true;
}
