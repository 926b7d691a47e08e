import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageSummary as readBytes } from '../../../../../src/features/gateway/api/page-summary';

const readPageSummary = (text: string) => readBytes(new TextEncoder().encode(text));

describe('readPageSummary', () => {
  it('counts the assets as JSON.parse does, whatever stands in them', () => {
    const asset = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
    fc.assert(
      fc.property(
        fc.array(asset, { maxLength: 6 }),
        fc.bigInt({ min: 0n, max: 2n ** 70n }),
        fc.nat(3),
        (assets, cursor, indent) => {
          const text = JSON.stringify(
            { responseCode: 'SUCCESS', lastSeenAssetId: '@', hasMore: 1, assetListData: { asset: assets } },
            null,
            indent,
          ).replace('"@"', String(cursor));
          expect(readPageSummary(text)).toEqual({
            lastSeenAssetId: String(cursor),
            hasMore: true,
            assets: assets.length,
            responseCode: 'SUCCESS',
            responseMessage: null,
          });
        },
      ),
    );
  });

  it('takes no part of a page for a page', () => {
    const text = JSON.stringify({
      assetListData: { asset: [{ a: '}]"\\' }, { b: [1, { c: null }] }] },
      hasMore: 0,
    });
    for (let end = 0; end < text.length; end++) expect(readPageSummary(text.slice(0, end))).toBeNull();
    expect(readPageSummary(`${text} `)?.assets).toBe(2);
    expect(readPageSummary(`${text}x`)).toBeNull();
  });

  it('looks only at the outermost members', () => {
    const text = '{"assetListData":{"asset":[{"lastSeenAssetId":7,"hasMore":1}]},"x":{"hasMore":1}}';
    expect(readPageSummary(text)).toEqual({
      lastSeenAssetId: null,
      hasMore: null,
      assets: 1,
      responseCode: null,
      responseMessage: null,
    });
  });

  it.each([
    ['{"assetListData":null}', null],
    ['{"assetListData":{"asset":null}}', null],
    ['{"count":0,"assetListData":{"asset":null}}', 0],
    ['{"assetListData":{"asset":[]}}', 0],
    ['{"assetListData":{"asset":{"assetId":1}}}', 1],
    ['{}', null],
  ])('counts %s', (text, count) => {
    expect(readPageSummary(text)?.assets).toBe(count);
  });

  it.each([
    ['1', true],
    ['"1"', true],
    ['true', true],
    ['0', false],
    ['"0"', false],
    ['"false"', false],
    ['""', null],
    ['null', null],
    ['[]', null],
    ['"no"', null],
  ])('reads hasMore %s as %j', (raw, flag) => {
    expect(readPageSummary(`{"hasMore":${raw}}`)?.hasMore).toBe(flag);
  });

  it('survives a million levels', () => {
    expect(readPageSummary(`{"a":${'['.repeat(1e6)}`)).toBeNull();
  });
});
