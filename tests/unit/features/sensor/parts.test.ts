import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankAssetIds } from '../../../../src/features/sensor/read/asset-order';
import { RangeList } from '../../../../src/features/sensor/read/range-list';
import { matchesWildcard } from '../../../../src/features/sensor/read/wildcard';
import { parseIp } from '../../../../src/identifiers/ip-address';
import { makeDataset } from '../../make-dataset';

test('asset ids rank as whole numbers of any length, others after them', () => {
  const ids = [
    '10',
    '9',
    '#3',
    '9007199254740993',
    '9007199254740992',
    '007',
    '123456789012345678901234567890',
  ];
  const ranks = rankAssetIds(makeDataset(ids.map((assetId) => ({ assetId }))).columns.assetId, ids.length);
  const sorted = ids.map((id, at) => [ranks[at]!, id] as const).sort((a, b) => a[0] - b[0]);
  expect(sorted.map(([, id]) => id)).toEqual([
    '007',
    '9',
    '10',
    '9007199254740992',
    '9007199254740993',
    '123456789012345678901234567890',
    '#3',
  ]);
});

describe('wildcards', () => {
  test('match as a regular expression does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, (wild, name) => {
        const expression = new RegExp(`^${wild.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
        expect(matchesWildcard(wild, name)).toBe(expression.test(name));
      }),
    );
  });
  test('take no longer for a hostile pattern', () => {
    expect(matchesWildcard(`${'a*'.repeat(200)}b`, 'a'.repeat(50_000))).toBe(false);
  });
});

test('a range list finds the ranges that hold an address, narrowest first', () => {
  const list = new RangeList([
    ['10.0.0.0/8', 'wide'],
    ['10.0.0.0-10.0.0.9', 'narrow'],
    ['10.0.0.5', 'one'],
    ['10.0.0.5/32', 'one again'],
    ['2001:db8::/32', 'six'],
    ['11.0.0.0/8', 'other'],
  ]);
  const at = (ip: string) => list.at(parseIp(ip)!);
  expect(at('10.0.0.5')).toEqual(['one', 'one again', 'narrow', 'wide']);
  expect(at('10.0.0.9')).toEqual(['narrow', 'wide']);
  expect(at('10.255.255.255')).toEqual(['wide']);
  expect(at('2001:db8::1')).toEqual(['six']);
  expect(at('12.0.0.0')).toEqual([]);
});
