import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { UNWATCHED } from '../../../../src/model/progress';
import { cellText } from '../../../../src/report/xlsx/cell-text';
import type { Sheet } from '../../../../src/report/xlsx/sheet';
import { STYLES } from '../../../../src/report/xlsx/styles';
import { writeSheets, writeXlsx } from '../../../../src/report/xlsx/write-xlsx';
import { makeDataset } from '../../make-dataset';
import { makeGrouping } from '../make-grouping';
import { collect, HOSTILE, hostileInput, makeInput, written } from '../report-input';

const rowsOf = (file: Uint8Array, sheet: string) =>
  utils.sheet_to_json<unknown[]>(read(file).Sheets[sheet]!, { header: 1, defval: null });
const xmlOf = (file: Uint8Array, sheet = 1) => strFromU8(unzipSync(file)[`xl/worksheets/sheet${sheet}.xml`]!);

function plainSheet(rowCount: number, name = 'Rows'): Sheet {
  return {
    name,
    filter: true,
    columns: [
      { header: 'Number', width: null },
      { header: 'Text', width: null },
    ],
    rowCount,
    *rows() {
      for (let row = 0; row < rowCount; row++) yield { cells: [row, `row ${row}`], look: 'plain' };
    },
  };
}

it('is the SheetJS Community Edition 0.20.3 that was examined', () => {
  const source = readFileSync(new URL('../../../../node_modules/xlsx/xlsx.mjs', import.meta.url));
  const sha256 = createHash('sha256').update(source).digest('hex');
  expect(sha256).toBe('1a0fb062ee9781b13f6687371b202aaefc53b6ce55b530c027e01f9c087b77db');
});

describe('writeXlsx', () => {
  const dataset = makeDataset([
    {
      assetId: '9007199254740993',
      address: '10.0.0.1',
      dnsName: 'a.example',
      assetName: 'web01',
      sources: [{ source: 'QAGENT', lastUpdated: Date.UTC(2026, 4, 25, 14, 21, 10, 900) }, 'IP'],
      netbiosName: 'WEB01',
      macAddresses: ['00:50:56:00:00:01', '00:50:56:00:00:02'],
      operatingSystem: 'Linux',
    },
    { assetId: '00102', assetName: 'web01' },
    { assetId: '103', macAddresses: ['00:50:56:00:00:01'] },
  ]);
  const grouping = makeGrouping(dataset, [
    { rule: 'assetName', value: 'web01', members: [0, 1] },
    { rule: 'macAddress', value: '005056000001', members: [0, 2] },
  ]);

  it('has the columns of the contract and a row for each asset in each group', async () => {
    const rows = rowsOf(await written(writeXlsx, makeInput(dataset, grouping)), 'Duplicate Assets');
    const serial = Date.UTC(2026, 4, 25, 14, 21, 10) / 86_400_000 + 25_569;
    expect(rows).toEqual([
      [
        'Asset ID',
        'Address',
        'DNS Name',
        'Asset Name',
        'Source',
        'Last Activity (UTC)',
        'NetBIOS Name',
        'MAC Addresses',
        'Matched On',
        'Shared Value',
        'Group',
        'Group Size',
        'Row in Group',
        'Cluster',
        'Cluster Size',
        'Operating System',
        'All Matching Fields',
      ],
      [
        '9007199254740993',
        '10.0.0.1',
        'a.example',
        'web01',
        'QAGENT, IP',
        serial,
        'WEB01',
        '00:50:56:00:00:01, 00:50:56:00:00:02',
        'Asset name',
        'web01',
        1,
        2,
        1,
        1,
        3,
        'Linux',
        'Asset name',
      ],
      [
        '00102',
        null,
        null,
        'web01',
        null,
        null,
        null,
        null,
        'Asset name',
        'web01',
        1,
        2,
        2,
        1,
        3,
        null,
        'Asset name',
      ],
      [
        '9007199254740993',
        '10.0.0.1',
        'a.example',
        'web01',
        'QAGENT, IP',
        serial,
        'WEB01',
        '00:50:56:00:00:01, 00:50:56:00:00:02',
        'MAC address',
        '00:50:56:00:00:01',
        2,
        2,
        1,
        1,
        3,
        'Linux',
        'MAC address',
      ],
      [
        '103',
        null,
        null,
        null,
        null,
        null,
        null,
        '00:50:56:00:00:01',
        'MAC address',
        '00:50:56:00:00:01',
        2,
        2,
        2,
        1,
        3,
        null,
        'MAC address',
      ],
    ]);
  });

  it('freezes the header, filters it, and fills every cell of a group alike', async () => {
    const file = await written(writeXlsx, makeInput(dataset, grouping));
    const xml = xmlOf(file);
    expect(xml).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(xml).toContain('<autoFilter ref="A1:Q5"/>');
    expect(xml).toContain('<dimension ref="A1:Q5"/>');
    expect(xml).not.toContain('<f>');
    const looks = [...xml.matchAll(/<row .*?<\/row>/gs)].map(([row]) => [
      ...new Set([...row.matchAll(/<c [^>]*s="(\d+)"/g)].map(([, style]) => STYLES[Number(style) - 1]!.look)),
    ]);
    expect(looks).toEqual([['header'], ['blue'], ['blue'], ['peach'], ['peach']]);
    expect([...xml.matchAll(/<c /g)].length).toBe(5 * 17);
  });

  it('holds only what the table showed where a query is given', async () => {
    const query = {
      search: '103',
      rules: null,
      overlap: null,
      matching: null,
      cluster: null,
      group: null,
      sort: null,
      together: false,
      bands: true,
    };
    const file = await written(writeXlsx, makeInput(dataset, grouping, { query }));
    expect(rowsOf(file, 'Duplicate Assets').map((row) => row[0])).toEqual(['Asset ID', '103']);
    expect(rowsOf(file, 'Summary').flat()).toContain('1 row (filter: “103”)');
  });

  it('is the same bytes for the same input', async () => {
    const files = [0, 1].map(() => written(writeXlsx, makeInput(dataset, grouping)));
    const [first, second] = await Promise.all(files);
    expect(Buffer.compare(first!, second!)).toBe(0);
  });

  it('has files that were not read, ignored MACs with colons and the zone in sheet Summary', async () => {
    const trouble = { what: 'b.json is empty.', remedy: 'Export it again.' };
    const header = {
      ...dataset.header,
      withoutId: 2,
      unfinished: { reason: '“b.json” was not read.' },
      files: [{ name: 'b.json', bytes: 0, format: 'Not read', records: 0, trouble }],
    };
    const ignored = [{ rule: 'macAddress', value: '000000000001', assets: 2, reason: 'Common' }] as const;
    const input = makeInput({ ...dataset, header }, { ...grouping, ignored });
    const rows = rowsOf(await written(writeXlsx, input), 'Summary');
    expect(rows.find((row) => row[0] === 'Unfinished')?.[3]).toBe('“b.json” was not read.');
    expect(rows.find((row) => row[0] === 'b.json')?.slice(0, 3)).toEqual([
      'b.json',
      'b.json is empty.',
      'Export it again.',
    ]);
    expect(rows.find((row) => row[3] === 'Common')?.[1]).toBe('00:00:00:00:00:01');
    expect(rows.find((row) => row[0] === 'Records without an asset ID')?.[1]).toBe(2);
    expect(rows.find((row) => row[0] === 'Report made')?.[2]).toBe('UTC');
    expect(rows.find((row) => row[0] === 'Time zone')?.[1]).toBe('UTC');
  });

  it('has the figures, the settings and the balance in sheet Summary', async () => {
    const rows = rowsOf(await written(writeXlsx, makeInput(dataset, grouping)), 'Summary');
    const value = (label: string) => rows.find((row) => row[0] === label)?.[1];
    expect(
      [
        'Host assets',
        'Potential duplicates',
        'Duplicate ratio, %',
        'Duplicate groups',
        'Clusters',
        'Records in the files',
        'Values ignored',
      ].map(value),
    ).toEqual([3, 3, 100, 2, 1, 3, 'As listed below']);
    expect(value('Report made')).toBeCloseTo(Date.UTC(2026, 4, 25, 14, 21, 10) / 86_400_000 + 25_569, 8);
  });
});

