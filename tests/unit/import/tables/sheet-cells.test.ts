import { describe, expect, it } from 'vitest';
import { linksTooMuchXls, linksTooMuchXlsb, onlyCells } from '../../../../src/import/tables/sheet-cells';
import { concat, utf8 } from '../containers/make-archive';

const cells = (xml: string) => new TextDecoder().decode(onlyCells(utf8(xml)));

describe('onlyCells', () => {
  it.each([
    [
      '<?xml version="1.0"?><worksheet a="1"><dimension ref="A1:XFD9"/><sheetData><row/></sheetData><x/></worksheet>',
      '<worksheet a="1"><sheetData><row/></sheetData></worksheet>',
    ],
    [
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row/></x:sheetData><x:hyperlinks/></x:worksheet>',
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row/></x:sheetData></x:worksheet>',
    ],
    ['<worksheet><sheetData/><hyperlinks/></worksheet>', '<worksheet><sheetData/></worksheet>'],
    [
      '<worksheet><sheetData>a</sheetData >b</sheetData></worksheet>',
      '<worksheet><sheetData>a</sheetData ></worksheet>',
    ],
    ['<worksheet><sheetData><row>', '<worksheet><sheetData><row></worksheet>'],
    ['<worksheet></worksheet>', '<worksheet></worksheet>'],
    ['', '<worksheet></worksheet>'],
  ])('of %j', (xml, kept) => {
    expect(cells(xml)).toBe(kept);
  });
});

describe('links of binary sheets', () => {
  const words32 = (...values: number[]) => new Uint8Array(Uint32Array.from(values).buffer);
  const words16 = (...values: number[]) => new Uint8Array(Uint16Array.from(values).buffer);

  it('are told from one cell to the whole sheet, .xlsb', () => {
    const record = (...range: number[]) => concat(Uint8Array.of(0xee, 0x03, 0x10), words32(...range));
    const other = Uint8Array.of(0x81, 0x01, 0x00, 0x05, 0x02, 1, 2);
    expect(linksTooMuchXlsb(concat(other, record(0, 0, 0, 0), other))).toBe(false);
    expect(linksTooMuchXlsb(concat(other, record(0, 1_048_575, 0, 16_383), other))).toBe(true);
  });

  it('are told from one cell to the whole sheet, .xls', () => {
    const record = (...range: number[]) => concat(words16(0x01b8, 8), words16(...range));
    const other = concat(words16(0x0809, 2), words16(7));
    expect(linksTooMuchXls(concat(other, record(0, 0, 0, 0), other))).toBe(false);
    const column = record(0, 65_535, 0, 0);
    expect(linksTooMuchXls(concat(other, ...Array.from({ length: 40 }, () => column)))).toBe(true);
  });
});
