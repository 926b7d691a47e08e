import fc from 'fast-check';
import { expect } from 'vitest';
import type { Decision } from '../../../../src/model/decision';
import { UNWATCHED } from '../../../../src/model/progress';
import { repeatable } from '../../../fixtures/generate.mjs';
import { must, silent } from '../../worker/support';
import { decideAtRandom, type Reviewing, reviewing, successorOf } from './random-review';
import { inventory } from './support';
import { type Fate, fatesOf } from './twin';

async function decisionsIn({ review }: Reviewing): Promise<Decision[]> {
  const saved = must(await review.calls.saveDecisions(silent));
  return JSON.parse(await saved.blob.text()).decisions;
}

/** What the engine makes of each decision. */
async function fatesIn(one: Reviewing, decisions: readonly Decision[]): Promise<Map<string, Fate>> {
  const { standing, asked } = await one.review.source.decisions(UNWATCHED);
  const items = new Map<string, Fate>(decisions.map(({ id }) => [id, 'absent']));
  for (const { id } of asked) items.set(id, 'asked');
  for (const { id } of standing) items.set(id, 'holds');
  return items;
}

/** Compares the engine with the twin on random decisions, in the same dataset and in a successor. */
export async function compareWithTwin(runs: number, size: number): Promise<Set<Fate>> {
  const met = new Set<Fate>();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
      const random = repeatable(seed);
      const records = inventory(size + random.below(size), seed);
      const one = reviewing();
      await one.open(records);
      await decideAtRandom(one, random, 30);
      const decisions = await decisionsIn(one);
      for (const next of [records, successorOf(records, random)]) {
        const dataset = await one.open(next);
        must(await one.review.calls.review(silent));
        const expected = fatesOf(dataset, one.source, decisions);
        for (const fate of expected.values()) met.add(fate);
        // The engine hands on contradicted decisions as those that are asked.
        const plain = [...expected].map(([id, fate]) => [id, fate === 'contradicted' ? 'asked' : fate]);
        expect([...(await fatesIn(one, decisions))].sort()).toEqual(plain.sort());
      }
    }),
    { numRuns: runs },
  );
  return met;
}

/** Compares a state that was kept up decision by decision with one that is made anew. */
export async function compareWithFresh(runs: number, size: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
      const records = inventory(size, seed);
      const one = reviewing();
      await one.open(records);
      await decideAtRandom(one, repeatable(seed), 30);
      const look = async () => ({
        figures: { ...must(await one.review.calls.review(silent)).figures, perHour: null },
        settled: (await one.review.source.settled(UNWATCHED)).map(({ decision, ...machine }) => ({
          ...machine,
          decision: decision?.id ?? null,
        })),
      });
      const kept = await look();
      await one.open(records);
      expect(await look()).toEqual(kept);
    }),
    { numRuns: runs },
  );
}
