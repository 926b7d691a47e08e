/**
 * Hashes of canonical bytes. Start and multipliers are drawn anew for each run, so that nobody can
 * craft a file whose values all fall together. They decide nothing but where a value is looked for: every
 * match is verified byte by byte, and the order of groups comes from the assets.
 */
export interface Hasher {
  readonly start: number;
  readonly multiplier: number;
  readonly second: number;
}

/**
 * Bits of a hash. Two fewer than a word: every hash is then a number that V8 holds without a box, also in code that
 * is not compiled yet, and at a million assets detection is over before all of it is.
 */
export const HASH_BITS = 30;

/** A hasher of its own for one run. */
export function drawHasher(): Hasher {
  const [start = 0, multiplier = 0, second = 0] = crypto.getRandomValues(new Uint32Array(3));
  // Odd, so that multiplying loses no bit; ×8+5, so that the low bits differ in it too.
  return { start: start | 0, multiplier: (multiplier << 3) | 5, second: (second << 3) | 5 };
}

/** A word of four ASCII bytes with `A`–`Z` as `a`–`z`; other bytes stay. */
export function foldWord(word: number): number {
  const low = word & 0x7f7f7f7f;
  const capital = (low + 0x3f3f3f3f) & ~(low + 0x25252525) & ~word & 0x80808080;
  return word | (capital >>> 2);
}

/** The bits by which bytes that are not ASCII show in a word. */
export const NOT_ASCII = 0x80808080 | 0;

/** What `hashBytes` found besides the hash: all words together, for `NOT_ASCII`. */
export const lastHashed = { seen: 0 };

/**
 * The hash of `bytes[start … end)`, never 0; with `fold`, of the same bytes with ASCII capitals in lower case.
 * Takes eight bytes a step in two words that do not wait for each other.
 */
export function hashBytes(
  hasher: Hasher,
  bytes: DataView,
  start: number,
  end: number,
  fold: boolean,
): number {
  const { multiplier, second } = hasher;
  let hash = hasher.start ^ (end - start);
  let other = hasher.start;
  let seen = 0;
  let at = start;
  for (; at + 8 <= end; at += 8) {
    let word = bytes.getInt32(at, true);
    let next = bytes.getInt32(at + 4, true);
    seen |= word | next;
    if (fold) {
      word = foldWord(word);
      next = foldWord(next);
    }
    hash = Math.imul(hash ^ word, multiplier);
    hash ^= hash >>> 15;
    other = Math.imul(other ^ next, second);
    other ^= other >>> 15;
  }
  if (at + 4 <= end) {
    let word = bytes.getInt32(at, true);
    seen |= word;
    if (fold) word = foldWord(word);
    hash = Math.imul(hash ^ word, multiplier);
    hash ^= hash >>> 15;
    at += 4;
  }
  if (at < end) {
    let rest = restWord(bytes, start, at, end);
    seen |= rest;
    if (fold) rest = foldWord(rest);
    other = Math.imul(other ^ rest, second);
    other ^= other >>> 15;
  }
  lastHashed.seen = seen;
  return finish(Math.imul(hash, second) ^ other, multiplier);
}

/** The last one to three bytes as a word, its upper bytes 0: in one load where four bytes are there. */
export function restWord(bytes: DataView, start: number, at: number, end: number): number {
  if (end - start >= 4) return bytes.getInt32(end - 4, true) >>> ((4 - end + at) << 3);
  let word = bytes.getUint8(at);
  if (at + 1 < end) word |= bytes.getUint8(at + 1) << 8;
  if (at + 2 < end) word |= bytes.getUint8(at + 2) << 16;
  return word;
}

/** The hash of a MAC address, never 0. */
export function hashMac(hasher: Hasher, mac: number): number {
  // Both halves below 2³¹: whole numbers to the compiler, no calls.
  const high = (mac / 0x1000000) | 0;
  const low = (mac - high * 0x1000000) | 0;
  const hash = Math.imul(hasher.start ^ low, hasher.multiplier);
  return finish(Math.imul((hash ^ (hash >>> 15)) + high, hasher.second), hasher.multiplier);
}

/** A view by which the words of an array can be read wherever they stand. */
export function wordsOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function finish(hash: number, multiplier: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), multiplier);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> (32 - HASH_BITS) || 1;
}
