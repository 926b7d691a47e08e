import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countByBits } from '../../../src/detect/pairs/disjoint-by-bits';
import { countByExclusion } from '../../../src/detect/pairs/disjoint-by-exclusion';
import { countBySums } from '../../../src/detect/pairs/disjoint-by-sums';
import { countDisjointPairs } from '../../../src/detect/pairs/disjoint-pairs';
import { distinctSets, type Signatures, withoutEmptySets } from '../../../src/detect/pairs/distinct-sets';
import { Slices } from '../../../src/detect/time-slice';
import { UNWATCHED } from '../../../src/model/progress';

const slices = new Slices(UNWATCHED, 0);
const ample = () => ({ steps: 1e9 });

function signatures(sets: readonly (readonly number[])[], elements: number): Signatures {
  let stop = 0;
  const stops = Uint32Array.from(sets, (set) => {
    stop += set.length;
    return stop;
  });
  return { elements, stops, ids: Uint32Array.from(sets.flatMap((set) => [...set].sort((a, b) => a - b))) };
}

function slowly(sets: readonly (readonly number[])[]): number {
  let pairs = 0;
  sets.forEach((a, index) => {
    for (const b of sets.slice(index + 1)) if (!a.some((element) => b.includes(element))) pairs++;
  });
  return pairs;
}

const ELEMENTS = 8;
const set = (least: number) => fc.uniqueArray(fc.nat(ELEMENTS - 1), { minLength: least, maxLength: 6 });
const sets = (least: number) => fc.array(set(least), { minLength: 1, maxLength: 90, size: 'max' });

describe('pairs of sets with nothing in common', { timeout: 240_000 }, () => {
  it('are counted as comparing all pairs counts them', async () => {
    await fc.assert(
      fc.asyncProperty(sets(0), async (all) => {
        const counted = await countDisjointPairs(signatures(all, ELEMENTS), ample(), slices);
        expect(counted).toEqual({ pairs: slowly(all), exact: true });
      }),
      { numRuns: 600 },
    );
  });

  it('are counted the same by exclusion, by sums and by bits', async () => {
    await fc.assert(
      fc.asyncProperty(sets(1), async (all) => {
        const given = signatures(all, ELEMENTS);
        const distinct = distinctSets(given);
        expect(await countByExclusion(distinct, ample(), slices)).toBe(slowly(all));
        expect(await countBySums(distinct, slices)).toBe(slowly(all));
        const byBits = await countByBits(given, distinct, ample(), slices);
        expect(byBits).toEqual({ pairs: slowly(all), exact: true });
      }),
      { numRuns: 600 },
    );
  });

  it('are never counted too many when the steps run out', async () => {
    await fc.assert(
      fc.asyncProperty(sets(1), fc.nat(200), async (all, steps) => {
        const given = signatures(all, ELEMENTS);
        const counted = await countByBits(given, distinctSets(given), { steps }, slices);
        if (counted.exact) expect(counted.pairs).toBe(slowly(all));
        else expect(counted.pairs).toBeLessThanOrEqual(slowly(all));
      }),
      { numRuns: 600 },
    );
  });

  it('are found among large sets, where exclusion gives up', async () => {
    // Any two sets of 13 out of 24 elements meet, so exclusion never gets to stop early.
    let seed = 1;
    const random = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 1;
      return seed / 2 ** 31;
    };
    const all = Array.from({ length: 2000 }, () => {
      const elements = [...Array(24).keys()]
        .map((element) => [random(), element] as const)
        .sort((a, b) => a[0] - b[0]);
      return elements.slice(0, 13).map(([, element]) => element);
    });
    all.push(
      [0, 1, 2, 3],
      [...Array(20).keys()].map((element) => element + 4),
    );
    const given = signatures(all, 24);
    expect(await countByExclusion(distinctSets(given), { steps: 1e6 }, slices)).toBeNull();
    const pairs = slowly(all);
    expect(await countDisjointPairs(given, ample(), slices)).toEqual({ pairs, exact: true });
  });
});

it('equal sets are put together and empty ones set aside', () => {
  const given = signatures([[1, 2], [], [2], [1, 2], []], 3);
  const filled = withoutEmptySets(given);
  expect([...filled.stops]).toEqual([2, 3, 5]);
  const distinct = distinctSets(filled);
  expect([...distinct.stops]).toEqual([2, 3]);
  expect([...distinct.ids]).toEqual([1, 2, 2]);
  expect([...distinct.weights]).toEqual([2, 1]);
});
