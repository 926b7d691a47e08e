import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSensors } from '../../../../src/features/sensor/match/check';
import { UNWATCHED } from '../../../../src/model/progress';
import { makeDataset } from '../../make-dataset';
import { anySettings, inventories } from './random-inventory';
import { twinVerdicts } from './twin';
import { plainVerdicts } from './verdicts';

test('verdicts equal those of the slow twin on random inventories with every setting varied', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(inventories, anySettings, async (assets, settings) => {
      const dataset = makeDataset(assets);
      const result = await checkSensors(dataset, settings, UNWATCHED);
      const verdicts = plainVerdicts(dataset, result);
      for (const { outcome, criterion, row } of verdicts) {
        const kind = `${outcome} ${criterion} ${row}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
      expect(verdicts).toEqual(twinVerdicts(assets, settings));
    }),
    // More with SENSOR_RUNS=20000, say.
    { numRuns: Number(process.env['SENSOR_RUNS'] ?? 2000) },
  );
  // The random inventories reach every kind of verdict; else the comparison would show less than it says.
  expect([...seen.keys()].sort()).toEqual([
    'merges correlationId R1',
    'merges hostname R3',
    'merges ipAddress R4',
    'merges ipAddress R6',
    'merges macAddress R2',
    'merges-passive hostname null',
    'merges-passive ipAddress null',
    'merges-passive macAddress null',
    'separate null R5',
    'separate null R7',
    'separate null null',
  ]);
}, 240_000);
