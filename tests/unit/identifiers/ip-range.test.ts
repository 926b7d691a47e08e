import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIp } from '../../../src/identifiers/ip-address';
import { formatRange, parseRange } from '../../../src/identifiers/ip-range';

const read = (text: string) => {
  const reading = parseRange(text);
  if (!reading.ok) throw new Error(reading.fault);
  return reading.range;
};

describe('parseRange', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['10.0.0.0/8', '10.0.0.0-10.255.255.255'],
    ['10.0.0.77/24', '10.0.0.0-10.0.0.255'],
    ['10.0.0.77/32', '10.0.0.77'],
    ['0.0.0.0/0', '0.0.0.0-255.255.255.255'],
    ['10.0.0.1 - 10.0.1.9', '10.0.0.1-10.0.1.9'],
    ['fe80::/10', 'fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db8::/33', '2001:db8::-2001:db8:7fff:ffff:ffff:ffff:ffff:ffff'],
    ['::1', '::1'],
    ['::/0', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['fe80::1-fe80::ff', 'fe80::1-fe80::ff'],
    ['::ffff:10.0.0.0/104', '10.0.0.0-10.255.255.255'],
  ])('reads %j as %s', (text, range) => {
    expect(formatRange(read(text))).toBe(range);
  });

  it.each([
    ['', 'There is no address.'],
    ['10.0.0.256', '“10.0.0.256” is not an IP address.'],
    ['web01', '“web01” is not an IP address.'],
    ['10.20.5.*', '“10.20.5.*” is not an IP address. Write 10.20.5.0/24 for all that begin so.'],
    ['10.20.', '“10.20.” is not an IP address. Write 10.20.0.0/16 for all that begin so.'],
    ['300.1', '“300.1” is not an IP address.'],
    ['10.0.0/8', '“10.0.0” is not an IP address.'],
    ['10.0.0.0/33', '“/33” is not a prefix length: for 10.0.0.0 it is /0 to /32.'],
    ['10.0.0.0/', '“/” is not a prefix length: for 10.0.0.0 it is /0 to /32.'],
    ['10.0.0.0/-1', '“/-1” is not a prefix length: for 10.0.0.0 it is /0 to /32.'],
    ['10.0.0.0/255.0.0.0', '“/255.0.0.0” is not a prefix length: for 10.0.0.0 it is /0 to /32.'],
    ['fe80::/129', '“/129” is not a prefix length: for fe80:: it is /0 to /128.'],
    ['::ffff:10.0.0.0/8', '“/8” is not a prefix length: for ::ffff:10.0.0.0 it is /96 to /128.'],
    ['10.0.0.9-10.0.0.1', 'The range runs backwards: 10.0.0.9 comes after 10.0.0.1.'],
    ['10.0.0.1-20', '“20” is not an IP address.'],
    ['10.0.0.1-', 'The last address of the range is missing.'],
    ['-10.0.0.1', 'The first address of the range is missing.'],
    [
      '10.0.0.1-10.0.0.2-10.0.0.3',
      '“10.0.0.1-10.0.0.2-10.0.0.3” is not a range: write first-last, with one dash.',
    ],
    ['10.0.0.1-fe80::1', 'The range mixes IPv4 and IPv6: 10.0.0.1 and fe80::1.'],
  ])('says what is wrong with %j', (text, fault) => {
    expect(parseRange(text)).toEqual({ ok: false, fault });
  });

  it('contains exactly the addresses whose first bits are the prefix', () => {
    const address = fc.nat(2 ** 32 - 1);
    fc.assert(
      fc.property(address, address, fc.nat(32), fc.boolean(), (base, other, length, near) => {
        const probe = near ? (base ^ (other & 0xff)) >>> 0 : other;
        const bits = (value: number) => value.toString(2).padStart(32, '0').slice(0, length);
        const dotted = [24, 16, 8, 0].map((shift) => (base >>> shift) & 255).join('.');
        const inside = read(`${dotted}/${length}`).contains({ version: 4, value: probe });
        expect(inside).toBe(bits(base) === bits(probe));
      }),
    );
  });

  it('keeps the versions apart', () => {
    expect(read('0.0.0.0/0').contains(parseIp('::1')!)).toBe(false);
    expect(read('::/0').contains(parseIp('10.0.0.1')!)).toBe(false);
    expect(read('0.0.0.0/0').contains(parseIp('::ffff:10.0.0.1')!)).toBe(true);
  });
});
