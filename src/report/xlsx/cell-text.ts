/** A cell holds no more (in UTF-16 units); SheetJS throws the whole workbook away over a longer one. */
const LONGEST = 32_767;
const CUT_MARK = ' … (cut: a cell holds 32,767 characters)';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
const BLANK_CONTROL = /[\t\n\v\f\r\u2028\u2029]+/g;
/** What Excel would read as an escaped character: `_x0041_` is `A`. */
const ESCAPE = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * Text as a cell can hold it: control characters removed, line breaks and tabs as blanks, lone surrogates as
 * U+FFFD (they make the file unreadable), nothing that reads as an escape, and not too long.
 */
export function cellText(text: string): string {
  const clean = text
    .replace(BLANK_CONTROL, ' ')
    .replace(CONTROL, '')
    .toWellFormed()
    .replace(ESCAPE, '_x005F_');
  if (clean.length <= LONGEST) return clean;
  return (
    clean
      .slice(0, LONGEST - CUT_MARK.length)
      .toWellFormed()
      .replace(/\ufffd$/, '') + CUT_MARK
  );
}
