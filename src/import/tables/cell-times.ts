import { monthNumber } from './month-names';

/** How a column of a table writes its dates; decided by the column, since one cell may fit both orders. */
export type DateOrder = 'dayFirst' | 'monthFirst';

/** `03/11/2026`, `3-11-26`: which of the first two is the day shows only where one is over 12. */
export const NUMBERS = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
/** `03.11.2026` is day first wherever it is written. */
const DOTS = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)/;
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)/;
const COMPACT = /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:T?(\d\d)(\d\d)(\d\d))?Z?$/;
const DAY_AND_NAME =
  /^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})(?:\.|º|er)?[\s-]+(?:de\s+)?(\p{L}{3,12})\.?(?:[\s-]+de)?[\s-]+(\d{4}|\d{2})(?!\d)/u;
/** `Tue Nov 03 07:00:00 UTC 2026`, as Unix and Java print times. */
const UNIX = /^\p{L}{3}\s+(\p{L}{3})\s+(\d{1,2})\s+(\d{1,2}:\d\d:\d\d)\s+(?:([A-Z]{3,4})\s+)?(\d{4})$/u;
/** `Nov 10, 2026 @ 08:00:00.000`, as log searches show times. */
const LOG_SEARCH = /^(\p{L}{3}) (\d{1,2}), (\d{4}) (?:@ )?(\d\d:\d\d:\d\d(?:\.\d+)?)$/u;
const CONSOLE = /^[A-Z][a-z]{2} \d\d, \d{4} \d\d:\d\d [AP]M$/;
const OFFSET = /\s*\b(?:GMT|UTC)\s*([+-])(\d{1,2})(?::?(\d\d))?$/i;
const NAMED_ZONE = /\s+([A-Z]{3,4})$/;
/** Hours east of Greenwich; only abbreviations that mean one zone in console exports. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
};
/** Days since 1899-12-30, as spreadsheet programs count, from 1954 to 2119; as epoch seconds they would be 1970. */
const SERIAL = /^[2-7]\d{4}(?:[.,]\d+)?$/;
const DAYS_TO_1970 = 25_569;
const DAY = 86_400_000;

/**
 * A cell's time in a form that the importer reads. `order` is that of its column; without one, dates with slashes
 * have the month first, as the console writes them, and dates with hyphens the day.
 */
export function timeOfCell(cell: string, order: DateOrder | null): string {
  if (CONSOLE.test(cell) || /^\d{4}-\d\d-\d\d[T ]?[\d:.]*Z?$/.test(cell) || /^\d{13}$/.test(cell))
    return cell;
  if (SERIAL.test(cell)) return isoOfSerial(Number(cell.replace(',', '.')));
  const plain = cell.replace(/\[[\w/+-]+\]$/, '').replace(/\s*Uhr$/i, '');
  const text = withZone(withHalf(plain));
  return isoDate(text, order) ?? text;
}

/** The text with its date as YYYY-MM-DD, or `null` where it has none of the forms above. */
function isoDate(text: string, order: DateOrder | null): string | null {
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [whole, first, sign, second, year] = numbers;
    const isDayFirst = order === null ? sign === '-' || Number(first) > 12 : order === 'dayFirst';
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    return dateAnd(year!, month!, day!, text.slice(whole.length));
  }
  const dots = DOTS.exec(text);
  if (dots !== null) return dateAnd(dots[3]!, dots[2]!, dots[1]!, text.slice(dots[0].length));
  const years = YEAR_FIRST.exec(text);
  if (years !== null) return dateAnd(years[1]!, years[2]!, years[3]!, text.slice(years[0].length));
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, year, month, day, hour = '00', minute = '00', second = '00'] = compact;
    return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
  }
  return namedDate(text);
}

function namedDate(text: string): string | null {
  const search = LOG_SEARCH.exec(text);
  if (search !== null) {
    const month = monthNumber(search[1]!);
    return month === 0 ? null : dateAnd(search[3]!, String(month), search[2]!, ` ${search[4]}`);
  }
  const unix = UNIX.exec(text);
  if (unix !== null) {
    const [, name, day, time, zone = 'UTC', year] = unix;
    const month = monthNumber(name!);
    return month === 0 ? null : withZone(dateAnd(year!, String(month), day!, ` ${time} ${zone}`));
  }
  const named = DAY_AND_NAME.exec(text);
  const month = named === null ? 0 : monthNumber(named[2]!);
  return named === null || month === 0
    ? null
    : dateAnd(named[3]!, String(month), named[1]!, text.slice(named[0].length));
}

/** The date, and the time of day behind it without what stands between: `, 14:05`, ` um 14:05`, ` at 2:05 PM`. */
function dateAnd(year: string, month: string, day: string, rest: string): string {
  const fullYear = year.length === 4 ? year : `20${year}`;
  const date = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time =
    /^(?:[\s,T-]|\b(?:um|at|à|a las|alle|às|om)\b)*(\d{1,2})[:.h](\d\d)(?:[:.](\d\d))?([.,]\d+)?\s*([ap]m)?(.*)$/i.exec(
      rest,
    );
  if (time === null) return `${date}${rest}`;
  const [, hour, minute, second = '00', fraction = '', half, zone] = time;
  const value = half === undefined ? Number(hour) : hourOfHalf(Number(hour), half);
  return `${date} ${String(value).padStart(2, '0')}:${minute}:${second}${fraction}${zone}`;
}

/** The hour of the day from a clock of twelve; 99, which no reader takes, for an hour that it has not. */
function hourOfHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

/** `a.m.`, `p. m.` as AM and PM. */
function withHalf(text: string): string {
  return text.replace(/\b([ap])\.\s?m\.?/i, '$1m');
}

/** `GMT+3`, `UTC-5` and abbreviations as an offset of four digits. */
function withZone(text: string): string {
  const offset = OFFSET.exec(text);
  if (offset !== null) {
    const [whole, sign, hours, minutes = '00'] = offset;
    return `${text.slice(0, -whole.length)} ${sign}${hours!.padStart(2, '0')}${minutes}`;
  }
  const hours = ZONES[NAMED_ZONE.exec(text)?.[1] ?? ''];
  if (hours === undefined) return text;
  const digits = String(Math.abs(hours)).padStart(2, '0');
  return text.replace(NAMED_ZONE, ` ${hours < 0 ? '-' : '+'}${digits}00`);
}

function isoOfSerial(serial: number): string {
  return new Date(Math.round((serial - DAYS_TO_1970) * DAY)).toISOString();
}
