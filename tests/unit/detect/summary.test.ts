import { expect, it } from 'vitest';
import { ratio } from '../../../src/detect/summary';

it.each([
  [0, 0, 0],
  [0, 5, 0],
  [3, 4, 75],
  [1, 3, 33.3],
  [2, 3, 66.7],
  [1, 2000, 0.1],
  [1, 2001, 0],
  [1, 800, 0.1],
  [3, 2000, 0.2],
  [1096, 5000, 21.9],
  [1005, 1000_00, 1],
  [1045, 100000, 1],
  [1050, 100000, 1.1],
  [4294967295, 4294967295, 100],
])('%i of %i is %f percent', (part, whole, percent) => {
  expect(ratio(part, whole)).toBe(percent);
});
