import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlacedArray } from '../../../src/store/arrays';
import {
  CHUNK_BYTES,
  chunkCount,
  chunkLength,
  firstSumOf,
  packChunk,
  sumOf,
  unpackChunk,
} from '../../../src/store/chunks';

/** Lengths around the borders of chunks, and small ones. */
const length = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: CHUNK_BYTES - 20, max: CHUNK_BYTES + 20 }),
);

function place(lengths: readonly number[]): { arrays: PlacedArray[]; bytes: number } {
  let at = 0;
  const arrays = lengths.map((size, number) => {
    const placed = { at, bytes: new Uint8Array(size).fill(number + 1) };
    at += Math.ceil(size / 8) * 8;
    return placed;
  });
  return { arrays, bytes: at };
}

test('what is cut into chunks is poured back', () => {
  fc.assert(
    fc.property(fc.array(length, { maxLength: 5 }), (lengths) => {
      const { arrays, bytes } = place(lengths);
      const empty = arrays.map((array) => ({ at: array.at, bytes: new Uint8Array(array.bytes.length) }));
      for (let chunk = 0; chunk < chunkCount(bytes); chunk++) {
        const content = packChunk(arrays, bytes, chunk);
        expect(content.byteLength).toBe(chunkLength(bytes, chunk));
        unpackChunk(empty, chunk, content);
      }
      for (const [number, array] of empty.entries()) {
        expect(Buffer.compare(array.bytes, arrays[number]!.bytes)).toBe(0);
      }
    }),
    { numRuns: 20 },
  );
});

test('the sum of a chunk changes with any one bit of it', () => {
  const content = fc
    .uint8Array({ minLength: 8, maxLength: 64 })
    .map((bytes) => bytes.slice(0, bytes.length & ~7));
  fc.assert(
    fc.property(content, fc.nat(), fc.nat(7), (bytes, place, bit) => {
      const changed = bytes.slice();
      changed[place % bytes.length]! ^= 1 << bit;
      for (const sum of [sumOf, firstSumOf]) expect(sum(changed.buffer)).not.toBe(sum(bytes.buffer));
    }),
  );
});
