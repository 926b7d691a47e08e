/**
 * Control and format characters, which no one sees and some spreadsheets skip before they look for a formula; tabs
 * and line breaks stay. Fillers (U+115F, U+1160, U+3164, U+FFA0) and the blank of Braille take room and show nothing.
 */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0\ufffe\uffff]/gu;

/**
 * Where a spreadsheet may begin a cell: at the start, and behind `;`, tab, `|` and line breaks, since which of them
 * ends a cell is a setting of its user. Blanks do not save the rest from being a formula; the signs in full width
 * begin one in East Asian versions. The sign is looked for first, so that each run of blanks is walked through once.
 */
const FORMULA = /(?=[=+\-@\uff1d\uff0b\uff0d\uff20])(?<=(?:^|[;|\t\n\r\u2028\u2029])\s*)./g;

/** Most cells: nothing to look for. */
const PLAIN = /^\w[\w .:,/()-]*$/;

/** A tab or a line break in front moves what follows into a cell of its own. */
const BREAK_FIRST = /^[\t\r]/;

/**
 * Text on its way into a spreadsheet, through a CSV file or the clipboard: without characters that nobody sees, and
 * with `'` before each place where a spreadsheet would read a formula. All else stays as it is.
 */
export function spreadsheetText(text: string): string {
  if (PLAIN.test(text)) return text;
  const disarmed = text.replace(UNSEEN, '').replace(FORMULA, "'$&");
  return BREAK_FIRST.test(disarmed) ? `'${disarmed}` : disarmed;
}