describe('hostile text', () => {
  it('stays text in every cell, as far as a cell can hold it', async () => {
    const file = await written(writeXlsx, hostileInput());
    const sheet = read(file).Sheets['Duplicate Assets']!;
    const visible = [
      ...HOSTILE.slice(0, 3),
      'line separator ',
      'lone \ufffd surrogate',
      '\ufffd\ufffd',
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      ' =1',
      ' =1',
      "'=1",
      '_x0041_',
      '_X005f_x0041_',
      'bell null end',
      'a,b;c d',
      '00123',
      '1E5',
      '  blanks  ',
      ']]>',
      '\ufeff',
      '😀 ünï',
      '__proto__',
      'TRUE',
    ];
    // SheetJS, unlike Excel, reads `_x005F_x0041_` twice: see openpyxl.test.ts for what is written.
    const escapes = ['_x0041_', '_X005f_x0041_'];
    visible.forEach((text, at) => {
      if (escapes.includes(text)) return;
      for (const column of ['B', 'C', 'D', 'E', 'G', 'J', 'P']) {
        const cell = sheet[`${column}${2 + 2 * at}`];
        expect([column, cell.t, cell.v, cell.f]).toEqual([column, 's', text, undefined]);
      }
    });
  });

  it('cuts what no cell can hold, with a mark', () => {
    const cut = cellText('😀'.repeat(20_000));
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut).toMatch(/^(😀)+ … \(cut: a cell holds 32,767 characters\)$/u);
    expect(cellText('x'.repeat(32_767))).toHaveLength(32_767);
    expect(cellText('_x0041_'.repeat(4000)).length).toBeLessThanOrEqual(32_767);
  });
});

describe('writeSheets', () => {
  it('goes on in a second sheet, chunk after chunk', async () => {
    const file = await collect(writeSheets([plainSheet(7001)], 0, UNWATCHED, { rowsInSheet: 5000 }));
    expect(read(file).SheetNames).toEqual(['Rows', 'Rows (2)']);
    const first = rowsOf(file, 'Rows');
    const second = rowsOf(file, 'Rows (2)');
    expect([first.length, first.at(-1), second[0], second[1], second.length]).toEqual([
      5001,
      [4999, 'row 4999'],
      ['Number', 'Text'],
      [5000, 'row 5000'],
      2002,
    ]);
    expect(xmlOf(file, 2)).toContain('<autoFilter ref="A1:B2002"/>');
  });

  it('fits widths to the content, at most 50', async () => {
    const long: Sheet = {
      ...plainSheet(1),
      rows: () => [{ cells: [1234567, 'x'.repeat(400)], look: 'plain' }],
    };
    const xml = xmlOf(await collect(writeSheets([long], 0, UNWATCHED)));
    const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Math.floor(Number(width)),
    );
    expect(widths).toEqual([10, 50]);
  });

  it('writes a sheet without rows', async () => {
    expect(rowsOf(await collect(writeSheets([plainSheet(0)], 0, UNWATCHED)), 'Rows')).toEqual([
      ['Number', 'Text'],
    ]);
  });
});
