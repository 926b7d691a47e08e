import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KEPT_DATA } from '../../../src/app/kept-data';

const SRC = join(import.meta.dirname, '../../../src');

function sources(): string[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

test('every preference that the page writes or reads is in the list of what is kept', () => {
  const used = sources().flatMap((text) =>
    [...text.matchAll(/\b(?:readPreference|writePreference)(?:<[^>]*>)?\(\s*'([^']+)'/g)].map(
      ([, name]) => `doublet.${name}`,
    ),
  );
  const listed = KEPT_DATA.filter(({ where }) => where === 'localStorage').map(({ name }) => name);
  expect(used.length).toBeGreaterThan(5);
  expect([...new Set(used)].sort()).toEqual([...listed].sort());
});

test('nothing else in the source uses localStorage, and nothing sessionStorage or cookies', () => {
  const using = sources().filter((text) => /\blocalStorage\.|\bsessionStorage\b|document\.cookie/.test(text));
  expect(using).toHaveLength(1);
  expect(using[0]).toContain('export function readPreference');
});

test('every entry says what it is', () => {
  for (const { what } of KEPT_DATA) expect(what).toMatch(/^[A-Z].{10,}/);
});
