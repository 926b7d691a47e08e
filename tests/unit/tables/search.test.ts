import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNWATCHED } from '../../../src/model/progress';
import { Slices } from '../../../src/model/slices';
import { findRows } from '../../../src/tables/search';
import { FormerSearches, goesOn } from '../../../src/tables/search-cache';
import { searchWords } from '../../../src/wording/search-words';
import { randomResult } from './random-result';

const slices = () => new Slices(UNWATCHED);
const word = fc.constantFrom(
  ...[
    'w',
    'we',
    'web',
    '0',
    '00',
    '00-',
    '00-5',
    '00-50',
    '00-50-56',
    '00:50',
    ':',
    '01,',
    '1',
    '10',
    '10.',
    'q',
  ],
  ...[
    'qagent',
    'qagent,',
    'dns',
    '2026',
    '25',
    'may',
    'ς',
    'σ',
    'ß',
    '\ud800',
    '\ud83d',
    '\ud83d\ude00',
    'windows',
    '0050.56',
  ],
);
const search = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));

describe('findRows', () => {
  it('finds after any other searches what it finds without them', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomResult,
        fc.array(search, { minLength: 1, maxLength: 12 }),
        async ({ dataset, grouping }, searches) => {
          for (const text of searches) {
            const found = await findRows(dataset, grouping, text, slices());
            // Another object of the same content: nothing is known of it.
            expect(found).toEqual(await findRows(dataset, { ...grouping }, text, slices()));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('former searches', () => {
  const goes = (now: string, before: string) => goesOn(searchWords(now), searchWords(before));

  it.each([
    ['web', 'we', true],
    ['10.1 web', 'web', true],
    ['web 10', 'web 10', true],
    ['we', 'web', false],
    ['web', 'web 10', false],
    ['00-50', '00-5', true],
    // With four digits before the point it is part of a MAC, and found without points too.
    ['0050.5', '005', true],
    ['10.1', '10.', true],
    ['00-50-56', '00-50', true],
    ['\ud83d\ude00', '\ud83d', false],
  ])('"%s" goes on from "%s": %s', (now, before, expected) => {
    expect(goes(now, before)).toBe(expected);
  });

  it('start from the one with the fewest rows, and keep the last six', () => {
    const searches = new FormerSearches();
    const keep = (text: string, count: number) =>
      searches.keep({ words: searchWords(text), rows: new Uint8Array(1), count });
    keep('w', 90);
    keep('we', 40);
    keep('web', 3);
    expect(searches.narrowest(searchWords('web1'))?.count).toBe(3);
    expect(searches.narrowest(searchWords('wer'))?.count).toBe(40);
    expect(searches.narrowest(searchWords('x'))).toBeNull();
    for (const other of ['a', 'b', 'c', 'd']) keep(other, 1);
    expect(searches.narrowest(searchWords('wax'))?.count).toBe(1);
    expect(searches.narrowest(searchWords('w'))).toBeNull();
    expect(searches.narrowest(searchWords('wer'))?.count).toBe(40);
  });
});
