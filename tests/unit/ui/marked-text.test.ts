import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedBy } from '../../../src/ui/parts/grid/move';
import { splitAtWords } from '../../../src/ui/parts/split-at-words';

describe('words that were searched for', () => {
  it('are told apart without regard to case', () => {
    expect(splitAtWords('LON-web01-web', ['web'])).toEqual([
      { text: 'LON-', hit: false },
      { text: 'web', hit: true },
      { text: '01-', hit: false },
      { text: 'web', hit: true },
    ]);
  });

  it('are marked a hundred times at most, so that one letter does not become 100,000 elements', () => {
    const pieces = splitAtWords('n'.repeat(100_000), ['n']);
    expect(pieces).toHaveLength(101);
    expect(pieces.map(({ text }) => text).join('')).toHaveLength(100_000);
    expect(pieces.at(-1)?.hit).toBe(false);
  });

  it('never change the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, words) => {
        const lower = words.map((word) => word.toLowerCase());
        expect(
          splitAtWords(text, lower)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('keys in the grid', () => {
  const extent = { rows: 100, columns: 13, page: 20 };
  it.each([
    ['ArrowUp', false, { row: 0, column: 3 }, { row: -1, column: 3 }],
    ['ArrowUp', false, { row: -1, column: 3 }, { row: -1, column: 3 }],
    ['ArrowDown', false, { row: 99, column: 3 }, { row: 99, column: 3 }],
    ['PageDown', false, { row: 90, column: 3 }, { row: 99, column: 3 }],
    ['Home', true, { row: 50, column: 3 }, { row: 0, column: 0 }],
    ['End', true, { row: 50, column: 3 }, { row: 99, column: 12 }],
    ['End', false, { row: 50, column: 3 }, { row: 50, column: 12 }],
  ])('%s leads from %o', (key, mod, from, to) => expect(movedBy(key, mod, from, extent)).toEqual(to));

  it('other keys do not move', () => expect(movedBy('a', false, { row: 1, column: 1 }, extent)).toBeNull());
});
