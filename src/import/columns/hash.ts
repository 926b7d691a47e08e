/**
 * A start value for hashes that no file can know, so that no crafted file can make all its values fall on one
 * slot. It never shows in a result: order comes from the records, not from the table.
 */
export const HASH_SEED = globalThis.crypto.getRandomValues(new Uint32Array(1))[0]! | 1;

/** 32 bits of the bytes: FNV-1a with a seed, its bits mixed at the end (as MurmurHash3 does). */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
