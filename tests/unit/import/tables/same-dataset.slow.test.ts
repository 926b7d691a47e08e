import { gzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { importSources } from '../../../../src/import/import';
import { macDigits, macsAt, sourcesAt, textAt, textsAt, timeAt } from '../../../../src/model/columns';
import type { Dataset } from '../../../../src/model/dataset';
import { UNWATCHED } from '../../../../src/model/progress';
import { concat, patchEntry, utf8, zip } from '../containers/make-archive';

const HEADERS = [
  'Asset ID',
  'Asset Name',
  'DNS Name',
  'NetBIOS Name',
  'IP Address',
  'MAC Addresses',
  'Source',
  'Last Updated',
];

interface Machine {
  readonly id: string;
  readonly name: string;
  readonly dns: string;
  readonly netbios: string;
  readonly ip: string;
  readonly macs: readonly string[];
  readonly time: string;
}

/** Some machines with what makes tables go wrong: long ids, leading zeros, quotes, commas, formulas, other scripts. */
const MACHINES: readonly Machine[] = Array.from({ length: 300 }, (_, i) => ({
  id: i % 50 === 7 ? `90071992547409${93 + (i % 7)}1` : String(1000 + i - (i % 40 === 39 ? 1 : 0)),
  name: ['web', '00123', 'say "hi", you', '__proto__', 'zürich-機', 'two\nlines'][i % 6]! + (i % 9),
  dns: i % 3 ? `host${i}.example.com` : '',
  netbios: i % 4 ? `HOST${i}` : '',
  ip: `10.0.${i % 4}.${i % 200}`,
  macs: i % 5 ? [`00:50:56:00:00:${(i % 90) + 10}`, `005056aa00${(i % 80) + 10}`] : [],
  time: new Date(1_780_000_000_000 + i * 60_000).toISOString(),
}));

const json = JSON.stringify(
  MACHINES.map(({ id, name, dns, netbios, ip, macs, time }) => ({
    assetId: '@',
    id,
    assetName: name,
    dnsName: dns,
    netbiosName: netbios,
    address: ip,
    lastModifiedDate: time,
    networkInterfaceListData: { networkInterface: macs.map((macAddress) => ({ macAddress })) },
    inventoryListData: { inventory: [{ source: 'IP', lastUpdated: time }] },
  })),
).replace(/"assetId":"@","id":"(\d+)"/g, '"assetId":$1');
const rows = MACHINES.map(({ id, name, dns, netbios, ip, macs, time }) => [
  id,
  name,
  dns,
  netbios,
  ip,
  macs.join(', '),
  'IP',
  time,
]);
const csv = Papa.unparse([HEADERS, ...rows]);

function workbook(bookType: 'xlsx' | 'xls'): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADERS, ...rows]), 'Assets');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

async function read(bytes: Uint8Array<ArrayBuffer>, name = 'a'): Promise<Dataset> {
  const result = await importSources(
    [{ name, blob: new Blob([bytes]) }],
    { origin: 'files' },
    null,
    UNWATCHED,
  );
  if (result.kind !== 'dataset') throw new Error('asked for a mapping');
  return result.dataset;
}

/** Every value that the table above has, asset by asset. */
function contentOf({ size, columns }: Dataset) {
  return Array.from({ length: size }, (_, asset) => ({
    id: textAt(columns.assetId, asset),
    name: textAt(columns.assetName, asset),
    dns: textAt(columns.dnsName, asset),
    netbios: textAt(columns.netbiosName, asset),
    address: textAt(columns.address, asset),
    interfaces: textsAt(columns.interfaceAddresses, asset),
    macs: [...macsAt(columns.macAddresses, asset)].map(macDigits),
    modified: timeAt(columns.lastModified, asset),
    sources: sourcesAt(columns.sources, asset).map(({ source, lastUpdated }) => ({ source, lastUpdated })),
  }));
}

