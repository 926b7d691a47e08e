import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { patchEntry, troubleOf, utf8, zip } from '../containers/make-archive';
import { readTable } from './read-table';

type Cells = (string | number | boolean | Date | null)[][];

function workbook(
  sheets: Record<string, Cells>,
  bookType: 'xlsx' | 'xls' | 'xlsb' = 'xlsx',
): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

/** Changes one part of a workbook. */
function repack(
  bytes: Uint8Array,
  change: (parts: Record<string, Uint8Array>) => void,
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  change(parts);
  return zip(parts);
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const SHEET = 'xl/worksheets/sheet1.xml';
const ROWS: Cells = [
  ['Asset ID', 'Name', 'DNS Name', 'IP', 'MAC Address', 'Last Seen', 'Tags'],
  [100, 'web01', null, '10.0.0.1, 10.0.0.2', '00:50:56:aa:bb:01', 46167.5, 'a, b'],
  ['9007199254740993', '00123', 'x.example.com', '10.0.0.3', 5056123456, '2026-05-25', null],
  [4503599627370497, 'TRUE', null, null, null, null, null],
];

describe('workbooks', () => {
  it.each(['xlsx', 'xls', 'xlsb'] as const)(
    'reads %s with ids, names, MACs and times exact',
    async (type) => {
      const { sink, reading } = await readTable(workbook({ Assets: ROWS }, type), 'a.any');
      expect(reading?.kind).toBe('read');
      expect(sink.skipped).toEqual([]);
      expect(sink.fields).toEqual([
        {
          assetId: '100',
          assetName: 'web01',
          address: '10.0.0.1',
          interfaceAddresses: '10.0.0.2',
          macAddresses: '00:50:56:aa:bb:01',
          lastModified: String(Date.UTC(2026, 4, 25, 12)),
          tags: ['a', 'b'],
        },
        {
          assetId: '9007199254740993',
          assetName: '00123',
          dnsName: 'x.example.com',
          address: '10.0.0.3',
          macAddresses: '005056123456',
          lastModified: '2026-05-25',
        },
        { assetId: '4503599627370497', assetName: 'TRUE' },
      ]);
      expect(sink.records.every(({ byte, length }) => byte === -1 && length === 0)).toBe(true);
    },
  );

  it('finds the sheet and the row of the header', async () => {
    const sheets = {
      About: [
        ['Report', 'x'],
        ['by', 'me'],
      ],
      Data: [['Assets of Example Ltd'], [], ...ROWS],
    };
    const { sink } = await readTable(workbook(sheets), 'a.xlsx');
    expect(sink.records.length).toBe(3);
  });

  it('skips ids that lost digits, and rows that reach beyond the header', async () => {
    const rows: Cells = [
      ['Asset ID', 'IP'],
      [2 ** 60, '10.0.0.1'],
      [2, '10.0.0.2', null, 'x'],
      [3, '10.0.0.3'],
    ];
    const { sink } = await readTable(workbook({ A: rows }), 'a.xlsx');
    expect(sink.fields.map(({ assetId }) => assetId)).toEqual(['3']);
    expect(sink.skipped.map(({ reason }) => reason)).toEqual([
      'The asset ID is a number beyond 2⁵³, whose last digits the workbook has lost.',
      'The row has cells to the right of the header’s last column.',
    ]);
  });

  it('is not held up by a false dimension, far cells, or repeated columns', async () => {
    const far = Array.from(
      { length: 300 },
      (_, i) => `<row r="${i + 1000}"><c r="XFD${i + 1000}"><v>1</v></c></row>`,
    ).join('');
    const bytes = repack(workbook({ A: ROWS }), (parts) => {
      const xml = text(parts[SHEET]!)
        .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')
        .replace('</sheetData>', `${far}<row r="1048576"><c r="A1048576"><v>9</v></c></row></sheetData>`);
      parts[SHEET] = utf8(xml);
    });
    const { sink } = await readTable(bytes, 'a.xlsx');
    expect(sink.records.length).toBe(4);
    expect(sink.skipped.length).toBe(300);
  });

  const behind = (added: string) => (xml: string) => xml.replace('</sheetData>', `</sheetData>${added}`);
  const within = (added: string) => (xml: string) => xml.replace('</sheetData>', `${added}</sheetData>`);
  const link = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>';
  it.each<[string, (xml: string) => string]>([
    ['a link over the whole sheet', behind(link)],
    ['the same with a false end in a comment', behind(`${link}<!-- </sheetData> -->`)],
    ['the same before the cells', (xml) => xml.replace('<sheetData>', `${link}<sheetData>`)],
    [
      'merged cells over the whole sheet',
      behind('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ],
    [
      'ten million columns',
      (xml) => xml.replace('<sheetData>', '<cols><col min="1" max="9999999"/></cols><sheetData>'),
    ],
    ['a row beyond any sheet', within('<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>')],
    ['100,000 rows that do not end', within('<row>'.repeat(100_000))],
  ])('is not harmed by %s', async (_, change) => {
    const bytes = repack(workbook({ A: ROWS }), (parts) => {
      parts[SHEET] = utf8(change(text(parts[SHEET]!)));
    });
    expect((await readTable(bytes, 'a.xlsx')).sink.records.length).toBe(3);
  });

  it('never unpacks parts that hold no cells', async () => {
    const bytes = repack(workbook({ A: ROWS }), (parts) => {
      parts['xl/media/image1.png'] = new Uint8Array(1000);
      parts['xl/externalLinks/externalLink1.xml'] = utf8('<x/>');
    });
    const media = Object.keys(unzipSync(bytes)).indexOf('xl/media/image1.png');
    const broken = patchEntry(bytes, media, (entry) => entry.setUint32(16, 0, true));
    expect((await readTable(broken, 'a.xlsx')).sink.records.length).toBe(3);
  });

  it('refuses a bomb in a part, a wrong checksum, and too much XML', async () => {
    const bomb = repack(workbook({ A: ROWS }), (parts) => {
      parts['xl/sharedStrings.xml'] = new Uint8Array(4096).fill(32);
    });
    const strings = Object.keys(unzipSync(bomb)).indexOf('xl/sharedStrings.xml');
    const large80 = patchEntry(bomb, strings, (entry) => entry.setUint32(24, 80 << 20, true));
    expect((await troubleOf(readTable(large80, 'a.xlsx'))).code).toBe('container.bomb');
    const part = new Uint8Array(randomBytes(1 << 20));
    const large = repack(workbook({ A: ROWS }), (parts) => {
      for (const name of ['sharedStrings', 'worksheets/x', 'worksheets/y']) parts[`xl/${name}.xml`] = part;
    });
    const names = Object.keys(unzipSync(large));
    const claims = names.reduce((bytes, name, index) => {
      const isLarge = /sharedStrings|[xy]\.xml$/.test(name) && !name.includes('rkbook');
      return isLarge ? patchEntry(bytes, index, (entry) => entry.setUint32(24, 100 << 20, true)) : bytes;
    }, large);
    expect((await troubleOf(readTable(claims, 'big.xlsx'))).what).toMatch(
      /^big\.xlsx holds 315 MB of cells; workbooks are read up to 268 MB\.$/,
    );
    const sheet = Object.keys(unzipSync(workbook({ A: ROWS }))).indexOf(SHEET);
    const damaged = patchEntry(workbook({ A: ROWS }), sheet, (entry) => entry.setUint32(16, 1, true));
    expect((await troubleOf(readTable(damaged, 'a.xlsx'))).what).toBe(
      `a.xlsx/${SHEET} is damaged: its checksum does not fit its content.`,
    );
  });

  it('names workbooks without a table, and Office files without a sheet', async () => {
    expect((await troubleOf(readTable(workbook({ A: [['one'], ['column']] }), 'a.xlsx'))).what).toBe(
      'a.xlsx has no sheet with a table of at least two columns.',
    );
    const ole = new Uint8Array(4096);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect((await troubleOf(readTable(ole, 'a.xls'))).code).toBe('workbook.damaged');
    const cut = workbook({ A: ROWS });
    expect((await troubleOf(readTable(cut.subarray(0, cut.length - 100), 'a.xlsx'))).code).toBe('zip.cut');
  });

  it('is not fooled by names: a sign-in page named .xlsx is no table', async () => {
    expect((await readTable('<!doctype html><title>Sign in, please</title>', 'a.xlsx')).reading).toBeNull();
  });

  it('asks about unknown columns, with the first rows', async () => {
    const { reading } = await readTable(
      workbook({
        A: [
          ['Foo', 'Bar'],
          [1, 'x'],
          [2, 'y'],
        ],
      }),
      'a.xlsx',
    );
    expect(reading).toMatchObject({
      kind: 'mapping',
      request: {
        signature: 'foo|bar',
        preview: [
          ['1', 'x'],
          ['2', 'y'],
        ],
      },
    });
  });
});

it('is SheetJS Community Edition 0.20.3 unchanged', () => {
  const bytes = readFileSync(new URL('../../../../node_modules/xlsx/xlsx.mjs', import.meta.url));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    '1a0fb062ee9781b13f6687371b202aaefc53b6ce55b530c027e01f9c087b77db',
  );
});
