import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowableBytes, GrowableNumbers } from '../../../src/arrays/growable';

test('growable numbers hold what was pushed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 32 - 1), { maxLength: 2000 }), (values) => {
      const numbers = new GrowableNumbers();
      for (const value of values) numbers.push(value);
      expect([...numbers.finish()]).toEqual(values);
    }),
  );
});

test('growable bytes hold the stretches that were appended', () => {
  const stretch = fc.uint8Array({ maxLength: 900 }).chain((bytes) =>
    fc.tuple(fc.constant(bytes), fc.nat(bytes.length), fc.nat(bytes.length)).map(([all, a, b]) => ({
      all,
      start: Math.min(a, b),
      end: Math.max(a, b),
    })),
  );
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
      const bytes = new GrowableBytes();
      for (const { all, start, end } of stretches) bytes.append(all, start, end);
      expect([...bytes.finish()]).toEqual(
        stretches.flatMap(({ all, start, end }) => [...all.slice(start, end)]),
      );
    }),
  );
});
