/** Ids have a few dozen digits at most; `1e999999999` must not become a text of a gigabyte. */
const MOST_DIGITS = 40;

/**
 * A JSON number as exact decimal digits where it is a whole number of at most 40 digits: `1.0` → `1`, `12e3` →
 * `12000`. All else stays as it is written. No floating point: ids lie beyond 2⁵³.
 */
export function exactDecimal(number: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number);
  if (match === null) return number;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent) - fraction.length;
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  if (digits === '0') return '0';
  if (shift >= 0) return digits.length + shift <= MOST_DIGITS ? sign + digits + '0'.repeat(shift) : number;
  const kept = digits.slice(0, shift);
  return kept !== '' && /^0+$/.test(digits.slice(shift)) ? sign + kept : number;
}
