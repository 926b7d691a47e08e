import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadsheetText } from '../../../src/wording/spreadsheet-text';

/** Signs that begin a formula, in both widths. */
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/** Pieces of which trouble is made. */
const PIECES = [
  ...SIGNS,
  ';',
  '|',
  '\t',
  '\n',
  '\r',
  '\u2028',
  ' ',
  '\u00a0',
  'a',
  '1',
  '"',
  "'",
  ',',
  '\u0000',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u00ad',
  '\u200b',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u3164',
  '\u{e0041}',
  '\ud800',
  '😀',
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

/** The obvious twin of what is dangerous: each part that some separator makes, without the blanks before it. */
function hasFormula(text: string): boolean {
  return text.split(/[;|\t\n\r\u2028\u2029]/).some((part) => SIGNS.includes(part.trimStart()[0] ?? ''));
}

describe('spreadsheetText', () => {
  it.each([
    ['web01', 'web01'],
    ['lon-ws-1.example.com', 'lon-ws-1.example.com'],
    ['00:50:56:00:00:01, 00:50:56:00:00:02', '00:50:56:00:00:01, 00:50:56:00:00:02'],
    ['', ''],
    ['=1+1', "'=1+1"],
    ['-', "'-"],
    ['\u0007=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['\u200b=1', "'=1"],
    [' =1', " '=1"],
    [';=1+1', ";'=1+1"],
    ['a|@b', "a|'@b"],
    ['a\t=1', "a\t'=1"],
    ['\t=1', "'\t'=1"],
    ['a\r\n-1', "a\r\n'-1"],
    ['＝1', "'＝1"],
    ['a=b;c', 'a=b;c'],
    ['Ünï 😀', 'Ünï 😀'],
  ])('makes of %j %j', (text, expected) => {
    expect(spreadsheetText(text)).toBe(expected);
  });

  it('leaves no formula behind any separator, and nothing unseen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = spreadsheetText(text);
        expect(hasFormula(safe)).toBe(false);
        expect(safe).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cf}\u3164]/u);
        expect(safe).not.toMatch(/^[\t\r]/);
      }),
      { numRuns: 3000 },
    );
  });

  it('adds apostrophes only, and nothing at all to what is harmless', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const seen = text.replace(/(?![\t\n\r])[\p{Cc}\p{Cf}\u3164]/gu, '');
        const safe = spreadsheetText(text);
        expect(safe.replaceAll("'", '')).toBe(seen.replaceAll("'", ''));
        if (!hasFormula(seen) && !/^[\t\r]/.test(seen)) expect(safe).toBe(seen);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([['\t'], [' '], [';'], ['='], ['\u200b']])('takes no longer for 200,000 times %j', (piece) => {
    expect(hasFormula(spreadsheetText(piece.repeat(200_000)))).toBe(false);
  });
});
