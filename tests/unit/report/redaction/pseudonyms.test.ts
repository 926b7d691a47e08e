import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIpv4, parseIp } from '../../../../src/identifiers/ip-address';
import { formatMac, parseMac } from '../../../../src/identifiers/mac';
import type { Sensitivity } from '../../../../src/model/fields/sensitivity';
import { REDACTED_KINDS, type RedactedKind } from '../../../../src/model/redaction';
import { Pseudonyms } from '../../../../src/report/redaction/pseudonyms';
import { sipHash, sipKey } from '../../../../src/report/redaction/siphash';

const KEY = Uint8Array.from({ length: 16 }, (_, at) => at);
const made = new Pseudonyms(KEY);

/** With 64-bit numbers, as the paper writes it. */
function slowSipHash(key: Uint8Array, bytes: Uint8Array): bigint {
  const mask = (1n << 64n) - 1n;
  const word = (from: Uint8Array, at: number) =>
    from.slice(at, at + 8).reduce((sum, byte, place) => sum | (BigInt(byte) << BigInt(8 * place)), 0n);
  const rotl = (value: bigint, by: bigint) => ((value << by) | (value >> (64n - by))) & mask;
  const [k0, k1] = [word(key, 0), word(key, 8)];
  let v0 = k0 ^ 0x736f6d6570736575n;
  let v1 = k1 ^ 0x646f72616e646f6dn;
  let v2 = k0 ^ 0x6c7967656e657261n;
  let v3 = k1 ^ 0x7465646279746573n;
  const round = () => {
    v0 = (v0 + v1) & mask;
    v1 = rotl(v1, 13n) ^ v0;
    v0 = rotl(v0, 32n);
    v2 = (v2 + v3) & mask;
    v3 = rotl(v3, 16n) ^ v2;
    v0 = (v0 + v3) & mask;
    v3 = rotl(v3, 21n) ^ v0;
    v2 = (v2 + v1) & mask;
    v1 = rotl(v1, 17n) ^ v2;
    v2 = rotl(v2, 32n);
  };
  const padded = new Uint8Array(Math.floor(bytes.length / 8) * 8 + 8);
  padded.set(bytes);
  padded[padded.length - 1] = bytes.length & 0xff;
  for (let at = 0; at < padded.length; at += 8) {
    const m = word(padded, at);
    v3 ^= m;
    round();
    round();
    v0 ^= m;
  }
  v2 ^= 0xffn;
  for (let at = 0; at < 4; at++) round();
  return v0 ^ v1 ^ v2 ^ v3;
}

const whole = ([low, high]: readonly [number, number]) => (BigInt(high) << 32n) | BigInt(low);

test('SipHash gives the first two vectors of its reference', () => {
  expect(whole(sipHash(sipKey(KEY), ''))).toBe(0x726fdb47dd0e0e31n);
  expect(whole(sipHash(sipKey(KEY), '\0'))).toBe(0x74f839c593dc67fdn);
});

test('SipHash is what its paper says', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.string({ maxLength: 40 }),
      (key, text) => {
        expect(whole(sipHash(sipKey(key), text))).toBe(slowSipHash(key, new TextEncoder().encode(text)));
      },
    ),
    { numRuns: 20 },
  );
});

test('a key that is too short is refused', () => {
  expect(() => new Pseudonyms(new Uint8Array(15))).toThrow(RangeError);
});

const KINDS: readonly Sensitivity[] = ['name', 'address', 'mac', 'id', 'serial', 'tag'];

test('equal values stay equal, different ones different, and none stays', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{4,9}$/)),
      (kind, values) => {
        const pseudonyms = values.map((value) => made.of(kind, value));
        expect(values.map((value) => made.of(kind, value))).toEqual(pseudonyms);
        expect(new Set(pseudonyms).size).toBe(values.length);
        for (const value of values) expect(pseudonyms.join('\n')).not.toContain(value.repeat(2));
      },
    ),
    { numRuns: 60 },
  );
});

const ipv4 = fc.nat({ max: 0xffff_ffff });

/** How many bits two numbers have in common from the front. */
const commonBits = (a: number, b: number) => Math.clz32((a ^ b) >>> 0);

const numberOf = (pseudonym: string) => {
  const ip = parseIp(pseudonym);
  if (ip?.version !== 6) throw new Error(pseudonym);
  expect(ip.parts.slice(0, 2)).toEqual([0x2001, 0xdb8]);
  return ip.parts[2]! * 65536 + ip.parts[3]!;
};

test('IPv4 addresses share as many first bits as before', () => {
  const near = fc.tuple(ipv4, fc.nat({ max: 32 }), ipv4).map(([a, bits, b]) => {
    const mask = bits === 0 ? 0 : -1 << (32 - bits);
    return [a, ((a & mask) | (b & ~mask)) >>> 0] as const;
  });
  fc.assert(
    fc.property(near, ([a, b]) => {
      const [x, y] = [a, b].map((value) => numberOf(made.of('address', formatIpv4(value)))) as [
        number,
        number,
      ];
      expect(commonBits(x, y)).toBe(commonBits(a, b));
    }),
    { numRuns: 200 },
  );
});

