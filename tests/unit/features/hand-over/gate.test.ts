import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Gate } from '../../../../src/features/hand-over/kit/plan';
import type { JudgedDataset } from '../../../../src/features/machines/judge/judge';
import type { SettledMachine } from '../../../../src/model/decision';
import { CASES, idOf, judgeRecords } from '../machines/read-cases';
import { assetLists, decided, filesOf, gateOf, OPEN_GATE, planOf, proposalsOf } from './kit-of';

/** All named cases in one export; host ids in a range of their own, some of them shared. */
function inventory(): unknown[] {
  return CASES.filter(({ group }) => group !== 'over time' && group !== 'import')
    .flatMap(({ records }) => records)
    .map((record, at) => ({ ...record, hostId: at % 3 === 0 ? null : 4_000_000_000 + (at % 90) }));
}

let judged: JudgedDataset;
beforeAll(async () => {
  judged = await judgeRecords(inventory());
});

/** What must never stand in a list, found in the finished files. */
async function wrongIn(machines: readonly SettledMachine[], gate: Gate | undefined): Promise<string[]> {
  const plan = planOf(judged, machines, gate === undefined ? {} : { gate });
  const { texts } = await filesOf(plan);
  const { dataset, size } = judged.records;
  const strict = gateOf(judged);
  const assetOf = new Map(Array.from({ length: size }, (_, asset) => [idOf(dataset, asset), asset]));
  const keepOf = new Map(plan.redundant.map(({ assetId, keep }) => [assetId, keep]));
  const survivors = new Set(machines.map(({ keep }) => keep));
  const wrong: string[] = [];
  for (const [list, ids] of assetLists(texts)) {
    if (new Set(ids).size !== ids.length) wrong.push(`${list}: an id twice`);
    for (const id of ids) {
      const asset = assetOf.get(id);
      if (!/^\d+$/.test(id) || asset === undefined) {
        wrong.push(`${list}: ${id} is of another space`);
        continue;
      }
      if (strict.hasLivingAgent(asset)) wrong.push(`${list}: ${id} is alive`);
      if (survivors.has(asset)) wrong.push(`${list}: ${id} is a survivor`);
      if (strict.inConflict(asset, keepOf.get(id)!)) wrong.push(`${list}: ${id} is in conflict`);
      if (judged.judgement.hidden.some((hidden) => hidden.asset === asset))
        wrong.push(`${list}: ${id} collides`);
    }
  }
  const hostIds = texts.get('host-ids.txt')!.split('\r\n').filter(Boolean);
  if (new Set(hostIds).size !== hostIds.length) wrong.push('host-ids.txt: an id twice');
  for (const id of hostIds)
    if (assetOf.has(id) || Number(id) < 4e9) wrong.push(`host-ids.txt: ${id} is an asset id`);
  return wrong;
}

/** Decisions as a person who is wrong about everything makes them: any records, any of them to keep, over and over. */
const wrongHeaded = () =>
  fc.array(
    fc.uniqueArray(fc.nat({ max: judged.records.size - 1 }), { minLength: 2, maxLength: 5 }).chain((assets) =>
      fc.record({
        assets: fc.constant(assets),
        keep: fc.option(fc.oneof(fc.constantFrom(...assets), fc.nat({ max: judged.records.size - 1 }))),
      }),
    ),
    { maxLength: 12 },
  );

describe('the gate at the writing', () => {
  it('keeps out what must never be listed, whatever was decided', async () => {
    await fc.assert(
      fc.asyncProperty(wrongHeaded(), async (decisions) => {
        const machines = [
          ...proposalsOf(judged),
          ...decisions.map(({ assets, keep }) => decided(assets, keep)),
        ];
        expect(await wrongIn(machines, undefined)).toEqual([]);
      }),
      { numRuns: 18 },
    );
  });

  it('lists what the judgement lists where nobody decided otherwise', async () => {
    const plan = planOf(judged, proposalsOf(judged));
    const strong = judged.judgement.machines.filter(({ strength }) => strength === 'strong');
    const hidden = new Set(judged.judgement.hidden.map(({ asset }) => asset));
    const expected = strong.flatMap(({ redundant }) => redundant).filter((asset) => !hidden.has(asset));
    expect(plan.redundant.map(({ asset }) => asset)).toEqual(expected.sort((a, b) => a - b));
    expect(plan.redundant.length).toBeGreaterThan(5);
  });

  it('is what keeps them out: with an open gate the same decisions list living agents and conflicts', async () => {
    const { records } = judged;
    const alive = [...records.alive.keys()].filter((asset) => records.alive[asset] === 1);
    const wrong = await wrongIn([decided(alive.slice(0, 6), alive[0]!)], OPEN_GATE);
    expect(wrong.some((text) => text.endsWith('is alive'))).toBe(true);
    expect(wrong.some((text) => text.endsWith('is in conflict'))).toBe(true);
    expect(await wrongIn([decided(alive.slice(0, 6), alive[0]!)], undefined)).toEqual([]);
  });

  it('lists nothing of a record that is in two machines, or is kept by another', () => {
    const [first, second] = planOf(judged, proposalsOf(judged)).redundant.map(({ machine }) => machine);
    const twice = planOf(judged, [decided(first!.assets, first!.keep), decided(first!.assets, first!.keep)]);
    expect(twice.redundant).toEqual([]);
    expect(new Set(twice.leftOut.map(({ reason }) => reason))).toContain('twice');
    const swapped = decided([first!.keep!, second!.keep!], second!.keep);
    const plan = planOf(judged, [decided(first!.assets, first!.keep), swapped]);
    expect(plan.redundant.map(({ asset }) => asset)).not.toContain(first!.keep);
  });
});
