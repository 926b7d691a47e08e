import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalIp, compareIps, formatIpv4, parseIp, parseIpv4 } from '../../../src/identifiers/ip-address';

describe('canonicalIp', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    [' 10.0.0.1\t', '10.0.0.1'],
    ['\u00a010.0.0.1', '10.0.0.1'],
    ['255.255.255.255', '255.255.255.255'],
    ['0.0.0.0', '0.0.0.0'],
    ['FE80:0:0:0:0:0:0:1', 'fe80::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::', '::'],
    ['2001:DB8::0:1', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::ffff:a00:1', '10.0.0.1'],
  ])('reads %j as %s', (text, canonical) => {
    expect(canonicalIp(text)).toBe(canonical);
  });

  it.each([
    '',
    ' ',
    '10',
    '10.0.0',
    '10.0.0.0.1',
    '10.0.0.256',
    '10.0.0.01',
    '010.0.0.1',
    '10.0.0.1/8',
    '10..0.1',
    '.10.0.1',
    '10.0.0.',
    '10.0.0.-1',
    '0x10.0.0.1',
    '1e1.0.0.1',
    '10.0.0.1 10.0.0.2',
    'web01',
    'fe80::1::2',
    'fe80:',
    'dead.beef',
  ])('takes %j for no address', (text) => {
    expect(canonicalIp(text)).toBeNull();
  });
});

it('parseIpv4 reads every address that formatIpv4 writes', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), (value) => {
      expect(parseIpv4(formatIpv4(value))).toBe(value);
    }),
  );
});

it('parseIpv4 agrees with a regular expression on texts that are nearly addresses', () => {
  const part = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
  const pattern = new RegExp(`^\\s*${part}\\.${part}\\.${part}\\.${part}\\s*$`);
  const pieces = fc.constantFrom('0', '1', '25', '255', '256', '00', '.', '.', '.', ' ', 'a', '-');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
      const text = parts.join('');
      expect(parseIpv4(text) >= 0).toBe(pattern.test(text));
    }),
    { numRuns: 5000 },
  );
});

it('compareIps orders by number, IPv4 before IPv6', () => {
  const texts = ['9.255.255.255', '10.0.0.2', '10.0.0.10', '200.0.0.1', '::', '::2', '::10', 'ff00::'];
  const shuffled = [...texts].reverse();
  expect(shuffled.sort((a, b) => compareIps(parseIp(a)!, parseIp(b)!))).toEqual(texts);
});
