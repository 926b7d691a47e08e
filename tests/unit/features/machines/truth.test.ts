import { expect, it } from 'vitest';
import { DEFAULT_JUDGEMENT_SETTINGS } from '../../../../src/features/machines/settings';
import { makeInventory } from '../../../fixtures/machines/inventory';
import { rightnessOf } from '../../../fixtures/machines/rightness';
import { judgeRecords } from './read-cases';

it.each([1, 2, 3])('is as right as it must be on a made-up inventory, seed %i', async (seed) => {
  const made = makeInventory(2000, seed);
  const right = rightnessOf(await judgeRecords(made.records), made);
  expect(right.precision, JSON.stringify([...right.bySituation])).toBeGreaterThanOrEqual(0.995);
  expect(right.recall, JSON.stringify([...right.bySituation])).toBeGreaterThanOrEqual(0.97);
  expect(right.whole).toBeGreaterThanOrEqual(0.98);
  expect(right.causes).toBeGreaterThanOrEqual(0.9);
  expect(right.wrongRedundant).toBe(0);
  const plain = await judgeRecords(made.records, { ...DEFAULT_JUDGEMENT_SETTINGS, useLists: false });
  expect(right.precision - rightnessOf(plain, made).precision).toBeLessThanOrEqual(0.01);
});
