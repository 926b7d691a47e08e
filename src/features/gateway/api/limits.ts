import type { EpochMilliseconds } from '../../../model/units';

/** The common limit where the answers name none: 300 calls an hour. */
export const COMMON_LIMIT = { calls: 300, windowMilliseconds: 3_600_000 } as const;

/** A longer wait than this is taken for a mistake of the header: limits are counted by the hour or the day. */
const LONGEST_WAIT = 24 * 3_600_000;
const FIRST_BACKOFF = 2_000;
const LONGEST_BACKOFF = 5 * 60_000;

/** What an answer said about the limit; `null` where it said nothing readable. */
export interface LimitHeaders {
  readonly limit: number | null;
  readonly windowMilliseconds: number | null;
  readonly remaining: number | null;
  /** How long to wait before the next call, in milliseconds. */
  readonly waitMilliseconds: number | null;
}

/**
 * Reads `X-RateLimit-*` and `Retry-After`. Through a CORS proxy these are null unless the proxy exposes them.
 * Waits are whole seconds or an HTTP date; anything else (also negative or over a day) counts as not said.
 */
export function readLimitHeaders(headers: Headers, now: EpochMilliseconds): LimitHeaders {
  const wait =
    readWait(headers.get('X-RateLimit-ToWait-Sec'), now) ?? readWait(headers.get('Retry-After'), now);
  const windowSeconds = readCount(headers.get('X-RateLimit-Window-Sec'));
  return {
    limit: readCount(headers.get('X-RateLimit-Limit')),
    windowMilliseconds: windowSeconds === null || windowSeconds === 0 ? null : windowSeconds * 1000,
    remaining: readCount(headers.get('X-RateLimit-Remaining')),
    waitMilliseconds: wait,
  };
}

/** Whether an answer means "too many calls": 429 at the Gateway, 409 at older endpoints. */
export function isLimited(status: number): boolean {
  return status === 429 || status === 409;
}

/**
 * How long to wait before try number `attempt` (from 1) where nobody said: doubling from two seconds to five
 * minutes, half of it random, so that many pages behind one account do not call in step.
 * @param random a number from 0 (included) to 1 (excluded)
 */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** Math.min(attempt - 1, 20));
  return Math.round(full / 2 + (full / 2) * random);
}

function readCount(text: string | null): number | null {
  return text !== null && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

function readWait(text: string | null, now: EpochMilliseconds): number | null {
  if (text === null) return null;
  const seconds = readCount(text);
  const wait = seconds !== null ? seconds * 1000 : Date.parse(text) - now;
  return wait >= 0 && wait <= LONGEST_WAIT ? wait : null;
}
