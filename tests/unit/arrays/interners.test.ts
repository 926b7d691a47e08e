import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberInterner } from '../../../src/arrays/number-interner';
import { TextInterner } from '../../../src/arrays/text-interner';
import { encodeText } from '../../../src/model/text';

test('an interner of texts numbers texts as a map does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3000 }), (texts) => {
      const table = new TextInterner();
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

test('an interner of texts grows past many texts and finds prefixes', () => {
  const table = new TextInterner();
  for (let at = 0; at < 20_000; at++) table.internText(`host-${at}.example`);
  const short = table.internText('host-7');
  expect(table.findPrefix(table.findText('host-7.example'), 6)).toBe(short);
  expect(table.findPrefix(short, 5)).toBe(-1);
  expect(table.view(short)).toEqual(encodeText('host-7'));
});

test('an interner of numbers numbers values as a map does', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat(), { maxLength: 3000 }), (values) => {
      const table = new NumberInterner();
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
