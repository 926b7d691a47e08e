import { expect, test } from 'vitest';
import { compareWithFresh, compareWithTwin } from './compare';

test('decisions come to the same in a successor as by a slow twin, whatever changed', async () => {
  expect([...(await compareWithTwin(5, 40))]).toEqual(expect.arrayContaining(['absent', 'asked', 'holds']));
});

test('a state that was kept up step by step is the one that is made anew', async () => {
  await compareWithFresh(4, 60);
});
