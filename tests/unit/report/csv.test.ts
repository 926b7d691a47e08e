import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csvCell, writeCsv } from '../../../src/report/csv';
import { HOSTILE, hostileInput, written } from './report-input';

const read = async (input = hostileInput()) => {
  const bytes = await written(writeCsv, input);
  return { bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
};

it('begins with a byte order mark and ends every line with CRLF', async () => {
  const { bytes, text } = await read();
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text.slice(1).split('\r\n')[0]).toBe(
    'Asset ID,Address,DNS Name,Asset Name,Source,Last Activity (UTC),NetBIOS Name,MAC Addresses,Matched On,Shared Value,Group,Group Size,Row in Group,Cluster,Cluster Size,Operating System,All Matching Fields',
  );
  expect(text.endsWith('\r\n')).toBe(true);
});

/** What a cell holds where it is not the text itself. */
const CHANGED = new Map(
  Object.entries({
    '=1+1': "'=1+1",
    '+1': "'+1",
    '-1': "'-1",
    '@SUM(A1)': "'@SUM(A1)",
    '\t=1': "'\t'=1",
    '\r=1': "'\r'=1",
    'bell\u0007 null\u0000 end': 'bell null end',
    '\ufeff\ufffe\uffff': '',
  }),
);

it('gives back every hostile text, formulas disarmed', async () => {
  const { text } = await read();
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', skipEmptyLines: true });
  expect(errors).toEqual([]);
  const expected = HOSTILE.map((name) => (CHANGED.get(name) ?? name).toWellFormed());
  for (const column of [2, 3, 6, 9, 15]) {
    expect(
      data
        .slice(1)
        .filter((_, at) => at % 2 === 0)
        .map((row) => row[column]),
    ).toEqual(expected);
  }
  expect(data[1]![5]).toBe('2026-05-25 14:21:10');
});

it.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  [' a', '" a"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\t=1', "'\t'=1"],
  ['\r=1', '"\'\r\'=1"'],
  ['a;=1+1', "a;'=1+1"],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
])('writes %j as %j', (text, expected) => {
  expect(csvCell(text)).toBe(expected);
});
