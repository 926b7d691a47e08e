import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByNumber } from '../../../src/arrays/radix-sort';

test('sorting by number is that of a stable sort, unknown last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 })), { maxLength: 300 }),
      (keys) => {
        const order = Uint32Array.from(keys, (_, index) => index);
        const sorted = sortByNumber(order, Float64Array.from(keys));
        const last = (key: number) => (Number.isNaN(key) ? Number.POSITIVE_INFINITY : key);
        const slow = [...order].sort((a, b) => {
          const unknown = Number(Number.isNaN(keys[a])) - Number(Number.isNaN(keys[b]));
          return (
            unknown || (last(keys[a]!) < last(keys[b]!) ? -1 : last(keys[a]!) > last(keys[b]!) ? 1 : a - b)
          );
        });
        expect([...sorted]).toEqual(slow);
      },
    ),
  );
});
