import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDnsName } from '../../../src/identifiers/hostname';
import { DEFAULT_IGNORED } from '../../../src/identifiers/ignored-values';
import { parseRange } from '../../../src/identifiers/ip-range';
import { parseMacPattern } from '../../../src/identifiers/mac-pattern';
import { parseNamePattern } from '../../../src/identifiers/name-pattern';

function namePattern(text: string) {
  const reading = parseNamePattern(text);
  if (!reading.ok) throw new Error(reading.fault);
  return reading.pattern;
}

function macPattern(text: string) {
  const reading = parseMacPattern(text);
  if (!reading.ok) throw new Error(reading.fault);
  return reading.pattern;
}

describe('parseNamePattern', () => {
  it('matches as the same pattern written as a regular expression does', () => {
    const text = (letters: string[]) =>
      fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text(['a', 'b', '*', '.']), text(['a', 'b', '.']), (pattern, name) => {
        const reading = parseNamePattern(pattern);
        if (!reading.ok) return;
        const expression = new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\*+/g, '.*')}$`);
        expect(reading.pattern.matches(name)).toBe(expression.test(name));
      }),
      { numRuns: 5000 },
    );
  });

  it('takes many stars against a long name without delay', () => {
    expect(namePattern(`${'*a'.repeat(400)}b`).matches('a'.repeat(100_000))).toBe(false);
  });

  it('compares canonical names', () => {
    expect(namePattern(' LocalHost ').exact).toBe('localhost');
    const reading = parseNamePattern('Web.', canonicalDnsName);
    expect(reading.ok && reading.pattern.exact).toBe('web');
  });

  it.each([
    ['', 'There is no name.'],
    ['***', '“***” stands for every name.'],
  ])('refuses %j', (text, fault) => {
    expect(parseNamePattern(text)).toEqual({ ok: false, fault });
  });
});

describe('parseMacPattern', () => {
  it('matches as the digits do', () => {
    const digit = fc.constantFrom('0', '1', '8', 'f', 'x');
    const pattern = fc.array(digit, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        pattern,
        fc.array(fc.constantFrom(0, 1, 8, 15), { minLength: 12, maxLength: 12 }),
        (digits, other) => {
          fc.pre(digits.some((one) => one !== 'x'));
          const mixed = other.map((one, at) =>
            one === 8 && digits[at] !== 'x' ? digits[at]! : one.toString(16),
          );
          const expected = digits.every((one, at) => one === 'x' || one === mixed[at]);
          expect(macPattern(digits.join('')).matches(Number.parseInt(mixed.join(''), 16))).toBe(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('reads the usual notations', () => {
    for (const text of ['00:00:5E:00:01:XX', '0000.5e00.01xx', '00-00-5e-00-01-xx', ' 00005e0001xx ']) {
      expect(macPattern(text).matches(0x00005e0001ab)).toBe(true);
      expect(macPattern(text).matches(0x00005e0002ab)).toBe(false);
    }
  });

  it('understands eight bytes, which no asset has', () => {
    expect(macPattern('00:00:00:00:00:00:00:e0').matches(0xe0)).toBe(false);
  });

  it.each([
    ['', 'There is no MAC address.'],
    ['xx:xx:xx:xx:xx:xx', '“xx:xx:xx:xx:xx:xx” stands for every MAC address.'],
    [
      '00:00:5e',
      'A MAC address has 12 digits, “00:00:5e” has 6. Write 00:00:5e:xx:xx:xx for all that begin so.',
    ],
    ['00:00:5e:00:00:0*', '“*” is no digit of a MAC address.'],
    ['00:00:5e:00:00:0😀', '“😀” is no digit of a MAC address.'],
  ])('refuses %j', (text, fault) => {
    expect(parseMacPattern(text)).toEqual({ ok: false, fault });
  });
});

describe('DEFAULT_IGNORED', () => {
  it('can be read, entry by entry, and says why', () => {
    for (const { field, pattern, reason } of DEFAULT_IGNORED) {
      const parse = { name: parseNamePattern, macAddress: parseMacPattern, ipv4Address: parseRange }[field];
      expect(parse(pattern).ok, pattern).toBe(true);
      expect(reason).not.toBe('');
    }
  });

  it.each([
    [0x00000c07ac01, true],
    [0x00000c9ff123, true],
    [0x00000c9fe123, false],
    [0x0007b400ab12, true],
    [0x0007b401ab12, false],
    [0x00005e0001ff, true],
    [0x00005e0002ff, true],
    [0x00005e0003ff, false],
    [0xffffffffffff, true],
    [0, true],
    [1, false],
    [0x00e04c010203, false],
  ])('keeps out MAC %i: %s', (mac, kept) => {
    const entries = DEFAULT_IGNORED.filter(({ field, enabled }) => field === 'macAddress' && enabled);
    expect(entries.some(({ pattern }) => macPattern(pattern).matches(mac))).toBe(kept);
  });
});
