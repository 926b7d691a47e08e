import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSensors } from '../../../../src/features/sensor/match/check';
import { suggestDomains } from '../../../../src/features/sensor/suggest/domain-suggestions';
import type { SensorResult } from '../../../../src/features/sensor/types/result';
import { UNWATCHED } from '../../../../src/model/progress';
import { makeDataset } from '../../make-dataset';
import { anySettings, inventories } from './random-inventory';

test('on random inventories each suggested domain does exactly what it says', async () => {
  let suggested = 0;
  await fc.assert(
    fc.asyncProperty(inventories, anySettings, async (assets, any) => {
      // With exclusions a domain may also keep assets apart, which the suggestion does not count.
      const settings = { ...any, excludedHostnames: [] };
      const dataset = makeDataset(assets);
      const before = await checkSensors(dataset, settings, UNWATCHED);
      for (const suggestion of await suggestDomains(before, UNWATCHED)) {
        if (suggestion.kind !== 'domain') continue;
        suggested++;
        const domains = [...settings.domains, suggestion.domain];
        const after = await checkSensors(dataset, { ...settings, domains }, UNWATCHED);
        expect(count(before, after, 0)).toBe(suggestion.moreMerges);
        expect(count(before, after, 1)).toBe(suggestion.moreMergesPassive);
      }
    }),
    { numRuns: 300, seed: 20261123 },
  );
  expect(suggested).toBeGreaterThan(20);
}, 240_000);

/** Assets that now have the outcome: from any other one into managed, only from separate into passive. */
function count(before: SensorResult, after: SensorResult, outcome: number): number {
  const from = (was: number) => (outcome === 0 ? was !== 0 : was === 2);
  return after.outcomes.filter((is, verdict) => is === outcome && from(before.outcomes[verdict]!)).length;
}
