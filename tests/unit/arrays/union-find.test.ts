import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnionFind } from '../../../src/arrays/union-find';

const SIZE = 40;

/** The slow twin: every item carries the smallest number of its set, and a join rewrites them all. */
function slowRoots(joins: readonly (readonly [number, number])[]): number[] {
  const roots = Array.from({ length: SIZE }, (_, item) => item);
  for (const [a, b] of joins) {
    const [first, second] = [roots[a]!, roots[b]!];
    roots.forEach((root, item) => {
      if (root === first || root === second) roots[item] = Math.min(first, second);
    });
  }
  return roots;
}

const joinsOf = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 80 });

function roots(joins: readonly (readonly [number, number])[]): number[] {
  const sets = new UnionFind(SIZE);
  for (const [a, b] of joins) sets.join(a, b);
  return Array.from({ length: SIZE }, (_, item) => sets.root(item));
}

test('the root of each set is its smallest number, as with the slow twin', () => {
  fc.assert(
    fc.property(joinsOf, (joins) => {
      expect(roots(joins)).toEqual(slowRoots(joins));
    }),
  );
});

test('the order of joins makes no difference', () => {
  fc.assert(
    fc.property(joinsOf, (joins) => {
      expect(roots([...joins].reverse())).toEqual(roots(joins));
    }),
  );
});
