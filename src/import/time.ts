import { isPlaceholder } from '../identifiers/placeholder';
import type { EpochMilliseconds } from '../model/units';

/** What the parsers answer for text that is no time: unlike "never" (`NaN`), it is counted as unreadable. */
export const NO_TIME = Number.NEGATIVE_INFINITY;

/** Numbers below this are seconds: as milliseconds they would lie before 1973-03-03, as seconds after 5138. */
const SECONDS_BELOW = 1e11;
/** The largest time a JavaScript `Date` holds. */
const LATEST = 8.64e15;

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
  const separators =
    bytes[start + 4] === 45 &&
    bytes[start + 7] === 45 &&
    bytes[start + 10] === 84 &&
    bytes[start + 13] === 58 &&
    bytes[start + 16] === 58;
  if (!separators) return Number.NaN;
  const fraction = end - start - 21;
  if (fraction !== -1 && (fraction !== 3 || bytes[start + 19] !== 46)) return Number.NaN;
  return timeOf(
    two(bytes, start) * 100 + two(bytes, start + 2),
    two(bytes, start + 5),
    two(bytes, start + 8),
    two(bytes, start + 11),
    two(bytes, start + 14),
    two(bytes, start + 17),
    fraction === 3 ? two(bytes, start + 20) * 10 + (two(bytes, start + 21) % 10) : 0,
  );
}

/** The number that two digits make; far below zero if one of them is none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Milliseconds of a date that exists, `NaN` otherwise (30 February, hour 25). Counts days itself, with years
 * that begin in March, so that the leap day is the last: an import does this millions of times, and `Date.UTC`
 * with its checks took a tenth of it.
 */
function timeOf(y: number, month: number, d: number, h: number, min: number, s: number, ms: number): number {
  const inRange = y >= 0 && month >= 1 && month <= 12 && d >= 1 && h >= 0 && min >= 0 && s >= 0 && ms >= 0;
  if (!inRange || h > 23 || min > 59 || s > 59) return Number.NaN;
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  if (d > DAYS_IN_MONTH[month - 1]! && !(leap && month === 2 && d === 29)) return Number.NaN;
  const year = month > 2 ? y : y - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  // 719,468 days lie between 0000-03-01 and 1970-01-01.
  const days = era * 146_097 + dayOfEra - 719_468;
  return ((days * 24 + h) * 60 + min) * 60_000 + s * 1000 + ms;
}

/** What .NET's older serialisers write: milliseconds, and a zone that changes nothing. */
const DOTNET = /^\\?\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\\?\/$/;
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const ENGLISH =
  /^(?:[a-z]{3,9},?\s+)?(?:([a-z]{3,9})\.?\s+(\d{1,2})|(\d{1,2})[\s-]+([a-z]{3,9}))[\s,-]+(\d{4})(?:(?:,|\s|at)+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?\s*(?:Z|UTC|GMT|\(utc\))?\s*([+-]\d{2}:?\d{2})?$/i;
const SLASHES =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?\s*(?:Z|UTC|GMT)?\s*([+-]\d{2}:?\d{2})?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** As `parseTimeBytes`, from text; also `/Date(…)/`, `Nov 23, 2026 10:15 AM`, `23 Nov 2026` and `11/23/2026` (month first). */
export function parseTime(text: string): EpochMilliseconds {
  const trimmed = text.trim();
  if (isPlaceholder(trimmed)) return Number.NaN;
  const ticks = DOTNET.exec(trimmed);
  if (ticks !== null) return timeOfMilliseconds(Number(ticks[1]));
  if (/^[+-]?\d+(\.\d+)?(e\+?\d+)?$/i.test(trimmed)) return timeOfNumber(Number(trimmed));
  const time = parseIso(trimmed) ?? parseEnglish(trimmed) ?? parseSlashes(trimmed) ?? Number.NaN;
  return Number.isNaN(time) ? NO_TIME : time;
}

/** .NET's oldest time, 0001-01-01, stands for never: it is below zero. */
function timeOfMilliseconds(value: number): EpochMilliseconds {
  return value <= 0 ? Number.NaN : value > LATEST ? NO_TIME : value;
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
  return time - offsetOf(zone);
}

/** Milliseconds that a zone such as `+03:00` or `-0500` is before UTC; 0 for any other text. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone[0] === '-' ? -minutes : minutes) * 60_000;
}

function parseEnglish(text: string): number | null {
  const match = ENGLISH.exec(text);
  if (match === null) return null;
  const [, monthFirst, dayAfter, dayFirst, monthAfter, y, h, min, s, half, zone] = match;
  const name = (monthFirst ?? monthAfter ?? '').slice(0, 3).toLowerCase();
  const time = timeOf(
    Number(y),
    MONTHS.indexOf(name) + 1,
    Number(dayAfter ?? dayFirst),
    hourOf(h, half),
    Number(min ?? 0),
    Number(s ?? 0),
    0,
  );
  return time - offsetOf(zone);
}

function parseSlashes(text: string): number | null {
  const match = SLASHES.exec(text);
  if (match === null) return null;
  const [, first, second, y, h, min, s, half, zone] = match;
  const dayFirst = Number(first) > 12;
  const time = timeOf(
    Number(y),
    Number(dayFirst ? second : first),
    Number(dayFirst ? first : second),
    hourOf(h, half),
    Number(min ?? 0),
    Number(s ?? 0),
    0,
  );
  return time - offsetOf(zone);
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
