import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BACK, CHANGED, matchRecords, NEW, STILL } from '../../../../src/features/changes/compare/match';
import { changedIn, relationOf } from '../../../../src/features/changes/compare/relation';
import { identityScore, readIdentities } from '../../../../src/identifiers/identity';
import { textAt } from '../../../../src/model/columns';
import type { Dataset } from '../../../../src/model/dataset';
import { UNWATCHED } from '../../../../src/model/progress';
import { Slices } from '../../../../src/model/slices';
import { makeDataset, type PlainAsset } from '../../make-dataset';

const one = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const record = fc.record(
  {
    assetId: fc.integer({ min: 1, max: 14 }).map(String),
    assetName: one('pc-1', 'pc-2', 'pc-3', 'localhost'),
    agentId: one('a1', 'a2', 'a3', '000'),
    biosSerialNumber: one('SERIAL1', 'SERIAL2', 'SERIAL3', 'None'),
    hardwareUuid: one('637E9334-3155-5023-BB40-D180236437BA', '11251124-0049-5EEE-888F-0FAAB5E9836A'),
    cloudInstanceId: one('i-1', 'i-2'),
    macAddresses: fc.array(fc.constantFrom('8c1759480001', '8c1759480002', '000000000000'), { maxLength: 2 }),
  },
  { requiredKeys: ['assetId'] },
);
const dataset = fc
  .uniqueArray(record, { maxLength: 8, selector: ({ assetId }) => assetId })
  .map((assets) => makeDataset(assets.map(withoutNothing)));

function withoutNothing(asset: object): PlainAsset {
  return Object.fromEntries(Object.entries(asset).filter(([, value]) => value !== undefined));
}

const ids = ({ columns, size }: Dataset) =>
  Array.from({ length: size }, (_, asset) => textAt(columns.assetId, asset));

/** Slow and obvious: by id, then each record that is gone takes the best new one that is left. */
function twin(earlier: Dataset, later: Dataset) {
  const [a, b] = [readIdentities(earlier), readIdentities(later)];
  const before = ids(later).map((id) => ids(earlier).indexOf(id));
  const kinds: number[] = before.map((was, now) =>
    was < 0 ? NEW : changedIn(relationOf(a, was, b, now)).length === 0 ? STILL : CHANGED,
  );
  const gone: number[] = [];
  for (const [record, id] of ids(earlier).entries()) {
    if (ids(later).includes(id)) continue;
    const scores = before.map((was, now) => (was < 0 ? identityScore(a, record, b, now) : 0));
    const best = Math.max(0, ...scores);
    const found = best === 0 ? -1 : scores.indexOf(best);
    if (found < 0) gone.push(record);
    else {
      before[found] = record;
      kinds[found] = BACK;
    }
  }
  return { kinds, before, gone };
}

it('matches as the slow twin does, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(dataset, dataset, async (earlier, later) => {
      const sameId = (a: number, b: number) => ids(earlier)[a] === ids(later)[b];
      const found = await matchRecords(
        readIdentities(earlier),
        readIdentities(later),
        sameId,
        new Slices(UNWATCHED),
      );
      const expected = twin(earlier, later);
      expect({ kinds: [...found.kinds], before: [...found.before], gone: [...found.gone] }).toEqual(expected);
      const matched = found.before.filter((record) => record >= 0);
      expect(new Set(matched).size).toBe(matched.length);
      expect(matched.length + found.gone.length).toBe(earlier.size);
    }),
    { numRuns: 200 },
  );
});

it('knows nobody again by a value that very many have', async () => {
  const many = (from: number) =>
    makeDataset(
      Array.from({ length: 20 }, (_, at) => ({ assetId: String(from + at), biosSerialNumber: 'SERIAL1' })),
    );
  const found = await matchRecords(
    readIdentities(many(1)),
    readIdentities(many(100)),
    () => false,
    new Slices(UNWATCHED),
  );
  expect(found.gone).toHaveLength(20);
});
