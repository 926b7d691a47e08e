import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainVerdict } from '../../../../src/features/sensor/explain/explain';
import { nearMissesOf } from '../../../../src/features/sensor/explain/near-misses';
import { checkSensors } from '../../../../src/features/sensor/match/check';
import type { SensorSettings } from '../../../../src/features/sensor/types/settings';
import { UNWATCHED } from '../../../../src/model/progress';
import { makeDataset } from '../../make-dataset';
import { anySettings, inventories } from './random-inventory';

test('on random inventories the steps agree with the verdict, and each near miss does what it says', async () => {
  const tried = new Set<string>();
  await fc.assert(
    fc.asyncProperty(inventories, anySettings, async (assets, settings) => {
      const dataset = makeDataset(assets);
      const result = await checkSensors(dataset, settings, UNWATCHED);
      // Merges, unless the passive asset that it would have merged with folds into a managed one instead.
      const again = async (changes: Partial<SensorSettings>, verdict: number, candidate: number) => {
        const after = await checkSensors(dataset, { ...settings, ...changes }, UNWATCHED);
        const other = after.passive.indexOf(candidate);
        return after.outcomes[verdict] !== 2 || (other >= 0 && after.outcomes[other] === 0);
      };
      for (let verdict = 0; verdict < result.passive.length; verdict++) {
        const detail = explainVerdict(result, result.passive[verdict]!)!;
        const decider = detail.steps.find(({ decides }) => decides);
        expect(decider?.criterion ?? null).toBe(detail.criterion);
        expect(detail.outcome !== 'separate' && detail.nearMisses.length > 0).toBe(false);
        for (const { kind, domain, candidate } of nearMissesOf(result, verdict)) {
          tried.add(kind);
          if (kind === 'domain')
            expect(await again({ domains: [...settings.domains, domain!] }, verdict, candidate)).toBe(true);
          if (kind === 'excluded-hostname')
            expect(await again({ excludedHostnames: [] }, verdict, candidate)).toBe(true);
          if (kind === 'mobile') expect(await again({ mobilePatterns: [] }, verdict, candidate)).toBe(true);
          if (kind === 'outside-window') {
            const ranges = settings.ranges.map((range) => ({ ...range, assignment: 'static' as const }));
            expect(await again({ ranges, ipInactivityHours: 1000 }, verdict, candidate)).toBe(true);
          }
          if (kind === 'other-network') {
            const ranges = ['0.0.0.0/0', '::/0'].map((range) => ({ range, assignment: 'static' as const }));
            expect(await again({ networkFeature: false, ranges }, verdict, candidate)).toBe(true);
          }
        }
      }
    }),
    { numRuns: 250, seed: 20261123 },
  );
  expect([...tried].sort()).toEqual([
    'caps',
    'domain',
    'excluded-hostname',
    'mobile',
    'not-evaluated',
    'other-network',
    'outside-window',
  ]);
}, 240_000);

test('on random inventories no domain that would merge an asset is missing from its near misses', async () => {
  await fc.assert(
    fc.asyncProperty(inventories, anySettings, async (assets, any) => {
      // With exclusions a domain may also keep assets apart, which changes what others merge with.
      const settings = { ...any, excludedHostnames: [] };
      const dataset = makeDataset(assets);
      const result = await checkSensors(dataset, settings, UNWATCHED);
      for (const domain of ['org', 'x.org', 'y.x.org', 'z']) {
        const after = await checkSensors(
          dataset,
          { ...settings, domains: [...settings.domains, domain] },
          UNWATCHED,
        );
        for (let verdict = 0; verdict < result.passive.length; verdict++) {
          if (result.outcomes[verdict] !== 2 || after.outcomes[verdict] === 2) continue;
          const named = nearMissesOf(result, verdict).flatMap((miss) => miss.domain ?? []);
          expect(named.includes(domain) || named.length === 3).toBe(true);
        }
      }
    }),
    { numRuns: 80, seed: 20261123 },
  );
}, 240_000);
