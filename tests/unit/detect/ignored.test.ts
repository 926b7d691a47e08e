import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ignoredFor } from '../../../src/detect/ignored/ignored';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import { encodeText } from '../../../src/model/text';

const LISTS = [
  undefined,
  ['0.0.0.0/0'],
  ['::/0'],
  ['10.0.0.0/8', '5.6.7.8'],
  ['fe80::/10', '2001:db8::/32', 'a::/16'],
  ['192.168.0.0/16', '::ffff:0:0/96'],
];

const hex = fc.stringMatching(/^[0-9a-fA-F]{0,4}$/);
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.ipV6().map((text) => text.toUpperCase()),
  fc.ipV4().map((text) => `::ffff:${text}`),
  fc.tuple(fc.constantFrom('0', '00', ''), fc.ipV4()).map((parts) => parts.join('')),
  fc.tuple(hex, hex).map(([first, last]) => `${first}::${last}`),
  fc
    .tuple(fc.constantFrom('10', '5', '127', '169.254', '192.168', 'fe80'), fc.ipV4())
    .map((parts) => parts.join('.')),
  fc.constantFrom(
    '::',
    '::1',
    '0.0.0.0',
    '',
    '.',
    ':',
    '5',
    '10.1.2.3',
    '5.6.7.8',
    'FE80::1',
    'fE80::1',
    'A::',
    '000a::',
  ),
);

test('the quick look at an address misses none that the list names', () => {
  const lists = LISTS.map((patterns) =>
    ignoredFor('ipv4Address', {
      ...DEFAULT_SETTINGS,
      ...(patterns && {
        ignored: patterns.map((pattern) => ({ field: 'ipv4Address', pattern, reason: 'r', enabled: true })),
      }),
    }),
  );
  let named = 0;
  fc.assert(
    fc.property(address, fc.constantFrom(...lists), (text, list) => {
      if (list.reasonFor(text) === null) return;
      named++;
      const bytes = encodeText(text);
      expect(list.suspicion.address!(bytes, 0, bytes.length)).toBe(true);
    }),
    { numRuns: 5000 },
  );
  expect(named).toBeGreaterThan(500);
});
