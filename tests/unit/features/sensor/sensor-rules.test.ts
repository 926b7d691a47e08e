import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const HERE = new URL('.', import.meta.url);

/** The last cell of each line of the tables, without their headers. */
function namedTests(): string[] {
  const text = readFileSync(new URL('../../../sensor-rules.md', HERE), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/\| test \|$/.test(line))
    .map((line) => line.split('|').at(-2)!.trim());
}

test('every test that the table of rules names exists, once', () => {
  const sources = readdirSync(HERE)
    .filter((file) => file.endsWith('.test.ts') && file !== 'sensor-rules.test.ts')
    .map((file) => readFileSync(new URL(file, HERE), 'utf8'))
    .join('\n');
  const names = namedTests();
  expect(names.length).toBeGreaterThan(50);
  for (const name of names) expect([name, sources.split(`test('${name}'`).length - 1]).toEqual([name, 1]);
});

test('the table of rules has all seven rows and all nine worked examples', () => {
  const names = namedTests();
  for (const row of ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']) {
    expect(names.some((name) => name.startsWith(`${row}: `))).toBe(true);
  }
  expect(new Set(names.filter((name) => name.startsWith('worked example: '))).size).toBe(9);
});
