import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settledMachine } from '../../../../src/features/review/standing/settled';
import type { SettledMachine } from '../../../../src/model/decision';
import type { JudgementSource } from '../../../../src/model/judgement-source';
import { UNWATCHED } from '../../../../src/model/progress';
import { repeatable } from '../../../fixtures/generate.mjs';
import { decideAtRandom, reviewing } from './random-review';
import { inventory } from './support';

/** What must never be in a list, in words; none where all is well. */
function faultsOf(machines: readonly SettledMachine[], source: JudgementSource): string[] {
  const faults: string[] = [];
  const listed = machines.flatMap(({ redundant }) => redundant);
  const survivors = new Set(machines.map(({ keep }) => keep));
  const members = machines.flatMap(({ assets }) => assets);
  if (new Set(listed).size !== listed.length) faults.push('an asset twice');
  if (new Set(members).size !== members.length) faults.push('an asset in two machines');
  for (const { keep, redundant, assets } of machines) {
    for (const asset of redundant) {
      if (keep === null) faults.push('no survivor');
      else if (source.inConflict(asset, keep)) faults.push('a conflict');
      if (survivors.has(asset)) faults.push('a survivor');
      if (source.hasLivingAgent(asset)) faults.push('a living agent');
      if (!assets.includes(asset)) faults.push('an asset of another machine');
    }
  }
  return faults;
}

const seeds = fc.integer({ min: 1, max: 1e6 });

test('no list holds what must never be there, whatever people decide', async () => {
  let listed = 0;
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const one = reviewing();
      await one.open(inventory(80, seed));
      await decideAtRandom(one, repeatable(seed), 40);
      const machines = await one.review.source.settled(UNWATCHED);
      listed += machines
        .filter(({ decision }) => decision !== null)
        .reduce((sum, { redundant }) => sum + redundant.length, 0);
      expect(faultsOf(machines, one.source)).toEqual([]);
      const judgement = await one.source.judgement(UNWATCHED);
      const decided = new Map(machines.flatMap((machine) => machine.assets.map((asset) => [asset, machine])));
      for (const proposed of judgement.machines) {
        const machine = decided.get(proposed.assets[0]!);
        // A proposal stands whole, or not at all.
        if (machine?.decision === null) expect(machine.assets).toEqual(proposed.assets);
      }
    }),
    { numRuns: 6 },
  );
  expect(listed).toBeGreaterThan(5);
});

test('the control: without the gate the same decisions do list what must never be there', async () => {
  const found = new Set<string>();
  for (const seed of [1, 2, 3]) {
    const one = reviewing();
    await one.open(inventory(120, seed));
    await decideAtRandom(one, repeatable(seed), 60);
    const judgement = await one.source.judgement(UNWATCHED);
    const open = {
      survivor: one.source.survivor,
      redundant: (_: number | null, candidates: readonly number[]) => candidates,
    };
    const machines = (await one.review.source.settled(UNWATCHED))
      .filter(({ decision }) => decision !== null)
      .map(({ assets, decision }) =>
        settledMachine(judgement, open, {
          assets,
          by: [{ decision: decision!, assets, seen: assets, keep: null, changed: [] }],
        }),
      );
    for (const fault of faultsOf(machines, one.source)) found.add(fault);
  }
  expect([...found].sort()).toEqual(expect.arrayContaining(['a conflict', 'a living agent', 'a survivor']));
});
