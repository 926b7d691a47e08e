import { describe, expect, it } from 'vitest';
import { estimate } from '../../../../../src/features/gateway/api/count';
import { backoff, readLimitHeaders } from '../../../../../src/features/gateway/api/limits';

const NOW = Date.UTC(2026, 4, 25, 12);
const wait = (headers: Record<string, string>) =>
  readLimitHeaders(new Headers(headers), NOW).waitMilliseconds;

describe('readLimitHeaders', () => {
  it.each([
    [{ 'Retry-After': '120' }, 120_000],
    [{ 'Retry-After': 'Mon, 25 May 2026 12:01:00 GMT' }, 60_000],
    [{ 'Retry-After': 'Mon, 25 May 2026 11:00:00 GMT' }, null],
    [{ 'Retry-After': 'Thu, 25 May 2056 12:01:00 GMT' }, null],
    [{ 'Retry-After': '1e9' }, null],
    [{ 'Retry-After': '' }, null],
    [{ 'X-RateLimit-ToWait-Sec': '0' }, 0],
    [{ 'X-RateLimit-ToWait-Sec': '7', 'Retry-After': '9' }, 7_000],
    [{}, null],
  ])('%j → %s', (headers, expected) => {
    expect(wait(headers as unknown as Record<string, string>)).toBe(expected);
  });
});

describe('backoff', () => {
  it('doubles up to five minutes, half of it random', () => {
    expect([1, 2, 3, 9, 99].map((attempt) => [backoff(attempt, 0), backoff(attempt, 0.999999)])).toEqual([
      [1000, 2000],
      [2000, 4000],
      [4000, 8000],
      [150_000, 300_000],
      [150_000, 300_000],
    ]);
  });
});

describe('estimate', () => {
  it.each([
    [0, 300, 1, 0],
    [90_000, 300, 300, 0],
    [90_001, 300, 301, 3_600_000],
    [1_000_000, 300, 3334, 11 * 3_600_000],
    [1000, 100, 10, 0],
  ])('%i assets, %i a page: %i calls, at least %i ms', (assets, size, calls, milliseconds) => {
    expect(estimate(assets, size, null)).toMatchObject({ calls, milliseconds, limitKnown: false });
  });
});