test('a range holds the pseudonyms of its addresses', () => {
  const [network, length] = made.of('address', '10.20.0.0/16').split('/');
  expect(length).toBe('48');
  const inside = numberOf(made.of('address', '10.20.200.7'));
  expect(inside >>> 16).toBe(numberOf(network!) >>> 16);
  expect(numberOf(made.of('address', '10.21.200.7')) >>> 16).not.toBe(inside >>> 16);
});

test('IPv6 addresses of one /64 stay in one, those of two do not', () => {
  const parts = (text: string) => (parseIp(made.of('address', text)) as unknown as { parts: number[] }).parts;
  expect(parts('2a00:1:2:3::1').slice(0, 4)).toEqual(parts('2a00:1:2:3:ffff::9').slice(0, 4));
  expect(parts('2a00:1:2:4::1').slice(0, 3)).toEqual(parts('2a00:1:2:3::1').slice(0, 3));
  expect(parts('2a00:1:2:4::1')[3]).not.toBe(parts('2a00:1:2:3::1')[3]);
  expect(parts('2a00:1:2:3::1')[0]).toBe(0x3fff);
});

test('several addresses in a cell become several', () => {
  expect(made.of('address', '10.0.0.1, 10.0.0.2;10.0.0.3').split(', ')).toEqual(
    ['10.0.0.1', '10.0.0.2', '10.0.0.3'].map((ip) => made.of('address', ip)),
  );
});

test('a MAC becomes one of no vendor, the same in every notation', () => {
  const pseudonym = made.of('mac', '00:50:56:aa:bb:cc');
  expect(parseMac(pseudonym)).not.toBeNull();
  expect(Number.parseInt(pseudonym.slice(0, 2), 16) & 3).toBe(2);
  expect(made.of('mac', '00-50-56-AA-BB-CC')).toBe(pseudonym);
  expect(made.of('mac', '005056aabbcc')).toBe(pseudonym.replaceAll(':', ''));
  expect(formatMac(parseMac(pseudonym)!)).toBe(pseudonym);
});

test('a host keeps its name in short and under another domain', () => {
  const short = made.of('name', 'LON-WS-1');
  expect(made.of('name', 'lon-ws-1.corp.example.com').split('.')[0]).toBe(short);
  const [, domain] = made.of('name', 'other.corp.example.com.').split('.');
  expect(made.of('name', 'lon-ws-1.corp.example.com').split('.')).toEqual([short, domain]);
});

test('a name that is an address or a MAC becomes what that becomes', () => {
  expect(made.of('name', '10.0.0.1')).toBe(made.of('address', '10.0.0.1'));
  expect(made.of('name', '00:50:56:aa:bb:cc')).toBe(made.of('mac', '00:50:56:aa:bb:cc'));
});

test('no id looks like an id of Qualys', () => {
  expect(made.of('id', '9007199254740993')).toMatch(/^id-[0-9a-z]{12}$/);
});

test('another key gives others', () => {
  const other = new Pseudonyms(new Uint8Array(16));
  for (const kind of KINDS) expect(other.of(kind, '10.0.0.1')).not.toBe(made.of(kind, '10.0.0.1'));
});

describe('by kind', () => {
  const without = (...kept: RedactedKind[]) =>
    new Pseudonyms(
      KEY,
      REDACTED_KINDS.filter((kind) => !kept.includes(kind)),
    );

  test.each(REDACTED_KINDS)('%s is kept where it was chosen so, all else is replaced', (kept) => {
    const pseudonyms = without(kept);
    for (const kind of REDACTED_KINDS) {
      const value = kind === 'address' ? '10.1.2.3' : kind === 'mac' ? '02:00:00:00:00:07' : 'plain-value';
      expect(pseudonyms.of(kind, value) === value).toBe(kind === kept);
      expect(pseudonyms.keeps(kind)).toBe(kind === kept);
    }
  });

  test.each([
    ['name', 'ip-10-20-30-40.ec2.internal'],
    ['name', '10.20.30.40'],
    ['name', 'host_10_20_30_40'],
    ['name', '2001:db8::7'],
    ['tag', 'net 10.20.30.0/24'],
    ['name', 'SEP005056aabbcc'.slice(3)],
    ['name', 'pc-00-50-56-aa-bb-cc'],
    ['address', 'fe80::250:56ff:feaa:bbcc'],
    ['id', '0050.56aa.bbcc'],
  ] as const)('a kept %s does not give away what is inside: %s', (kind, value) => {
    expect(without(kind).of(kind, value)).not.toContain(value);
  });

  test('a kept value without another one inside stays letter for letter', () => {
    const pseudonyms = without('name', 'id', 'address');
    expect(pseudonyms.of('name', ' LON-WS-4400 ')).toBe(' LON-WS-4400 ');
    expect(pseudonyms.of('id', '43575395')).toBe('43575395');
    expect(pseudonyms.of('address', '10.1.2.3, 10.1.2.4')).toBe('10.1.2.3, 10.1.2.4');
  });
});
