import { plainCell } from './cell-text';

/** What spreadsheet programs and data frames make of a long number; its last digits are gone, or may be. */
const POWER_OF_TEN = /^\d+([.,]\d+)?e\+?\d+$/i;
/** What a spreadsheet program shows, and saves to text, where a column is too narrow. */
const TOO_NARROW = /^#{3,}$/;
/** `700,100,001`, `700.100.001`, `700 100 001`, `700'100'001`. */
const THOUSANDS = /^\d{1,3}(?:([.,'’ \u00a0\u202f])\d{3})(?:\1\d{3})*$/;
const DECIMALS = /^(\d+)[.,]0+$/;
const DIGITS = /^\d+$/;
const BETWEEN_IDS = /[,;|/&\s]+/;
const BRACKETS = /[[\](){}"'’]/g;

/** Whether an id has lost digits on its way through a spreadsheet program: `7.001E+11`, `######`. */
export function hasLostDigits(id: string): boolean {
  return POWER_OF_TEN.test(id) || TOO_NARROW.test(id);
}

/** An id as whole digits where a program made `9001.0`, `9001,0` or `700,100,001` of it. */
export function wholeId(id: string): string {
  if (DIGITS.test(id)) return id;
  if (THOUSANDS.test(id)) return id.replace(/\D/g, '');
  return DECIMALS.exec(id)?.[1] ?? id;
}

/** An ID that Doublet gave: that of two machines, the second one's (`RepeatedIds`). */
const KEPT_APART = /^\d+ \(\d+\)$/;

/** The ids in a cell: several where it holds nothing but numbers, as `1, 2`, on lines, or as a list in brackets. */
export function idsOfCell(cell: string): readonly string[] {
  const text = plainCell(cell);
  const whole = wholeId(text);
  if (DIGITS.test(whole) || KEPT_APART.test(whole)) return [whole];
  const parts = text.replace(BRACKETS, ' ').split(BETWEEN_IDS);
  const ids = parts.filter((part) => part !== '').map(wholeId);
  return ids.length > 0 && ids.every((id) => DIGITS.test(id)) ? ids : [text];
}
