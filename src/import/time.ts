import type { EpochMilliseconds } from '../model/units';

/** What the parsers answer for text that is no time: unlike "never" (`NaN`), it is counted as unreadable. */
export const NO_TIME = Number.NEGATIVE_INFINITY;

/** Numbers below this are seconds: as milliseconds they would lie before 1973-03-03, as seconds after 5138. */
const SECONDS_BELOW = 1e11;
/** The largest time a JavaScript `Date` holds. */
const LATEST = 8.64e15;
const NEVER = new Set(['', '-', 'n/a', 'na', 'never', 'none', 'null']);

/**
 * Reads a time: epoch milliseconds (as a number or as digits), epoch seconds where the number is below 10¹¹,
 * or ISO text; text without a zone is UTC. Zero, negative numbers and "" mean never, `NaN`. `NO_TIME` for what
 * cannot be read.
 */
export function parseTimeBytes(bytes: Uint8Array, start: number, end: number): EpochMilliseconds {
  const length = end - start;
  if (length === 13) {
    let value = 0;
    let at = start;
    for (; at < end; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === end && value > SECONDS_BELOW) return value;
  }
  if (length >= 20 && length <= 24 && bytes[end - 1] === 90) {
    const time = parseUtc(bytes, start, end);
    if (!Number.isNaN(time)) return time;
  }
  return parseTime(latin(bytes, start, end));
}

/** `YYYY-MM-DDThh:mm:ss[.mmm]Z`, by far the commonest; `NaN` for all else. */
function parseUtc(bytes: Uint8Array, start: number, end: number): number {
  const number = (at: number, digits: number): number => {
    let value = 0;
    for (let i = start + at; i < start + at + digits; i++) {
      const digit = bytes[i]! - 48;
      if (digit < 0 || digit > 9) return Number.NaN;
      value = value * 10 + digit;
    }
    return value;
  };
  const is = (at: number, byte: number) => bytes[start + at] === byte;
  if (!is(4, 45) || !is(7, 45) || !is(10, 84) || !is(13, 58) || !is(16, 58)) return Number.NaN;
  const fraction = end - start - 21;
  if (fraction >= 0 && !is(19, 46)) return Number.NaN;
  if (fraction !== -1 && fraction !== 3) return Number.NaN;
  return timeOf(
    number(0, 4),
    number(5, 2),
    number(8, 2),
    number(11, 2),
    number(14, 2),
    number(17, 2),
    fraction === 3 ? number(20, 3) : 0,
  );
}

/** Milliseconds of a date that exists, `NaN` otherwise (30 February, hour 25). */
function timeOf(y: number, month: number, d: number, h: number, min: number, s: number, ms: number): number {
  const inRange = y >= 0 && month >= 1 && month <= 12 && d >= 1 && h >= 0 && min >= 0 && s >= 0 && ms >= 0;
  if (!inRange || h > 23 || min > 59 || s > 59) return Number.NaN;
  if (d > new Date(Date.UTC(2000 + (y % 400), month, 0)).getUTCDate()) return Number.NaN;
  const years = Date.UTC(y + 400, month - 1, d, h, min, s, ms);
  // `Date.UTC` takes years 0 to 99 for 1900 to 1999; 400 years are always 146,097 days.
  return y < 100 ? years - 146_097 * 86_400_000 : Date.UTC(y, month - 1, d, h, min, s, ms);
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const ENGLISH =
  /^(?:[a-z]{3,9},?\s+)?(?:([a-z]{3,9})\.?\s+(\d{1,2})|(\d{1,2})[\s-]+([a-z]{3,9}))[\s,-]+(\d{4})(?:(?:,|\s|at)+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?\s*(?:Z|UTC|GMT|\(utc\))?$/i;
const SLASHES =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?\s*(?:Z|UTC|GMT)?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** As `parseTimeBytes`, from text; also `Nov 23, 2026 10:15 AM`, `23 Nov 2026` and `11/23/2026` (month first). */
export function parseTime(text: string): EpochMilliseconds {
  const trimmed = text.trim();
  if (NEVER.has(trimmed.toLowerCase())) return Number.NaN;
  if (/^[+-]?\d+(\.\d+)?(e\+?\d+)?$/i.test(trimmed)) return timeOfNumber(Number(trimmed));
  const time = parseIso(trimmed) ?? parseEnglish(trimmed) ?? parseSlashes(trimmed) ?? Number.NaN;
  return Number.isNaN(time) ? NO_TIME : time;
}

function timeOfNumber(value: number): EpochMilliseconds {
  if (value <= 0) return Number.NaN;
  const time = Math.trunc(value < SECONDS_BELOW ? value * 1000 : value);
  return time > LATEST ? NO_TIME : time;
}

function parseIso(text: string): number | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, y, month, d, h = '0', min = '0', s = '0', fraction = '', zone = 'Z'] = match;
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const time = timeOf(Number(y), Number(month), Number(d), Number(h), Number(min), Number(s), ms);
  if (!/^[+-]/.test(zone)) return time;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return time - (zone[0] === '-' ? -minutes : minutes) * 60_000;
}

function parseEnglish(text: string): number | null {
  const match = ENGLISH.exec(text);
  if (match === null) return null;
  const [, monthFirst, dayAfter, dayFirst, monthAfter, y, h, min, s, half] = match;
  const name = (monthFirst ?? monthAfter ?? '').slice(0, 3).toLowerCase();
  return timeOf(
    Number(y),
    MONTHS.indexOf(name) + 1,
    Number(dayAfter ?? dayFirst),
    hourOf(h, half),
    Number(min ?? 0),
    Number(s ?? 0),
    0,
  );
}

function parseSlashes(text: string): number | null {
  const match = SLASHES.exec(text);
  if (match === null) return null;
  const [, first, second, y, h, min, s, half] = match;
  const dayFirst = Number(first) > 12;
  return timeOf(
    Number(y),
    Number(dayFirst ? second : first),
    Number(dayFirst ? first : second),
    hourOf(h, half),
    Number(min ?? 0),
    Number(s ?? 0),
    0,
  );
}

/** The hour of the day from a clock of twelve or twenty-four hours. */
function hourOf(hour: string | undefined, half: string | undefined): number {
  const value = Number(hour ?? 0);
  if (half === undefined) return value;
  if (value < 1 || value > 12) return Number.NaN;
  return (value % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

/** The bytes as characters; times are ASCII, and what is not is no time. */
function latin(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  const stop = Math.min(end, start + 64);
  for (let at = start; at < stop; at++) text += String.fromCharCode(bytes[at]!);
  return stop < end ? `${text}…` : text;
}
