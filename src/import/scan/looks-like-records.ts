import { type Input, MORE, skipSpace } from './input';
import { skipColon, skipValue } from './skip-value';
import { skipString } from './string';

/** Keys of the first object that are looked at, and how deep wrappers may be nested in each other. */
const MOST_KEYS = 40;
const DEEPEST_WRAPPER = 3;

const bytesOf = (key: string) => Uint8Array.from(key, (c) => c.charCodeAt(0));
/** Keys that an asset has and no part of one. */
const ASSET_KEYS = ['assetId', 'assetName'].map(bytesOf);
/** Keys that wrap assets, whatever lies around them. */
const WRAPPER_KEYS = ['HostAsset', 'assetListData', 'ServiceResponse'].map(bytesOf);

/** What lies under an unknown key: nothing of interest, a list of assets or responses, or one asset. */
export const NO_RECORDS = 0;
export const RECORDS = 1;
export const ONE_RECORD = 2;

/**
 * Whether the value under an unknown key holds assets, by the keys of its first object: `{"data": […]}`,
 * `{"result": {"assets": […]}}`. `MORE` if the bytes at hand do not show it.
 */
export function looksLikeRecords(input: Input, at: number, depth = 0): number {
  if (at >= input.end) return MORE;
  const byte = input.bytes[at]!;
  if (byte === 123) return objectLooks(input, at, depth);
  if (byte !== 91) return NO_RECORDS;
  const first = skipSpace(input, at + 1);
  if (first >= input.end) return MORE;
  const looks = input.bytes[first] === 123 ? objectLooks(input, first, depth) : NO_RECORDS;
  return looks === ONE_RECORD ? RECORDS : looks;
}

function objectLooks(input: Input, at: number, depth: number): number {
  const { bytes } = input;
  at = skipSpace(input, at + 1);
  for (let keys = 0; keys < MOST_KEYS; keys++) {
    if (at >= input.end) return MORE;
    if (bytes[at] !== 34) return NO_RECORDS;
    const start = at + 1;
    const end = skipString(input, start);
    if (end < 0) return end === MORE ? MORE : NO_RECORDS;
    if (isOneOf(ASSET_KEYS, bytes, start, end - 1)) return ONE_RECORD;
    if (isOneOf(WRAPPER_KEYS, bytes, start, end - 1)) return RECORDS;
    const colon = skipColon(input, end);
    if (colon < 0) return colon === MORE ? MORE : NO_RECORDS;
    const value = skipSpace(input, colon);
    if (depth < DEEPEST_WRAPPER) {
      const inner = looksLikeRecords(input, value, depth + 1);
      if (inner !== NO_RECORDS) return inner;
    }
    const after = skipValue(input, value, 0);
    if (after < 0) return after === MORE ? MORE : NO_RECORDS;
    at = skipSpace(input, after);
    if (at >= input.end) return MORE;
    if (bytes[at] !== 44) return NO_RECORDS;
    at = skipSpace(input, at + 1);
  }
  return NO_RECORDS;
}

function isOneOf(keys: readonly Uint8Array[], bytes: Uint8Array, start: number, end: number): boolean {
  return keys.some((key) => key.length === end - start && key.every((byte, i) => byte === bytes[start + i]));
}
