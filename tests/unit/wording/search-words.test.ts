import { expect, test } from 'vitest';
import { markedWords, namedNumbers, searchWords } from '../../../src/wording/search-words';

test.each([
  ['group 5', { group: 4, cluster: null, rest: ' ' }],
  ['Cluster 2,403', { group: null, cluster: 2402 }],
  ['web group 5 cluster 3', { group: 4, cluster: 2 }],
  ['workgroup 5', { group: null, cluster: null }],
  ['group 5a', { group: null, cluster: null }],
  ['group', { group: null, cluster: null, rest: 'group' }],
])('a search for %s names', (search, named) => {
  expect(namedNumbers(search)).toMatchObject(named);
});

test.each([
  ['0050.56', '005056'],
  ['0050.', '0050'],
  ['0050.5610.0', '005056100'],
  ['00-50-5', '00:50:5'],
  ['00-50-', '00:50:'],
])('%s, a part of a MAC in another notation, is also looked for as %s', (word, spelling) => {
  expect(searchWords(word)).toEqual([[word, spelling]]);
});

test.each(['10.20', '192.168.1', 'web-01', 'lon-ws', '00505.6', '0050..56', '1.2.3.4'])(
  '%s is looked for as it is',
  (word) => {
    expect(searchWords(word)).toEqual([[word]]);
  },
);

test('the words that are marked are those that are looked for in cells', () => {
  expect(markedWords('Group 5 Web 0050.56')).toEqual(['web', '0050.56', '005056']);
});

test('what stands between quotes is one word, with its blanks', () => {
  expect(searchWords('"28 May 2026" Web "x')).toEqual([['28 may 2026'], ['web'], ['"x']]);
});

test('of a pasted list of asset IDs any is looked for', () => {
  expect(searchWords('43575395, 43575407; 43575442')).toEqual([['43575395', '43575407', '43575442']]);
  expect(searchWords('43575395 43575407')).toEqual([['43575395'], ['43575407']]);
  expect(searchWords('43575395 43575407 web')).toHaveLength(3);
});
