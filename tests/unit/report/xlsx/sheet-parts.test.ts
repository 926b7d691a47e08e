import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UNWATCHED } from '../../../../src/model/progress';
import type { Sheet } from '../../../../src/report/xlsx/sheet';
import { writeSheets } from '../../../../src/report/xlsx/write-xlsx';
import { collect } from '../report-input';
import { fullSheet, targetSheet } from './full-sheet';

const partsOf = async (sheets: readonly Sheet[], rowsInSheet = 100) => {
  const parts = unzipSync(await collect(writeSheets(sheets, 0, UNWATCHED, { rowsInSheet })));
  return (path: string) => strFromU8(parts[path] ?? new Uint8Array(0));
};

describe('a sheet with all its parts', () => {
  it('has them in the order that the format wants', async () => {
    const xml = (await partsOf([fullSheet(3), targetSheet(3)]))('xl/worksheets/sheet1.xml');
    const found = [...xml.matchAll(/<(\w+)[ >/]/g)].map(([, tag]) => tag!);
    const wanted = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'cols',
      'sheetData',
      'autoFilter',
      'conditionalFormatting',
      'dataValidations',
      'hyperlinks',
      'pageSetup',
      'headerFooter',
      'ignoredErrors',
      'legacyDrawing',
    ];
    expect(found.filter((tag) => wanted.includes(tag))).toEqual(wanted);
    expect(xml).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(xml).toContain('<oddHeader>&amp;LR&amp;&amp;D</oddHeader>');
  });

  it('leads to the part of a sheet in which the row stands', async () => {
    const part = await partsOf([fullSheet(5), targetSheet(5)], 2);
    const locations = [1, 2, 3].flatMap((sheet) =>
      [...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(/location="([^"]*)"/g)].map(([, to]) => to),
    );
    expect(locations).toEqual([
      '&apos;Rows&apos;!A2',
      '&apos;Rows&apos;!A3',
      '&apos;Rows (2)&apos;!A2',
      '&apos;Rows (2)&apos;!A3',
      '&apos;Rows (3)&apos;!A2',
    ]);
  });

  it('has notes, and the sheet and the content types name them', async () => {
    const part = await partsOf([targetSheet(1), fullSheet(1)]);
    expect(part('xl/comments2.xml')).toContain('How sure &lt;this&gt; is &amp; why');
    expect(part('xl/worksheets/_rels/sheet2.xml.rels')).toContain('../drawings/vmlDrawing2.vml');
    expect(part('xl/drawings/vmlDrawing2.vml')).toContain('<x:Column>1</x:Column>');
    expect(part('[Content_Types].xml')).toContain('/xl/comments2.xml');
    expect(part('xl/worksheets/sheet1.xml')).not.toContain('legacyDrawing');
  });

  it('has nothing of it where nothing is asked for', async () => {
    const part = await partsOf([targetSheet(1)]);
    expect(part('xl/styles.xml')).not.toContain('dxf');
    expect(part('xl/worksheets/sheet1.xml')).not.toMatch(
      /hyperlink|dataValidation|conditional|headerFooter|legacy/,
    );
  });

  it('has no rules over rows that are not there', async () => {
    const xml = (await partsOf([fullSheet(0)]))('xl/worksheets/sheet1.xml');
    expect(xml).not.toMatch(/dataValidation|conditional/);
  });

  it.each([
    ['with a comma', ['a,b']],
    ['with a quote', ['a"b']],
    ['of more than 255 characters', Array.from({ length: 60 }, (_, at) => `choice ${at}`)],
  ])('refuses a list of choices %s', async (_, values) => {
    const sheet = { ...fullSheet(1), parts: { choices: [{ column: 2, values, refusal: '' }] } };
    await expect(partsOf([sheet])).rejects.toThrow(RangeError);
  });

  it('says of itself what it is', async () => {
    const properties = { title: 'T <1>', subject: 'S', author: 'A', keywords: 'K' };
    const file = unzipSync(await collect(writeSheets([targetSheet(1)], 0, UNWATCHED, { properties })));
    const core = strFromU8(file['docProps/core.xml']!);
    expect(core).toContain('<dc:title>T &lt;1&gt;</dc:title>');
    for (const tag of ['<dc:subject>S<', '<dc:creator>A<', '<cp:keywords>K<']) expect(core).toContain(tag);
  });
});
