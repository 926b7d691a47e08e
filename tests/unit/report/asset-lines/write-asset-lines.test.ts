import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../src/model/dataset';
import { FIELD_IDS, FIELDS, type FieldId } from '../../../../src/model/field';
import { UNWATCHED } from '../../../../src/model/progress';
import { PLACES } from '../../../../src/report/asset-lines/places';
import { writeAssetLines } from '../../../../src/report/asset-lines/write-asset-lines';
import { prepareReport, type ReportRequest } from '../../../../src/report/input';
import { likeRecords, randomOf } from '../../import/json/like-records';
import { plainAssets, readJson } from '../../import/read-json';
import { makeGrouping } from '../make-grouping';
import { collect, SETTINGS } from '../report-input';

const SAMPLE = join(import.meta.dirname, '../../../../public/sample-assets.json');

async function linesOf(dataset: Dataset, more: Partial<ReportRequest> = {}): Promise<string> {
  const request = {
    dataset,
    grouping: makeGrouping(dataset, []),
    settings: SETTINGS,
    generatedAt: 0,
    query: null,
  };
  const input = await prepareReport({ ...request, ...more }, {}, UNWATCHED);
  return new TextDecoder().decode(await collect(writeAssetLines(input, UNWATCHED)));
}

/** Asserts that the file gives the assets that it was made of, and knows the fields that they had. */
async function expectSame(dataset: Dataset) {
  const again = readJson(await linesOf(dataset)).dataset;
  expect(plainAssets(again)).toEqual(plainAssets(dataset));
  // An object of the Gateway has all its fields, if it is there.
  expect(again.header.fieldsSeen).toEqual(expect.arrayContaining([...dataset.header.fieldsSeen]));
}

describe('a file of assets, one a line', () => {
  it('is read again as it was, whatever format the assets came in', async () => {
    const folder = join(import.meta.dirname, '../../../fixtures/json');
    const files = readdirSync(folder).filter((name) => !name.includes('expected'));
    for (const name of files) await expectSame(readJson(readFileSync(join(folder, name), 'utf8')).dataset);
    await expectSame(readJson(readFileSync(SAMPLE, 'utf8')).dataset);
  });

  it('is read again as it was, on random assets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        await expectSame(readJson(`[${likeRecords(randomOf(seed), false).join()}]`).dataset);
      }),
      { numRuns: 60 },
    );
  });

  it('has a place for every field, no two the same', () => {
    const places = FIELD_IDS.map((field) => PLACES[field].join('.'));
    expect(new Set(places).size).toBe(FIELD_IDS.length);
  });

  it('has nothing of a value in a redacted copy but of those that tell nothing about a machine', async () => {
    const { dataset } = readJson(readFileSync(SAMPLE, 'utf8'));
    const redaction = { key: new Uint8Array(16).fill(3), keyKept: false };
    const text = await linesOf(dataset, { redaction });
    const open: readonly FieldId[] = FIELD_IDS.filter((field) => FIELDS[field].sensitivity === 'none');
    const plain = plainAssets(dataset);
    const kept = new Set(plain.flatMap((one) => open.flatMap((field) => JSON.stringify(one[field] ?? ''))));
    let values = 0;
    for (const one of plain) {
      for (const field of FIELD_IDS) {
        if (open.includes(field)) continue;
        for (const value of [one[field] ?? []].flat()) {
          const written = JSON.stringify(String(value));
          if (kept.has(written)) continue;
          expect(text.includes(written), `${field} ${written}`).toBe(false);
          values++;
        }
      }
    }
    expect(values).toBeGreaterThan(1000);
    // What is equal stays equal.
    const again = plainAssets(readJson(text).dataset);
    const distinct = (assets: Record<string, unknown>[]) =>
      new Set(
        assets.map((one) =>
          String(one['dnsName'] ?? '')
            .trim()
            .toLowerCase()
            .replace(/\.$/, ''),
        ),
      ).size;
    expect(distinct(again)).toBe(distinct(plain));
  });
});
