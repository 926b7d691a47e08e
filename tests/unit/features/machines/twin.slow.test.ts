import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../../../src/features/machines/evidence/facts';
import { sumOf, verdictOf } from '../../../../src/features/machines/evidence/verdict';
import type { JudgedDataset } from '../../../../src/features/machines/judge/judge';
import { CASES, idOf, judgeRecords } from './read-cases';

const POOL = CASES.filter(({ group }) => group !== 'over time' && group !== 'import').flatMap(
  ({ records }) => records,
);

/** Of a machine that is sure, its records' ids; weak sets are another rule. */
function sureMachines({ judgement, records }: JudgedDataset): string[][] {
  return judgement.machines
    .filter(({ strength }) => strength !== 'weak')
    .map(({ assets }) => assets.map((asset) => idOf(records.dataset, asset)).sort())
    .sort();
}

/**
 * The slow and obvious way: every two records are compared; again and again the strongest pair is joined of which no
 * two records of both sides are in conflict, until there is none.
 */
function machinesOfTwin({ records, shared }: JudgedDataset): string[][] {
  const { size, content } = records;
  const facts = (a: number, b: number) => compareRecords(records, shared, Math.min(a, b), Math.max(a, b));
  let sets = Array.from({ length: size }, (_, record) => [record]);
  const pairs = [];
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const found = facts(a, b);
      const verdict = verdictOf(found);
      if (verdict !== 'strong' && verdict !== 'likely') continue;
      const [low, high] = [content[a]!, content[b]!].sort((x, y) => x - y);
      pairs.push({ a, b, strong: Number(verdict === 'strong'), sum: sumOf(found), low: low!, high: high! });
    }
  }
  pairs.sort((x, y) => y.strong - x.strong || y.sum - x.sum || x.low - y.low || x.high - y.high);
  const conflict = (one: readonly number[], other: readonly number[]) =>
    one.some((a) => other.some((b) => verdictOf(facts(a, b)) === 'conflict'));
  for (const { a, b } of pairs) {
    const one = sets.find((set) => set.includes(a))!;
    const other = sets.find((set) => set.includes(b))!;
    if (one === other || conflict(one, other)) continue;
    sets = [...sets.filter((set) => set !== one && set !== other), [...one, ...other]];
  }
  return sets
    .filter((set) => set.length > 1)
    .map((set) => set.map((record) => idOf(records.dataset, record)).sort())
    .sort();
}

describe('judging', () => {
  it('gives the machines that comparing every two records gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(POOL as object[], { minLength: 2, maxLength: 40 }),
        async (records) => {
          const judged = await judgeRecords(records);
          expect(sureMachines(judged)).toEqual(machinesOfTwin(judged));
        },
      ),
      { numRuns: Number(process.env['TWIN_RUNS'] ?? 150) },
    );
  });
});
