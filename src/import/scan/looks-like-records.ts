import { type Input, MORE, skipSpace } from './input';
import type { KeyTable } from './key-table';
import { skipColon, skipValue } from './skip-value';
import { skipString } from './string';

/** Keys of the first object that are looked at, and how deep wrappers may be nested in each other. */
const MOST_KEYS = 40;
const DEEPEST_WRAPPER = 3;

/** Keys that no part of an asset has. */
const TELLING = ['assetId', 'assetName', 'HostAsset', 'assetListData', 'ServiceResponse'].map((key) =>
  Uint8Array.from(key, (c) => c.charCodeAt(0)),
);

/**
 * Whether the value under an unknown key holds assets: 1 if its first object has a key that tells an asset,
 * 0 if not, `MORE` if the bytes at hand do not show it. `{"data": […]}`, `{"result": {"assets": […]}}`.
 */
export function looksLikeRecords(input: Input, table: KeyTable, at: number, depth = 0): number {
  if (at >= input.end) return MORE;
  const byte = input.bytes[at]!;
  if (byte === 123) return objectLooks(input, table, at, depth);
  if (byte !== 91) return 0;
  const first = skipSpace(input, at + 1);
  if (first >= input.end) return MORE;
  return input.bytes[first] === 123 ? objectLooks(input, table, first, depth) : 0;
}

function objectLooks(input: Input, table: KeyTable, at: number, depth: number): number {
  const { bytes } = input;
  at = skipSpace(input, at + 1);
  for (let keys = 0; keys < MOST_KEYS; keys++) {
    if (at >= input.end) return MORE;
    if (bytes[at] !== 34) return 0;
    const start = at + 1;
    const end = skipString(input, start);
    if (end < 0) return end === MORE ? MORE : 0;
    if (isTelling(bytes, start, end - 1)) return 1;
    const colon = skipColon(input, end);
    if (colon < 0) return colon === MORE ? MORE : 0;
    const value = skipSpace(input, colon);
    if (depth < DEEPEST_WRAPPER) {
      const inner = looksLikeRecords(input, table, value, depth + 1);
      if (inner !== 0) return inner;
    }
    const after = skipValue(input, value, 0);
    if (after < 0) return after === MORE ? MORE : 0;
    at = skipSpace(input, after);
    if (at >= input.end) return MORE;
    if (bytes[at] !== 44) return 0;
    at = skipSpace(input, at + 1);
  }
  return 0;
}

function isTelling(bytes: Uint8Array, start: number, end: number): boolean {
  return TELLING.some(
    (key) => key.length === end - start && key.every((byte, i) => byte === bytes[start + i]),
  );
}
