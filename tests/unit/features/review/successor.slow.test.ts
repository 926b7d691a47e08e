import { expect, test } from 'vitest';
import { compareWithFresh, compareWithTwin } from './compare';

test('many decisions come to the same in a successor as by a slow twin', { timeout: 120_000 }, async () => {
  expect([...(await compareWithTwin(60, 90))].sort()).toEqual(['absent', 'asked', 'contradicted', 'holds']);
});

test('many states that were kept up are those that are made anew', { timeout: 120_000 }, async () => {
  await compareWithFresh(60, 120);
});
