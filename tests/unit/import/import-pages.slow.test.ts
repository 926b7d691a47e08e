import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatasetBuilder } from '../../../src/import/builder';
import { newDialects } from '../../../src/import/formats/new-dialects';
import { importPages } from '../../../src/import/import-pages';
import { JsonReader } from '../../../src/import/json/json-reader';
import type { Dataset } from '../../../src/model/dataset';
import { UNWATCHED } from '../../../src/model/progress';
import { encode, readJson, summary } from './read-json';

const asset = fc.record(
  {
    assetId: fc.nat(30),
    assetName: fc.constantFrom('web01', 'db-2', '', 'Ä'),
    dnsName: fc.constantFrom('web01.example', null),
    agentId: fc.string({ maxLength: 8 }),
    unneeded: fc.constantFrom(1, 'x', [{ assetId: 5 }]),
  },
  { requiredKeys: ['assetId'] },
);
const response = fc
  .tuple(fc.array(asset, { maxLength: 6 }), fc.boolean())
  .map(([assets, before]) =>
    JSON.stringify(
      before
        ? { hasMore: 1, count: assets.length, assetListData: { asset: assets } }
        : { assetListData: { asset: assets }, hasMore: 0 },
    ),
  );
/** What a Gateway, or whatever stands before it, may send instead: broken, cut, in other wrappers, nothing. */
const page = fc.oneof(
  { weight: 4, arbitrary: response },
  response.map((text) => text.replace('"assetId"', '"assetId')),
  response.map((text) => text.slice(0, text.length >> 1)),
  response.map((text) => `${text}]`),
  fc.array(asset, { maxLength: 3 }).map((assets) => JSON.stringify(assets)),
  fc.array(asset, { maxLength: 3 }).map((assets) => assets.map((one) => JSON.stringify(one)).join('\n')),
  fc.constantFrom('', ' ', '[', '{', '12', '"', '{"assetListData":{"asset":[', `{"a":"${'x'.repeat(70_000)}`),
);

const GATEWAY = { platform: 'US1', userName: '' };

async function* each(pages: readonly Uint8Array[]) {
  yield* pages;
}

async function read(pages: readonly Uint8Array[], why: string | null = null): Promise<Dataset | null> {
  const request = {
    id: 'id',
    name: 'Gateway US1',
    gateway: GATEWAY,
    pages: each(pages),
    unfinished: () => why,
  };
  return importPages(request, UNWATCHED);
}

/** The slow and obvious way: a reader for each page. */
function readOneByOne(texts: readonly string[]): Dataset | null {
  const builder = new DatasetBuilder({
    id: 'id',
    name: 'Gateway US1',
    origin: 'gateway',
    importedAt: 0,
    base: null,
    gateway: GATEWAY,
  });
  builder.openFile('Gateway US1', 0);
  let bytes = 0;
  for (const text of texts) {
    const reader = new JsonReader(builder, { dialects: newDialects(), skipped: bytes });
    reader.feed(encode(text));
    reader.finish();
    bytes += encode(text).length;
  }
  builder.sizeFile(bytes);
  builder.closeFile('Gateway responses');
  return builder.kept === 0 ? null : builder.seal();
}

const { shape } = readJson('[]');
/** Without the keys: the reader of all pages has met those of broken records of other pages too. */
const told = (dataset: Dataset | null) =>
  dataset && {
    ...summary({ dataset, shape }),
    files: dataset.header.files.map(({ keys: _, ...file }) => file),
  };

describe('pages of a Gateway', () => {
  it('come to what a reader for each page reads, whatever is wrong with some of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(page, { maxLength: 8 }), async (texts) => {
        expect(told(await read(texts.map(encode)))).toEqual(told(readOneByOne(texts)));
      }),
      { numRuns: Number(process.env['PAGES_RUNS'] ?? 200) },
    );
  });

  it('are let go of once they are read', async () => {
    const pages = ['{"assetListData":{"asset":[{"assetId":1}]}}', '', '{"assetListData":{"asset":['].map(
      encode,
    );
    expect((await read(pages))?.size).toBe(1);
    expect(pages.map(({ length }) => length)).toEqual([0, 0, 0]);
  });

  it('without an asset make no dataset', async () => {
    expect(await read([])).toBeNull();
    expect(await read([encode('{"assetListData":{"asset":[]}}')])).toBeNull();
  });

  it('say why assets are missing', async () => {
    const dataset = await read(
      [encode('{"assetListData":{"asset":[{"assetId":1}]}}')],
      'The fetch was stopped.',
    );
    expect(dataset?.header.unfinished).toEqual({ reason: 'The fetch was stopped.' });
  });
});
