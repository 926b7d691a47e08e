import { expect, it } from 'vitest';
import { canonicalDnsName, canonicalName } from '../../../src/identifiers/hostname';

it.each([
  ['WEB01', 'web01', 'web01'],
  ['  web01\t\r\n', 'web01', 'web01'],
  ['\u00a0\ufeffWEB01\u3000', 'web01', 'web01'],
  ['web01.Example.COM.', 'web01.example.com.', 'web01.example.com'],
  ['web01..', 'web01..', 'web01.'],
  ['.', '.', ''],
  ['', '', ''],
  ['   ', '', ''],
  ['MÜNCHEN', 'münchen', 'münchen'],
  ['ΟΔΟΣ', 'οδος', 'οδος'],
  ['\u0130stanbul', 'i\u0307stanbul', 'i\u0307stanbul'],
  ['A\ud800', 'a\ud800', 'a\ud800'],
  ['web 01', 'web 01', 'web 01'],
])('%j is the name %j and the DNS name %j', (text, name, dnsName) => {
  expect(canonicalName(text)).toBe(name);
  expect(canonicalDnsName(text)).toBe(dnsName);
});
