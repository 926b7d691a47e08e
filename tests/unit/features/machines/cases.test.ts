import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../../src/features/machines/evidence/evidence';
import { CASES, idOf, judgeRecords, type MachineCase, partitionOf } from './read-cases';

const inOneExport = CASES.filter(({ group }) => group !== 'over time' && group !== 'import');

describe.each(inOneExport.map((one) => [`${one.case} ${one.title}`, one] as const))(
  'case %s',
  (_name, one) => {
    it('parts the records as the truth says', async () => {
      const judged = await judgeRecords(one.records);
      const accepted = [one.truth.machines, ...one.truth.alsoAccepted].map(sortedSets);
      expect(accepted).toContainEqual(partitionOf(judged));
    });

    it('comes to an accepted verdict for each pair', async () => {
      const judged = await judgeRecords(one.records);
      const at = indexById(one, judged.records.dataset);
      for (const { a, b, verdict, alsoAccepted } of one.pairs) {
        const found = evidenceOf(judged.records, judged.shared, at.get(a)!, at.get(b)!).verdict;
        expect([verdict, ...alsoAccepted], `${a} and ${b}`).toContain(found);
      }
    });

    it('names the cause', async () => {
      const { judgement } = await judgeRecords(one.records);
      const causes = [...judgement.machines, ...judgement.apart, ...judgement.hidden].map(
        ({ cause }) => cause,
      );
      if (one.cause === 'none') expect(causes).toEqual([]);
      else expect(causes).toContain(one.cause);
    });

    it('keeps and lists what it should', async () => {
      const { judgement, records } = await judgeRecords(one.records);
      const id = (asset: number) => idOf(records.dataset, asset);
      const redundant = judgement.machines.flatMap((machine) => machine.redundant.map(id)).sort();
      expect(redundant).toEqual([...one.redundant].sort());
      for (const never of one.neverInAList) expect(redundant).not.toContain(never);
      for (const keep of one.keep) expect(redundant).not.toContain(keep);
      const survivors = judgement.machines.flatMap(({ keep }) => (keep === null ? [] : [id(keep)]));
      if (one.redundant.length > 0) expect(one.keep).toEqual(expect.arrayContaining(survivors));
      if (one.keep.length === 0) expect(survivors).toEqual([]);
    });
  },
);

function sortedSets(sets: readonly (readonly string[])[]): string[][] {
  return sets.map((set) => [...set].sort()).sort();
}

function indexById(_one: MachineCase, dataset: Parameters<typeof idOf>[0]): Map<string, number> {
  return new Map(Array.from({ length: dataset.size }, (_, asset) => [idOf(dataset, asset), asset]));
}
