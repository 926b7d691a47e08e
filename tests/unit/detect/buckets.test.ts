import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Buckets, fillBuckets, valueText } from '../../../src/detect/equal-values/buckets';
import { drawHasher, type Hasher } from '../../../src/detect/equal-values/hash';
import { IgnoreFilter } from '../../../src/detect/ignored/ignore-filter';
import { canonicalText } from '../../../src/detect/keys/canonical-text';
import { hashKeys } from '../../../src/detect/keys/keys';
import { TextKeys } from '../../../src/detect/keys/text-keys';
import type { TextForm } from '../../../src/detect/rules/rule';
import { Scratch } from '../../../src/detect/scratch';
import { Slices } from '../../../src/detect/time-slice';
import type { TextColumn } from '../../../src/model/columns';
import { UNWATCHED } from '../../../src/model/progress';
import { decodeText } from '../../../src/model/text';
import { makeDataset } from '../make-dataset';

/** Every key hashes to the same: all that tells them apart is a look at the bytes. */
const BLUNT: Hasher = { start: 0, multiplier: 0, second: 0 };
const FORMS: readonly TextForm[] = ['name', 'dnsName', 'address'];

/** Texts of all lengths around the words of four and eight bytes, alike but for case, blanks, dots and accents. */
const stem = fc.string({
  unit: fc.constantFrom('a', 'A', 'z', 'Z', '@', '`', '[', '{', '.', '-'),
  maxLength: 21,
});
const text = fc.oneof(
  stem,
  stem.map((word) => ` ${word.toUpperCase()}\t`),
  stem.map((word) => `${word.toLowerCase()}.`),
  stem.map((word) => `\u00a0${word}É`),
  stem.map((word) => `${word}\u00a0.`),
  // The sign for kelvin, whose lower case is k.
  stem.map((word) => `${word}\u212a`),
  stem.map((word) => `${word}k`),
  fc.constantFrom('', ' ', '.', '\u00a0', '\ud800', 'host-01', 'HOST-01', 'host-01.', 'host-02'),
);

/** A column of the texts, in the middle of a larger buffer. */
function columnOf(texts: readonly string[], shift: number): TextColumn {
  const column = makeDataset(texts.map((assetName) => ({ assetName }))).columns.assetName;
  const around = new Uint8Array(column.bytes.length + shift + 9).fill(65);
  around.set(column.bytes, shift);
  return { ...column, bytes: around.subarray(shift, shift + column.bytes.length) };
}

test('text keys are equal, hash alike and read as their canonical texts do', () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 12 }),
      fc.nat(7),
      fc.constantFrom(...FORMS),
      (texts, shift, form) => {
        const column = columnOf(texts, shift);
        const keys = new TextKeys(column, form, null);
        const canonical = texts.map((one) => canonicalText(one, form)).slice(0, column.ends.length);
        const hashes = new Uint32Array(keys.count);
        const ignoreFilter = new IgnoreFilter({ alert: () => undefined, alertAll: () => undefined });
        const count = keys.hash(drawHasher(), hashes, 0, keys.count, ignoreFilter);
        expect(count).toBe(canonical.filter((one) => one !== '').length);
        for (const [a, one] of canonical.entries()) {
          const { bytes, start, end } = keys.bytesOf(a);
          expect(decodeText(bytes, start, end)).toBe(one);
          expect(hashes[a] === 0).toBe(one === '');
          for (const [b, other] of canonical.entries()) {
            expect(keys.same(a, b)).toBe(one === other);
            if (one === other) expect(hashes[a]).toBe(hashes[b]);
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('equal keys come together in order of first appearance, however badly they hash', async () => {
  const lists = fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      lists,
      fc.constantFrom(BLUNT, null),
      fc.constantFrom(...FORMS),
      async (assets, blunt, form) => {
        const { interfaceAddresses: column } = makeDataset(
          assets.map((texts) => ({ interfaceAddresses: texts })),
        ).columns;
        const byValue = new Map<string, Set<number>>();
        for (const [asset, texts] of assets.entries()) {
          for (const value of texts.map((one) => canonicalText(one, form))) {
            if (value !== '') byValue.set(value, (byValue.get(value) ?? new Set()).add(asset));
          }
        }
        const nothing = { mac: null, address: null, alert: () => undefined };
        const slices = new Slices(UNWATCHED, 0);
        const scratch = new Scratch();
        const from = { kind: 'text', column, form } as const;
        // Twice, since the second time finds in its memory what the first has left there.
        for (let turn = 0; turn < 2; turn++) {
          const keys = await hashKeys(from, null, blunt ?? drawHasher(), nothing, scratch, slices);
          const found = valuesOf(await fillBuckets(keys, scratch, slices));
          const shared = [...byValue].map(([value, who]) => ({ value, members: [...who] }));
          expect(found.filter(({ members }) => members.length > 1)).toEqual(
            shared.filter(({ members }) => members.length > 1),
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});

function valuesOf(buckets: Buckets): { value: string; members: number[] }[] {
  return Array.from({ length: buckets.count }, (_, value) => ({
    value: valueText(buckets, value),
    members: [
      ...buckets.members.subarray(value === 0 ? 0 : buckets.stops[value - 1]!, buckets.stops[value]!),
    ],
  }));
}
