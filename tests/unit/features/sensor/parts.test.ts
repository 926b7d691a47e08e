import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ListsBuilder, listOf } from '../../../../src/features/sensor/list/lists';
import { NumberTable } from '../../../../src/features/sensor/match/number-table';
import { TextTable } from '../../../../src/features/sensor/match/text-table';
import { rankAssetIds, sortByNumber } from '../../../../src/features/sensor/read/asset-order';
import { RangeList } from '../../../../src/features/sensor/read/range-list';
import { matchesWildcard } from '../../../../src/features/sensor/read/wildcard';
import { parseIp } from '../../../../src/identifiers/ip-address';
import { encodeText } from '../../../../src/model/text';
import { makeDataset } from '../../make-dataset';

test('a text table numbers texts as a map does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3000 }), (texts) => {
      const table = new TextTable();
      const map = new Map<string, number>();
      for (const text of texts) {
        if (!map.has(text)) map.set(text, map.size);
        expect(table.internText(text)).toBe(map.get(text));
      }
      expect(table.size).toBe(map.size);
      for (const [text, id] of map) expect([table.text(id), table.findText(text)]).toEqual([text, id]);
      expect(table.findText('not there')).toBe(-1);
    }),
  );
});

test('a text table grows past many texts and finds prefixes', () => {
  const table = new TextTable();
  for (let at = 0; at < 20_000; at++) table.internText(`host-${at}.example`);
  const short = table.internText('host-7');
  expect(table.findPrefix(table.findText('host-7.example'), 6)).toBe(short);
  expect(table.findPrefix(short, 5)).toBe(-1);
  expect(table.view(short)).toEqual(encodeText('host-7'));
});

test('a number table numbers values as a map does', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat(), { maxLength: 3000 }), (values) => {
      const table = new NumberTable();
      const map = new Map<number, number>();
      for (const value of values) {
        if (!map.has(value)) map.set(value, map.size);
        expect(table.intern(value)).toBe(map.get(value));
      }
      for (const [value, id] of map) expect([table.value(id), table.find(value)]).toEqual([value, id]);
      expect(table.find(0.5)).toBe(-1);
    }),
  );
});

test('sorting by number is that of a stable sort, unknown last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 })), { maxLength: 300 }),
      (keys) => {
        const order = Uint32Array.from(keys, (_, index) => index);
        const sorted = sortByNumber(order, Float64Array.from(keys));
        const last = (key: number) => (Number.isNaN(key) ? Number.POSITIVE_INFINITY : key);
        const slow = [...order].sort((a, b) => {
          const unknown = Number(Number.isNaN(keys[a])) - Number(Number.isNaN(keys[b]));
          return (
            unknown || (last(keys[a]!) < last(keys[b]!) ? -1 : last(keys[a]!) > last(keys[b]!) ? 1 : a - b)
          );
        });
        expect([...sorted]).toEqual(slow);
      },
    ),
  );
});

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

test('lists drop repeats of one owner and keep the order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(20), { maxLength: 40 })), (owners) => {
      const builder = new ListsBuilder(owners.length);
      for (const ids of owners) {
        for (const id of ids) builder.add(id);
        builder.close();
      }
      const lists = builder.finish();
      owners.forEach((ids, owner) => {
        expect([...listOf(lists, owner)]).toEqual([...new Set(ids)]);
      });
    }),
  );
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
