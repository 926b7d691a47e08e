import type { PlacedArray } from './arrays';

/**
 * Bytes of a chunk. One `put` clones it at once: 4 MB take some 4 ms, so the worker still answers meanwhile.
 * A value over 133,169,152 bytes would abort with an UnknownError.
 */
export const CHUNK_BYTES = 4 * 1024 * 1024;
/** Chunks in one transaction: 16 MB, which a browser keeps in memory until the transaction is over. */
export const CHUNKS_AT_ONCE = 4;

/** How many chunks a stream of so many bytes has. */
export function chunkCount(bytes: number): number {
  return Math.ceil(bytes / CHUNK_BYTES);
}

/** Bytes of one chunk of the stream; only the last is shorter. */
export function chunkLength(bytes: number, chunk: number): number {
  return Math.min(CHUNK_BYTES, bytes - chunk * CHUNK_BYTES);
}

/**
 * Copies one chunk out of the arrays that make up the stream. A copy, since a view would be cloned with the
 * whole buffer behind it.
 */
export function packChunk(arrays: readonly PlacedArray[], bytes: number, chunk: number): ArrayBuffer {
  const copy = new Uint8Array(chunkLength(bytes, chunk));
  overlap(arrays, chunk, copy.length, (array, inArray, inChunk, length) => {
    copy.set(array.subarray(inArray, inArray + length), inChunk);
  });
  return copy.buffer;
}

/** Copies one chunk into the arrays that make up the stream. */
export function unpackChunk(arrays: readonly PlacedArray[], chunk: number, content: ArrayBuffer): void {
  const bytes = new Uint8Array(content);
  overlap(arrays, chunk, bytes.length, (array, inArray, inChunk, length) => {
    array.set(bytes.subarray(inChunk, inChunk + length), inArray);
  });
}

/** Calls `copy` for each stretch that the chunk and an array share. There are at most some 150 arrays. */
function overlap(
  arrays: readonly PlacedArray[],
  chunk: number,
  length: number,
  copy: (array: Uint8Array, inArray: number, inChunk: number, length: number) => void,
): void {
  const from = chunk * CHUNK_BYTES;
  for (const { at, bytes } of arrays) {
    const start = Math.max(from, at);
    const stop = Math.min(from + length, at + bytes.length);
    if (start < stop) copy(bytes, start - at, start - from, stop - start);
  }
}

const FACTOR = 0x9e3779b1;

/**
 * A sum by which a damaged chunk is known; not against malice. Four sums side by side, none of which waits for
 * another: 4 MB take some 1 ms, a quarter of what one sum takes.
 */
export function sumOf(content: ArrayBuffer): number {
  const words = new Int32Array(content, 0, content.byteLength >> 2);
  const fours = words.length & ~3;
  let [a, b, c, d] = [content.byteLength, 1, 2, 3];
  for (let at = 0; at < fours; at += 4) {
    a = Math.imul(a ^ words[at]!, FACTOR) + 1;
    b = Math.imul(b ^ words[at + 1]!, FACTOR) + 1;
    c = Math.imul(c ^ words[at + 2]!, FACTOR) + 1;
    d = Math.imul(d ^ words[at + 3]!, FACTOR) + 1;
  }
  for (let at = fours; at < words.length; at++) a = Math.imul(a ^ words[at]!, FACTOR) + 1;
  for (const lane of [b, c, d]) a = Math.imul(a, FACTOR) ^ lane;
  return a >>> 0;
}

/** The sum that datasets of version 1 were kept with. */
export function firstSumOf(content: ArrayBuffer): number {
  const words = new Uint32Array(content, 0, content.byteLength >> 2);
  let sum = content.byteLength;
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ words[at]!, FACTOR) + 1;
  return sum >>> 0;
}
