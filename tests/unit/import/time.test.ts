import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_TIME, parseTimeBytes } from '../../../src/import/time';
import { encode } from './read-json';

const parse = (text: string) => parseTimeBytes(encode(text), 0, encode(text).length);

describe('times', () => {
  it('are read from every form that exports have', () => {
    const cases: [string, number][] = [
      ['1760000000123', 1_760_000_000_123],
      ['1760000000', 1_760_000_000_000],
      ['2026-05-25T14:21:10.000Z', Date.UTC(2026, 4, 25, 14, 21, 10)],
      ['2026-05-25T14:21:10Z', Date.UTC(2026, 4, 25, 14, 21, 10)],
      ['2026-05-25T14:21:10.123456+02:00', Date.UTC(2026, 4, 25, 12, 21, 10, 123)],
      ['2026-05-25 14:21', Date.UTC(2026, 4, 25, 14, 21)],
      ['2026-05-25', Date.UTC(2026, 4, 25)],
      ['Nov 23, 2026 10:15:00 PM', Date.UTC(2026, 10, 23, 22, 15)],
      ['23 November 2026', Date.UTC(2026, 10, 23)],
      ['11/23/2026 12:05 AM', Date.UTC(2026, 10, 23, 0, 5)],
      ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ];
    for (const [text, time] of cases) expect(parse(text), text).toBe(time);
  });

  it('zero, minus one and nothing mean never', () => {
    for (const text of ['0', '-1', '', ' ', 'null', 'N/A', 'never', '-']) expect(parse(text), text).toBeNaN();
  });

  it('what cannot be read is not taken for never', () => {
    for (const text of [
      'soon',
      '2026-02-30T00:00:00Z',
      '2025-02-29',
      '2026-13-01',
      '2026-01-01T25:00:00Z',
      '1e300',
      '20260101T',
    ])
      expect(parse(text), text).toBe(NO_TIME);
  });

  it('of four hundred years are those of Date', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(2200, 0) }), (time) => {
        expect(parse(new Date(time).toISOString())).toBe(time);
      }),
      { numRuns: 5000 },
    );
  });
});
