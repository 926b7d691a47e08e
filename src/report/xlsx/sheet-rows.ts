import { type CellObject, type WorkSheet, writeXLSX } from 'xlsx';
import type { EpochMilliseconds } from '../../model/units';
import { timeText } from '../../tables/cells';
import type { CellValue } from '../cell-value';
import { cellText } from './cell-text';
import type { SheetRow } from './sheet';
import { formatOf, type Kind, STYLES } from './styles';

/** Rows that SheetJS serialises at a time: one write of 100,000 rows would take 1.6 GB. */
export const CHUNK_ROWS = 2000;

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const SHEET_START = encoder.encode('<sheetData>');
const SHEET_END = encoder.encode('</sheetData>');
const ROW_END = encoder.encode('</row>');

const FORMAT_OF = new Map(STYLES.map(({ key }) => [key, formatOf(key)]));

/** Serial numbers count days from 1899-12-30; before March 1900 Excel's calendar is wrong, after 9999 it ends. */
const EPOCH_DAY = 25_569;
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

/** The header row as XML, `<row r="1">…</row>`. */
export function headerXml(headers: readonly string[]): Uint8Array {
  const cells = headers.map((header) => text(header, FORMAT_OF.get('header')!));
  const xml = rowsXml([cells], 0, headers.length);
  const styles = decoder.decode(xml).match(/<c [^>]*>/g) ?? [];
  if (styles.length !== headers.length || styles.some((cell) => !cell.includes(' s="1"'))) throw changed();
  return xml;
}

/**
 * Rows as XML, the first one in the sheet's row `first` (counted from 0, so the header is row 0).
 *
 * SheetJS numbers styles by first use, so a row that uses each of them once goes before and is cut off again;
 * it also shows whether SheetJS still numbers them so.
 */
export function bodyXml(rows: readonly SheetRow[], first: number, columns: number): Uint8Array {
  const probe = STYLES.map(({ key }): CellObject => ({ t: 'z', z: FORMAT_OF.get(key)! }));
  const cells = rows.map((row) =>
    Array.from({ length: columns }, (_, at) => cellFor(row, row.cells[at] ?? null)),
  );
  const xml = rowsXml([probe, ...cells], first - 1, Math.max(columns, probe.length));
  const end = indexOf(xml, ROW_END, 0) + ROW_END.length;
  const order = [...decoder.decode(xml.subarray(0, end)).matchAll(/ s="(\d+)"/g)].map(([, style]) =>
    Number(style),
  );
  if (order.length !== STYLES.length || order.some((style, at) => style !== at + 1)) throw changed();
  return xml.subarray(end);
}

function cellFor({ look }: SheetRow, value: CellValue): CellObject {
  const format = (kind: Kind) => FORMAT_OF.get(`${look}-${kind}`)!;
  if (value === null || value === '') return { t: 'z', z: format('text') };
  if (typeof value === 'string') return text(value, format('text'));
  if (typeof value === 'number') return { t: 'n', v: value, z: format('number') };
  if ('note' in value) return text(value.note, format('text'));
  if ('percent' in value) return { t: 'n', v: value.percent, z: format('percent') };
  const serial = serialOf(value.time);
  if (serial === null) return text(timeText(value.time), format('text'));
  return { t: 'n', v: serial, z: format('time') };
}

function text(value: string, z: string): CellObject {
  return { t: 's', v: cellText(value), z };
}

/** UTC as a serial number, to the second; `null` for times that Excel's calendar lacks. */
function serialOf(time: EpochMilliseconds): number | null {
  const serial = Math.floor(time / 1000) / 86_400 + EPOCH_DAY;
  return serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1 ? serial : null;
}

/** What SheetJS writes between `<sheetData>` and `</sheetData>` for rows from `first` on. */
function rowsXml(rows: readonly CellObject[][], first: number, columns: number): Uint8Array {
  const data: CellObject[][] = [];
  rows.forEach((row, at) => {
    data[first + at] = row;
  });
  const range = `A${first + 1}:${columnName(columns - 1)}${first + rows.length}`;
  const sheet: WorkSheet = { '!ref': range, '!data': data };
  const workbook = { SheetNames: ['Rows'], Sheets: { Rows: sheet } };
  const file: Uint8Array = writeXLSX(workbook, { type: 'buffer', compression: false, WTF: true });
  const start = indexOf(file, SHEET_START, 0);
  const end = lastIndexOf(file, SHEET_END);
  if (start < 0 || end < start) throw changed();
  return file.subarray(start + SHEET_START.length, end);
}

/** `A`, `Z`, `AA`: the letters of a column counted from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

function indexOf(bytes: Uint8Array, part: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(part[0]!, from); at >= 0; at = bytes.indexOf(part[0]!, at + 1)) {
    if (part.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}

/** From the end, since the whole sheet is `<` after `<`. */
function lastIndexOf(bytes: Uint8Array, part: Uint8Array): number {
  for (let at = bytes.lastIndexOf(part[0]!); at >= 0; at = bytes.lastIndexOf(part[0]!, at - 1)) {
    if (part.every((byte, offset) => bytes[at + offset] === byte)) return at;
    if (at === 0) return -1;
  }
  return -1;
}

/** Only a new version of SheetJS can bring this: better no report than one with the wrong styles. */
function changed(): Error {
  return new Error('This version of SheetJS writes sheets differently: see src/report/xlsx/sheet-rows.ts');
}
