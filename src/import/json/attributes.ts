import { type FieldNode, type FieldTable, PAIR, PART } from './field-node';
import { DEEPEST, type Input, MORE, skipSpace } from './input';
import type { KeyEntry } from './key-table';
import type { Draft } from './shifted-draft';
import type { SkipShapes } from './skip-shapes';
import { closerMissing, skipCommas, skipValue } from './skip-value';

/** What the record reader offers for reading one member after the other. */
export interface MemberReader {
  readonly input: Input;
  readonly skipShapes: SkipShapes;
  readonly draft: Draft;
  /** The entry of the key read last, and where the key stands between its quotes. */
  readonly found: KeyEntry<FieldNode> | null;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** The text, number or word read last. */
  readonly rangeStart: number;
  readonly rangeEnd: number;
  readKey(at: number, table: FieldTable): number;
  readValue(node: FieldNode, at: number, depth: number): number;
  readScalar(at: number): number;
}

/**
 * Custom attributes: `{ "key": "owner", "value": "bob" }`, or a map `{ "owner": "bob", … }`, or an object that
 * wraps either under one of the keys of the node's table.
 */
export function readAttributes(reader: MemberReader, node: FieldNode, at: number, depth: number): number {
  const { input, draft } = reader;
  if (depth > DEEPEST) return input.bad(`it is nested deeper than ${DEEPEST} levels`, at);
  const ranges: number[] = [];
  let key = -1;
  let value = -1;
  at = skipSpace(input, at);
  if (at < input.end && input.bytes[at] === 125) return at + 1;
  for (;;) {
    at = reader.readKey(at, node.table!);
    if (at < 0) return at;
    const inner = reader.found?.node ?? null;
    const keyStart = reader.keyStart;
    const keyEnd = reader.keyEnd;
    at = skipSpace(input, at);
    if (at >= input.end) return MORE;
    const first = input.bytes[at]!;
    if (first === 123 || first === 91) {
      at =
        inner !== null && inner.whole === PAIR
          ? reader.readValue(inner, at, depth)
          : skipValue(input, reader.skipShapes, at, depth);
    } else {
      at = reader.readScalar(at);
      if (inner?.action === PART && inner.part === 0) key = ranges.length;
      if (inner?.action === PART && inner.part === 1) value = ranges.length;
      ranges.push(keyStart, keyEnd, reader.rangeStart, reader.rangeEnd);
    }
    if (at < 0) return at;
    at = skipSpace(input, at);
    if (at >= input.end) return MORE;
    const byte = input.bytes[at]!;
    if (byte === 125) break;
    if (byte !== 44) return input.bad(closerMissing(true), at);
    at = skipCommas(input, at);
    if (at < input.end && input.bytes[at] === 125) break;
  }
  if (key >= 0 && value >= 0) {
    draft.putPair(node.field, ranges[key + 2]!, ranges[key + 3]!, ranges[value + 2]!, ranges[value + 3]!);
  } else {
    for (let i = 0; i < ranges.length; i += 4)
      draft.putPair(node.field, ranges[i]!, ranges[i + 1]!, ranges[i + 2]!, ranges[i + 3]!);
  }
  return at + 1;
}
