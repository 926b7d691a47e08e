import csvSpectrum from 'csv-spectrum';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CsvRows, type CsvShape } from '../../../../src/import/tables/csv-rows';
import { sampleCsv } from '../../../../src/import/tables/csv-shape';
import { concat, utf8 } from '../containers/make-archive';

interface Row {
  readonly cells: string[];
  readonly byte: number;
  readonly length: number;
  readonly fault: string | null;
}

function readRows(bytes: Uint8Array, shape: CsvShape, sizes: readonly number[] = [1 << 20]): Row[] {
  const rows: Row[] = [];
  const reader = new CsvRows(shape, 'a.csv', (cells, byte, length, fault) =>
    rows.push({ cells, byte, length, fault }),
  );
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    reader.push(bytes.subarray(at, at + size));
    at += size;
  }
  reader.finish();
  return rows;
}

const COMMA: CsvShape = { delimiter: ',', newline: '\n' };
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    'a,b',
    'say "hi"',
    'two\nlines',
    'x\r\ny',
    ';',
    '|',
    '\t',
    'zürich',
    '\u{1F600}',
    '__proto__',
    '=1+1',
  ),
);
/** A lone CR at a cell's end cannot be told from the end of a CRLF line; nobody's export has one. */
const plainCell = cell.map((text) => text.replace(/\r(?!\n)/g, ''));

/** The suite's JSON; one case has its only record bare, and with another telephone number than its CSV. */
function expected(name: string, json: string): unknown {
  const parsed = JSON.parse(json) as unknown;
  return name === 'location_coordinates'
    ? [{ ...(parsed as object), 'Contact Phone Number': '2095257564' }]
    : parsed;
}

describe('CsvRows', () => {
  it('gives back random rows at any chunking, with LF and CRLF, and each row its bytes', async () => {
    const width = fc.integer({ min: 2, max: 5 });
    const tables = width.chain((n) =>
      fc.array(fc.array(plainCell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (table, delimiter, newline, sizes) => {
          const text = Papa.unparse(table, { delimiter, newline, quotes: true });
          const bytes = utf8(text);
          const rows = readRows(bytes, { delimiter, newline: '\n' }, sizes);
          expect(rows.map(({ cells }) => cells)).toEqual(table);
          expect(rows.every(({ fault }) => fault === null)).toBe(true);
          let at = 0;
          for (const { byte, length } of rows) {
            expect(byte).toBe(at);
            at += length;
          }
          expect(at).toBe(bytes.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('passes the csv-spectrum suite', async () => {
    const cases = await new Promise<{ name: string; csv: Buffer; json: Buffer }[]>((resolve, reject) => {
      csvSpectrum((error, found) => (error ? reject(error) : resolve(found)));
    });
    expect(cases.length).toBe(12);
    for (const { name, csv, json } of cases) {
      for (const size of [1, 2, 3, 7, 64, 65536]) {
        const rows = readRows(new Uint8Array(csv), COMMA, [size]).filter(
          ({ cells }) => cells.join('') !== '',
        );
        const headers = rows[0]!.cells;
        const got = rows
          .slice(1)
          .map(({ cells }) => Object.fromEntries(cells.map((text, i) => [headers[i]!, text])));
        expect(got, `${name} at ${size}`).toEqual(expected(name, json.toString()));
      }
    }
  });

  it('ends lines at CR in old Macintosh files, and mixes LF and CRLF', () => {
    expect(readRows(utf8('a,b\r1,2\r'), { delimiter: ',', newline: '\r' }).map(({ cells }) => cells)).toEqual(
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    );
    expect(readRows(utf8('a,b\r\n1,2\n3,"4"\r\n'), COMMA).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('gives up only the row whose quote is never closed', () => {
    const rows = readRows(utf8('a,b\n1,"open\n2,x\n3,y\n'), COMMA, [5]);
    expect(rows.map(({ cells, fault }) => fault ?? cells.join())).toEqual([
      'a,b',
      'The row opens a quote that is never closed.',
      '2,x',
      '3,y',
    ]);
  });

  it('gives up an open quote after 1 MB, without reading the file again and again', () => {
    const line = `2,${'x'.repeat(96)}\n`;
    const rows = readRows(utf8(`1,"open\n${line.repeat(30_000)}`), COMMA, [1 << 17]);
    expect(rows.length).toBe(30_001);
    expect(rows.filter(({ fault }) => fault !== null).length).toBe(1);
  });

  it('names a row with bytes that are not UTF-8, and keeps the others', () => {
    const bytes = concat(utf8('a,b\n1,é\n'), Uint8Array.of(0x32, 0x2c, 0xe9, 0x0a), utf8('3,\u{1F600}\n'));
    const rows = readRows(bytes, COMMA, [3]);
    expect(rows.map(({ fault, cells }) => fault ?? cells.join())).toEqual([
      'a,b',
      '1,é',
      'The row has bytes that are not UTF-8. Save the file as CSV UTF-8 and import it again.',
      '3,\u{1F600}',
    ]);
    expect(rows.map(({ byte }) => byte)).toEqual([0, 4, 9, 13]);
  });
});

describe('sampleCsv', () => {
  it.each([
    [',', 'Asset ID,Name,IP\n1,web01,10.0.0.1\n'],
    [';', 'Asset ID;Name;IP\n1;web01, old;10.0.0.1\n'],
    ['\t', 'Asset ID\tName\tIP\n1\tweb01, the; old\t10.0.0.1\n'],
    ['|', 'Asset ID|Name|IP\n1|web01|10.0.0.1\n'],
    [';', 'foo;bar\n1,5;2\n1,6;2\n'],
  ])('finds %j', (delimiter, text) => {
    expect(sampleCsv(utf8(text)).shape.delimiter).toBe(delimiter);
  });

  it('obeys the line sep=', () => {
    const sample = sampleCsv(utf8('sep=;\r\nAsset ID;Name\r\n1;a,b\r\n'));
    expect(sample.shape.delimiter).toBe(';');
    expect(sample.rows[0]).toEqual(['Asset ID', 'Name']);
    expect(sample.start).toBe(7);
  });
});
