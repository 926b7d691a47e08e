import { expect, test } from 'vitest';
import { letGo } from '../../../src/model/free-buffer';

test.each([
  ['bytes', new Uint8Array([1, 2, 3])],
  ['16 bit', new Uint16Array([1, 2, 3])],
  ['32 bit', new Uint32Array([1, 2, 3])],
  ['64 bit', new Float64Array([1, 2, 3])],
])('an array of %s is empty once it was let go of, and may be let go of again', (_, array) => {
  const { buffer } = array;
  letGo(array);
  expect([array.length, buffer.byteLength]).toEqual([0, 0]);
  expect(() => letGo(array)).not.toThrow();
});

test('a part of a buffer takes nothing from the rest', () => {
  const whole = new Uint8Array([1, 2, 3, 4]);
  letGo(whole.subarray(1, 3));
  letGo(whole.subarray(2, 2));
  expect([...whole]).toEqual([1, 2, 3, 4]);
});

test('an array of nothing may be let go of', () => {
  expect(() => letGo(new Uint8Array(0))).not.toThrow();
});
