import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importSources } from '../../../src/import/import';
import { wrongFile } from '../../../src/import/wrong-file';
import type { Dataset } from '../../../src/model/dataset';
import { TroubleError } from '../../../src/model/outcome';
import { UNWATCHED } from '../../../src/model/progress';
import { plainAssets } from './read-json';

type Content = string | Uint8Array<ArrayBuffer>;
const source = (name: string, ...content: Content[]) => ({ name, blob: new Blob(content) });
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/json/${name}`, import.meta.url)));

async function importFiles(...sources: { name: string; blob: Blob }[]): Promise<Dataset> {
  const result = await importSources(sources, { origin: 'files' }, null, UNWATCHED);
  if (result.kind !== 'dataset') throw new Error('A mapping was asked for');
  return result.dataset;
}

async function troubleOf(...content: Content[]) {
  try {
    await importFiles(source('a.json', ...content));
  } catch (error) {
    if (error instanceof TroubleError) return error.trouble;
    throw error;
  }
  throw new Error('Nothing was wrong');
}

const reasons = (dataset: Dataset) =>
  dataset.header.skipped.map(({ record, byte, reason }) => ({ record, byte, reason }));

describe('shapes', () => {
  // As text: an id beyond 2⁵³ does not survive `JSON.parse`.
  const texts = new TextDecoder()
    .decode(fixture('list.json'))
    .trim()
    .slice(1, -1)
    .split(/,\s*(?=\{"asset(?:Id|Name)")/)
    .map((text) => text.trim());
  const indented = (json: string) => json.replace(/,"/g, ',\n   "').replace(/\{/g, '{ \t');
  const array = (assets: readonly string[]) => `[${assets.join(',')}]`;
  const response = (assets: readonly string[]) =>
    `{"responseMessage":"Valid API Access","count":1,"responseCode":"SUCCESS","lastSeenAssetId":7,"hasMore":1,"assetListData":{"asset":${array(assets)}}}`;
  const pages = [response(texts.slice(0, 3)), response(texts.slice(3))];
  const lines = texts.map((text) => text.replace(/\s*\n\s*/g, ''));
  const shapes: Record<string, [format: string, ...string[]]> = {
    'one Gateway response': ['Gateway response', response(texts)],
    'one Gateway response, indented': ['Gateway response', indented(response(lines))],
    'an array of responses': ['Gateway responses', array([...pages, '{"responseCode":"SUCCESS","count":0}'])],
    'responses one after another': ['Gateway responses', ...pages],
    'responses one after another, on lines': ['Gateway responses', pages.join('\n\n')],
    'responses one a line': [
      'Gateway responses',
      pages.map((page) => `${page.replace(/\n/g, '')}\r\n`).join(''),
    ],
    'assets one a line': ['Assets, one after another', lines.map((line) => `${line}\n`).join('')],
    'a bare array': ['List of assets', array(texts)],
    'a bare array, indented': ['List of assets', indented(array(lines))],
    'an array in a wrapper': ['List of assets', `{"total":8,"assets":${array(texts)}}`],
    'an array in two wrappers': ['List of assets', `{"result":{"status":"ok","rows":${array(texts)}}}`],
    'objects that hold one asset each': [
      'List of assets',
      array(texts.map((text) => `{"_index":"x","_source":${text}}`)),
    ],
    'an array and a response, mixed': [
      'Gateway responses',
      array(texts.slice(0, 2)),
      response(texts.slice(2)),
    ],
    'arrays of assets in an array': [
      'List of assets',
      array([array(texts.slice(0, 2)), array(texts.slice(2))]),
    ],
  };

  it('all give the same assets', async () => {
    const expected = plainAssets(await importFiles(source('a.json', fixture('list.json'))));
    expect(expected.length).toBe(7);
    for (const [name, [format, ...parts]] of Object.entries(shapes)) {
      const dataset = await importFiles(source('x', ...parts));
      expect(plainAssets(dataset), name).toEqual(expected);
      expect(dataset.header.balance, name).toEqual({ records: 8, assets: 7, repeated: 1, skipped: 0 });
      expect(dataset.header.unfinished, name).toBeUndefined();
      if (!name.includes('mixed')) expect(dataset.header.files[0]!.format, name).toBe(format);
    }
    const several = await importFiles(...texts.map((text, i) => source(`${i}.json`, text)));
    expect(plainAssets(several)).toEqual(expected);
  });

  it('every value of the notes is read right', async () => {
    const assets = plainAssets(await importFiles(source('a.json', fixture('list.json'))));
    expect(JSON.parse(JSON.stringify(assets))).toEqual(
      JSON.parse(new TextDecoder().decode(fixture('list.expected.json'))),
    );
  });

  it('QPS host assets, in both wrappers and bare', async () => {
    const whole = await importFiles(source('a', fixture('hostasset.json')));
    expect(whole.header.files[0]!.format).toBe('QPS host assets');
    expect(plainAssets(whole)).toEqual(
      JSON.parse(new TextDecoder().decode(fixture('hostasset.expected.json'))),
    );
    const { ServiceResponse } = JSON.parse(new TextDecoder().decode(fixture('hostasset.json'))) as {
      ServiceResponse: { data: unknown[] };
    };
    for (const shape of [
      { list: ServiceResponse.data },
      ServiceResponse.data,
      { data: ServiceResponse.data },
    ]) {
      expect(plainAssets(await importFiles(source('b', JSON.stringify(shape))))).toEqual(plainAssets(whole));
    }
  });

  it('the export of the original script', async () => {
    const dataset = await importFiles(source('a', fixture('original-script.json')));
    expect(dataset.header.files[0]!.format).toBe('Export of the original script');
    expect(plainAssets(dataset)[0]).toMatchObject({ assetId: '9001', macAddresses: ['005056aabb01'] });
  });
});

describe('bad input', () => {
  const cases: [string, Content, string][] = [
    ['an empty file', '', 'a.json is empty.'],
    ['only white space', ' \n\t ', 'a.json is empty.'],
    [
      'a sign-in page saved as .json',
      '<!DOCTYPE html><html><title>Sign in</title></html>',
      'a.json is a web page, not an export: probably a sign-in page that was saved in its place.',
    ],
    [
      'XML of another kind',
      '<?xml version="1.0"?><SCAN/>',
      'a.json is XML, but neither QPS host assets nor hosts of the VM API.',
    ],
    ['XML without assets', '<?xml version="1.0"?><ServiceResponse/>', 'a.json holds no assets.'],
    [
      'XML that says no',
      '<SIMPLE_RETURN><RESPONSE><CODE>1965</CODE><TEXT>Too many calls</TEXT></RESPONSE></SIMPLE_RETURN>',
      'a.json holds no assets: it is an answer that says “Too many calls (1965)”.',
    ],
    [
      'a PNG renamed',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0),
      'a.json is a PNG image, not an asset export.',
    ],
    ['a PDF', '%PDF-1.7\n', 'a.json is a PDF document, not an asset export.'],
    ['random bytes', Uint8Array.of(1, 2, 0, 4, 200, 201), 'a.json is a binary file, not an asset export.'],
    [
      'prose',
      'Dear all, attached is the list',
      'a.json is text that is neither JSON nor a table, not an asset export.',
    ],
    ['a number', '42', 'The file is JSON but holds no assets: it is a number.'],
    ['a JSON text', '"hello"\n', 'The file is JSON but holds no assets: it is a text.'],
    ['null', 'null', 'The file is JSON but holds no assets: it is null.'],
    [
      'nothing but zeros',
      new Uint8Array(500),
      'a.json holds only zero bytes: its content was lost when it was saved or copied.',
    ],
    [
      'a response that says no',
      '{"responseMessage":"Unauthorized","responseCode":"FAILED"}',
      'a.json holds no assets: it is an answer of the Gateway that says “Unauthorized (FAILED)”.',
    ],
    [
      'a table without column names',
      '1,web01,10.0.0.1\n2,web01,10.0.0.2\n',
      'a.json is a table, but no row with the names of its columns was recognised.',
    ],
    ['an empty list', '[]', 'a.json holds no assets.'],
    ['an empty response', '{"responseCode":"SUCCESS","count":0,"hasMore":0}', 'a.json holds no assets.'],
    [
      'another JSON file',
      '{"name":"doublet","version":"1.0"}',
      'a.json holds no assets. This object has none of the fields that identify an asset, such as assetId, assetName or dnsName.',
    ],
    [
      'a list of numbers',
      '[1,2]',
      'a.json holds no assets: none of its 2 records is one. The first: A number, not an asset.',
    ],
    [
      'cut in the only record',
      '{"assetId":1,"assetName":"we',
      'a.json holds no assets. The file ends inside this record.',
    ],
  ];
  for (const [name, content, what] of cases) {
    it(`${name} gets its sentence`, async () => {
      const trouble = await troubleOf(content);
      expect(trouble.what).toBe(what);
      expect(trouble.where?.file).toBe('a.json');
      expect(trouble.remedy).toMatch(/^[A-Z].*\.$/);
    });
  }

  it('pasted prose is told as pasted', () => {
    const { trouble } = wrongFile('Pasted text', new TextEncoder().encode('Dear all, attached is the list'));
    expect(trouble.what).toBe('The pasted text is not an asset export.');
  });

  it('UTF-16 is read', async () => {
    const text = '\uFEFF[{"assetId":1,"assetName":"Größe"}]';
    const dataset = await importFiles(
      source('a.json', new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)),
    );
    expect(plainAssets(dataset)).toEqual([{ assetId: '1', assetName: 'Größe' }]);
  });

  it('a file cut in mid-record keeps the good ones and says so', async () => {
    const dataset = await importFiles(source('a.json', '[{"assetId":1},{"assetId":2,"assetName":"x'));
    expect(plainAssets(dataset)).toEqual([{ assetId: '1' }]);
    expect(reasons(dataset)).toEqual([{ record: 2, byte: 15, reason: 'The file ends inside this record.' }]);
    expect(dataset.header.unfinished).toEqual({
      reason:
        'The file “a.json” ends inside record 2 (byte 15): export it again; the record before it is kept.',
    });
  });

  it('a file cut between records says so', async () => {
    const dataset = await importFiles(source('a.json', '[{"assetId":1},'));
    expect(dataset.header.unfinished).toEqual({
      reason:
        'The file “a.json” ends after record 1, before its list of assets is closed: export it again; the record in it is kept.',
    });
  });

  it('invalid UTF-8 in a kept value costs that record only, in a skipped value nothing', async () => {
    const bytes = (...parts: (string | number)[]) =>
      Uint8Array.from(
        parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])),
      );
    const dataset = await importFiles(
      source('a.json', bytes('[{"assetId":1,"assetName":"a', 0xff, '"},{"assetId":2,"other":"', 0xff, '"}]')),
    );
    expect(plainAssets(dataset)).toEqual([{ assetId: '2' }]);
    expect(reasons(dataset)).toEqual([
      { record: 1, byte: 1, reason: 'A text in this record is not valid UTF-8, at byte 28.' },
    ]);
  });

  it('a broken line is skipped, and the next is read', async () => {
    const lines = ['{"assetId":1}', '{"assetId":2,"a":[}', 'garbage', '{"assetId":3', '{"assetId":4}', ''];
    const dataset = await importFiles(source('a.json', lines.join('\n')));
    expect(plainAssets(dataset).map((asset) => asset['assetId'])).toEqual(['1', '4']);
    expect(reasons(dataset)).toEqual([
      {
        record: 2,
        byte: 14,
        reason: 'This record is not valid JSON: a value is missing or is not JSON, at byte 32.',
      },
      {
        record: 3,
        byte: 34,
        reason: 'This record is not valid JSON: a value is missing or is not JSON, at byte 34.',
      },
      { record: 4, byte: 42, reason: 'This record is not valid JSON: a comma or } is missing, at byte 55.' },
    ]);
    expect(dataset.header.balance).toEqual({ records: 5, assets: 2, repeated: 0, skipped: 3 });
  });

  for (const [layout, join] of [
    ['on one line', ','],
    ['one a line', ',\n'],
    ['indented', ',\n  '],
  ] as const) {
    it(`a broken record in a list ${layout} is skipped, and the next is read`, async () => {
      for (const broken of [
        '{"assetId":2,"a":[1,}',
        '{"assetId":2,"a":"x}',
        '{"assetId":2,"b":{"c":1}',
        '{"assetId":2}}',
        '{"assetId" 2}',
      ]) {
        const json = `[${join.slice(1)}${['{"assetId":1}', broken, '{"assetId":3}', '{"assetId":4}'].join(join)}${join.slice(1, 2)}]`;
        const dataset = await importFiles(source('a.json', json));
        expect(
          plainAssets(dataset).map((asset) => asset['assetId']),
          json,
        ).toEqual(broken === '{"assetId":2}}' ? ['1', '2', '3', '4'] : ['1', '3', '4']);
        expect(dataset.header.balance.skipped, json).toBe(1);
        expect(dataset.header.unfinished, json).toBeUndefined();
      }
    });
  }

  it('nesting of 10,000 and of a million costs that record only', async () => {
    for (const depth of [201, 10_000, 1_000_000]) {
      const deep = `{"assetId":2,"x":${'['.repeat(depth)}${']'.repeat(depth)}}`;
      const dataset = await importFiles(source('a.json', `[{"assetId":1},${deep},{"assetId":3}]`));
      expect(plainAssets(dataset).map((asset) => asset['assetId'])).toEqual(['1', '3']);
      expect(reasons(dataset)[0]!.reason).toBe(
        'This record cannot be kept: it is nested deeper than 200 levels.',
      );
    }
  });

  it('__proto__, constructor and hostile text are only text', async () => {
    const json =
      '[{"__proto__":{"assetId":9},"constructor":1,"assetId":1,"assetName":"</script><b>=1+1\\u2028\\ud800"}]';
    const dataset = await importFiles(source('a.json', json));
    expect(plainAssets(dataset)).toEqual([{ assetId: '1', assetName: '</script><b>=1+1\u2028\ud800' }]);
    expect(({} as Record<string, unknown>)['assetId']).toBeUndefined();
  });

  it('a bad file among good ones is listed with its trouble, and is no record', async () => {
    const dataset = await importFiles(
      source('a.json', '[{"assetId":1}]'),
      source('b.json', '<html>'),
      source('c.json', ''),
    );
    expect(dataset.size).toBe(1);
    expect(dataset.header.balance).toEqual({ records: 1, assets: 1, repeated: 0, skipped: 0 });
    expect(dataset.header.skipped).toEqual([]);
    expect(dataset.header.files.map(({ name, records, trouble }) => [name, records, trouble?.what])).toEqual([
      ['a.json', 1, undefined],
      [
        'b.json',
        0,
        'b.json is a web page, not an export: probably a sign-in page that was saved in its place.',
      ],
      ['c.json', 0, 'c.json is empty.'],
    ]);
    expect(dataset.header.unfinished).toEqual({
      reason:
        '“b.json” was not read: it is a web page, perhaps a sign-in page. Sign in, export the assets again and add the file. And 1 more file.',
    });
    const added = await importSources([source('d.json', '')], { origin: 'files' }, dataset, UNWATCHED).catch(
      (error: unknown) => (error instanceof TroubleError ? error.trouble.what : 'another error'),
    );
    expect(added).toBe('d.json is empty.');
    const more = await importSources(
      [source('d.json', ''), source('e.json', '[{"assetId":2}]')],
      { origin: 'files' },
      dataset,
      UNWATCHED,
    );
    expect(more.kind === 'dataset' && more.dataset.header.unfinished?.reason).toMatch(
      /^“b\.json” was not read: .* And 2 more files\.$/,
    );
  });

  it('a file that was removed before it is read is not called empty', async () => {
    // As a browser has it: no size, and no bytes to be had.
    const gone = Object.assign(new Blob([]), {
      arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    });
    const trouble = await importFiles({ name: 'gone.json', blob: gone }).catch((error: unknown) =>
      error instanceof TroubleError ? error.trouble : null,
    );
    expect(trouble).toMatchObject({
      code: 'file.unreadable',
      what: expect.stringContaining('changed, moved or locked'),
    });
  });

  it('reads keys that are written with escapes, alone and in a wrapper', async () => {
    const list = '[{"\\u0061ssetId":7,"asset\\u004eame":"a"},{"assetId":8}]';
    for (const text of [list, `{"data":${list}}`, `{"assetListData":{"\\u0061sset":${list}}}`])
      expect(plainAssets(await importFiles(source('a.json', text))), text).toEqual([
        { assetId: '7', assetName: 'a' },
        { assetId: '8' },
      ]);
  });

  it('a page without assets among others is no loss', async () => {
    const dataset = await importFiles(
      source('a.json', '[{"assetId":1}]'),
      source('b.json', '{"responseCode":"SUCCESS","count":0,"hasMore":0}'),
    );
    expect(dataset.header.unfinished).toBeUndefined();
    expect(dataset.header.files[1]).toMatchObject({ format: 'Empty list', records: 0 });
    expect(dataset.header.balance.records).toBe(1);
  });

  it('a failed response among others is a loss', async () => {
    const dataset = await importFiles(
      source('a.json', '[{"assetId":1}]'),
      source('b.json', '{"responseMessage":"Unauthorized","responseCode":"FAILED"}'),
    );
    expect(dataset.header.unfinished?.reason).toBe(
      '“b.json” was not read: it holds no assets: it is an answer of the Gateway that says “Unauthorized (FAILED)”. Export again with an account that may read assets.',
    );
  });

  it('names a thousand skipped records and counts them all', async () => {
    const dataset = await importFiles(source('a.json', `[{"assetId":1}${',7'.repeat(3000)}]`));
    expect(dataset.header.skipped.length).toBe(1000);
    expect(dataset.header.balance).toEqual({ records: 3001, assets: 1, repeated: 0, skipped: 3000 });
  });

  it('ids stay exact', async () => {
    const ids = [
      '9007199254740993',
      '18446744073709551617',
      '123',
      '"123"',
      '{"$numberLong":"9007199254740993"}',
      '1e3',
      '1.0',
      '0.5',
    ];
    const dataset = await importFiles(source('a.json', `[${ids.map((id) => `{"assetId":${id}}`).join()}]`));
    expect(plainAssets(dataset).map((asset) => asset['assetId'])).toEqual([
      '9007199254740993',
      '18446744073709551617',
      '123',
      '1000',
      '1',
      '0.5',
    ]);
  });

  it('assets without an id are kept under the number of their record', async () => {
    const dataset = await importFiles(
      source(
        'a.json',
        '[{"assetName":"a"},{"assetId":null,"assetName":"a"},{"assetId":"#1"},{"assetId":""},{"assetId":true},{"assetId":{}}]',
      ),
    );
    expect(plainAssets(dataset).map((asset) => asset['assetId'])).toEqual([
      '#1.2',
      '#2',
      '#1',
      '#4',
      '#5',
      '#6',
    ]);
    expect(dataset.header.withoutId).toBe(5);
  });
});
