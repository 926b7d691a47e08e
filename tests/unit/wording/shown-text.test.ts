import { describe, expect, it } from 'vitest';
import { LONGEST_SHOWN, shownText } from '../../../src/wording/shown-text';

describe('text on the screen', () => {
  it('is as it is up to the limit', () => {
    for (const text of ['', 'web01', 'x'.repeat(LONGEST_SHOWN)]) expect(shownText(text)).toBe(text);
  });

  it('is cut behind it, and says how long it is', () => {
    expect(shownText('x'.repeat(100_000))).toBe(`${'x'.repeat(LONGEST_SHOWN)}… (100,000 characters)`);
    expect(shownText('abcdef', 3)).toBe('abc… (6 characters)');
  });

  it('is never cut within a character', () => {
    expect(shownText('ab😀cd', 3)).toBe('ab… (6 characters)');
    expect(shownText('ab😀cd', 4)).toBe('ab😀… (6 characters)');
  });
});
