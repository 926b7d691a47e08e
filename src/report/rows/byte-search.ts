import type { Slices } from '../../model/slices';
import type { SearchText } from './search-text';

/** Bytes searched between two looks at the clock: about a millisecond. */
const STRIDE = 1 << 20;

/**
 * Sets `hits[record]` to 1 for every record whose text contains `word`. Horspool: looks at every
 * `word.length`-th byte or so, and goes on with the next record after a hit.
 * @param word not empty, without byte 0, so that it never reaches from one cell into the next
 */
export async function markRecords(
  text: SearchText,
  word: Uint8Array,
  hits: Uint8Array,
  slices: Slices,
): Promise<void> {
  const { bytes, ends } = text;
  const shifts = shiftsOf(word);
  const end = bytes.length;
  let record = 0;
  let at = word.length - 1;
  while (at < end) {
    at = findWord(bytes, word, shifts, at, Math.min(at + STRIDE, end));
    if (at < 0) {
      at = -at;
      while (ends[record]! <= at - 1) record++;
      hits[record] = 1;
      at = ends[record]! + word.length - 1;
    }
    if (slices.due) await slices.rest();
  }
}

/** Where the word ends, plus one, negative; or where to go on if it does not end before `limit`. */
function findWord(
  bytes: Uint8Array,
  word: Uint8Array,
  shifts: Uint32Array,
  from: number,
  limit: number,
): number {
  const length = word.length;
  const last = word[length - 1]!;
  let at = from;
  while (at < limit) {
    const byte = bytes[at]!;
    if (byte === last) {
      let back = 1;
      while (back < length && bytes[at - back] === word[length - 1 - back]) back++;
      if (back === length) return -(at + 1);
    }
    at += shifts[byte]!;
  }
  return at;
}

function shiftsOf(word: Uint8Array): Uint32Array {
  const shifts = new Uint32Array(256).fill(word.length);
  for (let at = 0; at < word.length - 1; at++) shifts[word[at]!] = word.length - 1 - at;
  return shifts;
}
