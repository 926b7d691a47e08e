import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumberMultimap } from '../../../src/arrays/number-multimap';

it('answers as a map of lists does', () => {
  const value = fc.oneof(fc.nat({ max: 12 }), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), fc.nat({ max: 3 }), (list, leftOut) => {
      const isIn = (record: number) => record % 4 !== leftOut;
      const map = new NumberMultimap(Float64Array.from(list), isIn);
      for (const wanted of new Set([...list, 1, 999])) {
        const found: number[] = [];
        for (let at = map.first(wanted); at >= 0; at = map.after(at)) found.push(at);
        const expected = [...list.keys()].filter((at) => list[at] === wanted && wanted !== 0 && isIn(at));
        expect(found).toEqual(expected);
      }
    }),
  );
});