describe('the same assets', () => {
  it('give the same dataset as JSON, CSV, workbook, gzip, zip and UTF-16', async () => {
    const expected = await read(utf8(json));
    expect(expected.size).toBeGreaterThan(250);
    const half = json.length >> 1;
    const utf16 = new Uint8Array(
      Uint16Array.from({ length: csv.length }, (_, i) => csv.charCodeAt(i)).buffer,
    );
    const forms: Record<string, Uint8Array<ArrayBuffer>> = {
      csv: utf8(csv),
      tsv: utf8(Papa.unparse([HEADERS, ...rows], { delimiter: '\t' })),
      'csv in UTF-16': utf16,
      'csv.gz': new Uint8Array(gzipSync(utf8(csv))),
      xlsx: workbook('xlsx'),
      xls: workbook('xls'),
      'json.gz in two members': concat(gzipSync(utf8(json.slice(0, half))), gzipSync(utf8(json.slice(half)))),
      'json in zip': zip({ 'a/b.json': utf8(json) }),
      'json.gz in zip': zip({ 'b.json.gz': new Uint8Array(gzipSync(utf8(json))) }),
      'xlsx in zip': zip({ 'b.xlsx': workbook('xlsx') }),
    };
    for (const [form, bytes] of Object.entries(forms)) {
      const dataset = await read(bytes, 'export');
      expect(contentOf(dataset), form).toEqual(contentOf(expected));
      expect(dataset.header.balance, form).toEqual(expected.header.balance);
    }
  });

  it('come with how their columns were read', async () => {
    const [file] = (await read(utf8(csv))).header.files;
    expect(file?.format).toBe('CSV');
    expect(file?.mapping?.headers).toEqual(HEADERS);
    expect(file?.mapping?.columns[0]).toBe('assetId');
  });
});

describe('damaged containers', () => {
  const first = utf8('[{"assetId":1,"assetName":"a"},');
  const second = utf8('{"assetId":2,"assetName":"b"}]');

  it('keep what was read before the damage and say so', async () => {
    const damaged = gzipSync(second);
    damaged[damaged.length - 8]! ^= 1;
    const { size, header } = await read(concat(gzipSync(first), damaged), 'a.json.gz');
    expect(size).toBe(2);
    expect(header.unfinished?.reason).toBe(
      'a.json.gz is damaged: the checksum of gzip member 2 does not fit its content. Download or copy the file again; some of what was read from it may be wrong.',
    );
  });

  it('read the other entries of a zip and say what is missing', async () => {
    const bytes = zip({
      'a.json': utf8('[{"assetId":1}]'),
      'b.json': utf8('[{"assetId":2}]'),
      'c.json': utf8('[{"assetId":3}]'),
    });
    const { size, header } = await read(
      patchEntry(bytes, 1, (entry) => entry.setUint16(8, 1, true)),
      'x.zip',
    );
    expect(size).toBe(2);
    expect(header.unfinished?.reason).toBe(
      '“x.zip/b.json” was not read: it is encrypted with a password. Unpack the archive with its password and drop the files that come out.',
    );
    expect(header.skipped).toEqual([]);
    expect(header.files.map(({ name, bytes, trouble }) => [name, bytes, trouble?.what])).toEqual([
      ['x.zip/a.json', 15, undefined],
      ['x.zip/b.json', 15, 'x.zip/b.json is encrypted with a password.'],
      ['x.zip/c.json', 15, undefined],
    ]);
  });

  it('are errors where nothing could be read', async () => {
    const bytes = patchEntry(zip({ 'b.json': utf8('[]') }), 0, (entry) => entry.setUint16(8, 1, true));
    await expect(read(bytes, 'x.zip')).rejects.toThrow('x.zip/b.json is encrypted with a password.');
    await expect(read(utf8('<html><title>Sign in</title>'), 'a.xlsx')).rejects.toThrow(
      'a.xlsx is a web page, not an export: probably a sign-in page that was saved in its place.',
    );
  });
});
