import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { troubleOf, utf8, zip } from '../containers/make-archive';
import { readTable } from './read-table';

const CSV = `Asset ID,Asset Name,DNS Name,IP Address,MAC Address,Source,Last Seen,Tags,OS
100,web01,web01.example.com,"10.0.0.1, 10.0.0.2","00:50:56:aa:bb:01
00:50:56:aa:bb:02",QAGENT,2026-05-25T14:21:10Z,"Cloud Agent, EU",Ubuntu 24.04
9007199254740993,db01,"db01.example.com;db01",10.0.0.3,,"IP; DNSNAME","May 25, 2026 02:21 PM",,"Windows Server 2022, Standard"
`;

describe('CSV', () => {
  it('reads records with their places, parts cells with several values, keeps ids exact', async () => {
    const { sink, reading } = await readTable(CSV, 'a.csv');
    expect(reading?.kind).toBe('read');
    expect(sink.fields).toEqual([
      {
        assetId: '100',
        assetName: 'web01',
        dnsName: 'web01.example.com',
        address: '10.0.0.1',
        interfaceAddresses: '10.0.0.2',
        macAddresses: '00:50:56:aa:bb:01\n00:50:56:aa:bb:02',
        lastModified: '2026-05-25T14:21:10Z',
        tags: ['Cloud Agent', 'EU'],
        operatingSystem: 'Ubuntu 24.04',
        source: 'QAGENT||2026-05-25T14:21:10Z',
      },
      {
        assetId: '9007199254740993',
        assetName: 'db01',
        dnsName: 'db01.example.com',
        interfaceHostnames: 'db01',
        address: '10.0.0.3',
        lastModified: 'May 25, 2026 02:21 PM',
        operatingSystem: 'Windows Server 2022, Standard',
        source: ['IP||', 'DNSNAME||'],
      },
    ]);
    for (const { byte, length } of sink.records) {
      const text = new TextDecoder().decode(utf8(CSV).subarray(byte, byte + length));
      expect(text).toMatch(/^(100|9007199254740993),[\s\S]*\n$/);
    }
    expect(sink.seen).toEqual([
      'assetId',
      'assetName',
      'dnsName',
      'address',
      'macAddresses',
      'sources',
      'lastModified',
      'tags',
      'operatingSystem',
    ]);
  });

  it('gives the same records by any delimiter, encoding and container', async () => {
    const plain = (await readTable(CSV, 'a')).sink.fields;
    const semicolons = CSV.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ';');
    const utf16 = new Uint8Array(Uint16Array.from(`\uFEFF${CSV}`, (c) => c.charCodeAt(0)).buffer);
    const forms = [
      utf8(`\uFEFF${CSV}`),
      utf8(CSV.replaceAll('\n', '\r\n').replace('01\r\n00', '01\n00')),
      utf8(semicolons),
      utf8(semicolons.replaceAll(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '\t')),
      utf8(`sep=;\n${semicolons}`),
      utf8(`Asset report\nCreated,25 May 2026\n\n${CSV}`),
      utf8(CSV.trimEnd()),
      utf16,
      new Uint8Array(gzipSync(utf8(CSV))),
      zip({ 'export.csv': utf8(CSV) }),
    ];
    for (const [i, form] of forms.entries()) {
      const { sink } = await readTable(form, 'a.bin');
      expect(sink.fields, `form ${i}`).toEqual(plain);
      expect(sink.skipped).toEqual([]);
    }
  });

  it('counts ragged rows, leaves blank lines and repeated headers out', async () => {
    const text =
      'Asset ID,Name,IP\n1,a,10.0.0.1\n2,b\n\n3,c,10.0.0.3,x\n4,d,10.0.0.4,\nAsset ID,Name,IP\n,,\n5,e,10.0.0.5\n';
    const { sink } = await readTable(text, 'a.csv');
    expect(sink.fields.map(({ assetId }) => assetId)).toEqual(['1', '4', '5']);
    expect(sink.skipped).toEqual([
      { byte: 30, reason: 'The row has 2 cells where the header has 3.' },
      { byte: 35, reason: 'The row has 4 cells where the header has 3.' },
    ]);
  });

  it('drops rows without any value that is read', async () => {
    const { sink } = await readTable('Asset ID,IP,Comment\n1,10.0.0.1,\n,,only a remark\n', 'a.csv');
    expect(sink.skipped).toEqual([
      { byte: 32, reason: 'The row has no value in any of the columns that are read.' },
    ]);
  });

  it('undoes what spreadsheet programs do to keep text text, and takes placeholders for nothing', async () => {
    const { sink } = await readTable(
      `Asset ID,Name,IP,MAC\n"=""00123""",'=web,-,N/A\n7,N/A,10.0.0.1,\n`,
      'a.csv',
    );
    expect(sink.fields).toEqual([
      { assetId: '00123', assetName: '=web' },
      { assetId: '7', assetName: 'N/A', address: '10.0.0.1' },
    ]);
  });

  it('learns from the column whether the day or the month comes first', async () => {
    const { sink } = await readTable(
      'Asset ID,IP,Last Seen\n1,10.0.0.1,03/04/2026\n2,10.0.0.2,25/04/2026 10:00\n',
      'a.csv',
    );
    expect(sink.fields.map(({ lastModified }) => lastModified)).toEqual([
      '2026-04-03',
      '2026-04-25 10:00:00',
    ]);
    const us = await readTable('Asset ID,IP,Last Seen\n1,10.0.0.1,03/04/2026\n2,10.0.0.2,soon\n', 'a.csv');
    expect(us.sink.fields.map(({ lastModified }) => lastModified)).toEqual(['2026-03-04', 'soon']);
  });

  it('asks about columns that it does not know for certain, and obeys the answer', async () => {
    const text = 'Number,Machine,Where\n1,web01,10.0.0.1\n2,web02,10.0.0.2\n';
    const asked = await readTable(text, 'list.csv');
    expect(asked.reading).toEqual({
      kind: 'mapping',
      request: {
        file: 'list.csv',
        signature: 'number|machine|where',
        headers: ['Number', 'Machine', 'Where'],
        preview: [
          ['1', 'web01', '10.0.0.1'],
          ['2', 'web02', '10.0.0.2'],
        ],
        suggested: [null, 'assetName', 'address'],
      },
    });
    expect(asked.sink.records).toEqual([]);
    const columns = ['assetId', 'assetName', 'address'] as const;
    const told = await readTable(text, 'list.csv', { mappings: { 'number|machine|where': columns } });
    expect(told.reading).toEqual({
      kind: 'read',
      mapping: { signature: 'number|machine|where', headers: ['Number', 'Machine', 'Where'], columns },
    });
    expect(told.sink.fields[1]).toEqual({ assetId: '2', assetName: 'web02', address: '10.0.0.2' });
  });

  it('asks about an unknown column that may be the asset id', async () => {
    const rows = '1,web01,10.0.0.1\n2,web02,10.0.0.2\n';
    expect((await readTable(`ID thing,DNS Name,IP Address\n${rows}`, 'a.csv')).reading?.kind).toBe('mapping');
    expect((await readTable(`Video,DNS Name,IP Address\n${rows}`, 'a.csv')).reading?.kind).toBe('read');
    expect((await readTable(`ThingID,DNS Name,Asset ID\n${rows}`, 'a.csv')).reading?.kind).toBe('read');
  });

  it('takes a full host name for the DNS name too where no column has that', async () => {
    const one = await readTable('Asset ID,FQDN\n1,a.example.com\n', 'a.csv');
    expect(one.sink.fields).toEqual([{ assetId: '1', fqdn: 'a.example.com', dnsName: 'a.example.com' }]);
    const both = await readTable('Asset ID,FQDN,DNS Name\n1,a.example.com,b\n', 'a.csv');
    expect(both.sink.fields).toEqual([{ assetId: '1', fqdn: 'a.example.com', dnsName: 'b' }]);
  });

  it('reads Windows-1252, with places that hold, and keeps to UTF-8 where a byte is damaged', async () => {
    const latin = (text: string) => Uint8Array.from(text, (c) => (c === '€' ? 0x80 : c.charCodeAt(0)));
    const text = 'Asset ID,Asset Name,Größe\n1,büro €,x\n2,café,y\n';
    const { sink, reading } = await readTable(latin(text), 'a.csv');
    expect(sink.fields.map(({ assetName }) => assetName)).toEqual(['büro €', 'café']);
    expect(sink.records.map(({ byte, length }) => text.slice(byte, byte + length))).toEqual([
      '1,büro €,x\n',
      '2,café,y\n',
    ]);
    expect(reading).toMatchObject({ kind: 'read', encoding: 'Windows-1252' });
    expect(reading?.kind === 'read' && reading.mapping.headers[2]).toBe('Größe');
    const damaged = Uint8Array.from([...utf8('Asset ID,Asset Name\n1,é\n2,ö\n3,'), 0xff, 10]);
    const mostly = await readTable(damaged, 'a.csv');
    expect(mostly.sink.fields.map(({ assetName }) => assetName)).toEqual(['é', 'ö']);
    expect(mostly.sink.skipped[0]?.reason).toContain('Save the file as CSV UTF-8');
  });

  it('refuses a list of one column', async () => {
    expect(await troubleOf(readTable('Asset Name\nweb01\nweb02\n', 'names.csv'))).toEqual({
      code: 'table.oneColumn',
      what: 'names.csv has only one column (“Asset Name”), or its cells are parted by something else than comma, semicolon, tab or |.',
    });
  });

  it('does not take JSON, HTML, prose or bytes for a table', async () => {
    const others = [
      '{"a":1,\n"b":2,\n"c":3}',
      '[1,2]\n[3,4]',
      '<html>,\n,\n,',
      'Dear all,\nthis is no table.\nRegards',
      'a,b\0\n',
      '',
    ];
    for (const text of others) expect((await readTable(text, 'a.csv')).reading).toBeNull();
  });

  it('keeps hostile names out of objects', async () => {
    const { sink } = await readTable('Asset ID,Name,IP,__proto__\n1,__proto__,10.0.0.1,{"x":1}\n', 'a.csv');
    expect(sink.fields).toEqual([{ assetId: '1', assetName: '__proto__', address: '10.0.0.1' }]);
  });
});
