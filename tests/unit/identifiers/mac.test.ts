import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMac, NO_MAC, parseMac, parseMacBytes } from '../../../src/identifiers/mac';

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0) & 255);

/** The accepted notations as patterns; slow and obvious. */
function slowly(text: string): number | null {
  const lower = text.toLowerCase();
  const even =
    /^(?:[0-9a-f]{12}|([0-9a-f]{2})(?:([:.-])[0-9a-f]{2})(?:\2[0-9a-f]{2}){4}|[0-9a-f]{4}([:.-])[0-9a-f]{4}\3[0-9a-f]{4}|[0-9a-f]{6}[:.-][0-9a-f]{6})$/;
  if (even.test(lower)) return Number.parseInt(lower.replace(/[:.-]/g, ''), 16);
  const short = /^[0-9a-f]{1,2}([:.-])(?:[0-9a-f]{1,2}\1){4}[0-9a-f]{1,2}$/.exec(lower);
  if (short === null) return null;
  return Number.parseInt(
    lower
      .split(short[1]!)
      .map((group) => group.padStart(2, '0'))
      .join(''),
    16,
  );
}

describe('MAC addresses', () => {
  it('are read from every usual notation', () => {
    for (const text of [
      '00:50:56:aa:BB:0c',
      '00-50-56-AA-BB-0C',
      '0050.56aa.bb0c',
      '005056AABB0C',
      '005056-aabb0c',
      ' 0:50:56:aa:bb:c ',
    ])
      expect(formatMac(parseMac(text)!), text).toBe('00:50:56:aa:bb:0c');
  });

  it('of eight bytes, of wrong groups and of other characters are none', () => {
    for (const text of [
      '',
      '00:00:00:00:00:00:00:e0',
      '00:50:56:aa:bb',
      '00:50-56:aa:bb:0c',
      '0:0505:6aa:bb0c',
      '00:50:56:aa:bb:0g',
      '００:50:56:aa:bb:0c',
    ])
      expect(parseMac(text), text).toBeNull();
  });

  it('are read as the obvious patterns do', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF:-.gz'), maxLength: 18 }),
      fc
        .tuple(
          fc.nat(2 ** 48 - 1),
          fc.constantFrom(':', '-', '.', ''),
          fc.constantFrom(2, 4, 6, 3),
          fc.nat(17),
          fc.boolean(),
        )
        .map(([mac, separator, size, at, cut]) => {
          const whole = mac
            .toString(16)
            .padStart(12, '0')
            .match(new RegExp(`.{${size}}`, 'g'))!
            .join(separator);
          return cut ? whole.slice(0, at) + whole.slice(at + 1) : whole;
        }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const mac = parseMacBytes(bytes(value), 0, value.length);
        expect(mac === NO_MAC ? null : mac).toBe(slowly(value));
      }),
      { numRuns: 5000 },
    );
  });
});
