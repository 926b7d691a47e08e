import { type CellObject, CFB, type ParsingOptions, read, type WorkBook } from 'xlsx';
import { FIELDS, type FieldId } from '../../model/field';
import type { TroubleError } from '../../model/outcome';
import type { Content } from '../containers/content';
import { sizeInWords } from '../containers/limits';
import { readRange } from '../containers/slices';
import { linksTooMuchXls } from './sheet-cells';
import { tableTrouble } from './table-reading';
import { packedParts, tooManyLinks } from './workbook-parts';

/** A sheet's cells, row by row; both arrays have holes. Never its `!ref`, which the file may state falsely. */
export type SheetRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** Legacy workbooks have at most 65,536 rows in a sheet; larger files hold pictures. */
const MOST_XLS_BYTES = 128 << 20;
/** Excel's own limits; a file may claim more. */
export const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

const OPTIONS: ParsingOptions = {
  type: 'array',
  dense: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  bookVBA: false,
};

/** A workbook whose sheets are parsed one at a time. */
export class Workbook {
  private constructor(
    readonly bytes: Uint8Array,
    readonly file: string,
    readonly sheetNames: readonly string[],
  ) {}

  /** Opens a workbook within bounds; throws a `TroubleError` where it is none, encrypted, damaged or too large. */
  static async open(content: Content, blob: Blob): Promise<Workbook> {
    const bytes =
      content.kind === 'xlsx' ? await packedParts(blob, content.name) : await legacyBytes(content, blob);
    const { SheetNames } = parse(bytes, content.name, { bookSheets: true });
    return new Workbook(bytes, content.name, SheetNames);
  }

  /** All cells of a sheet; each call parses it anew. */
  sheet(index: number): ParsedSheet {
    const workbook = parse(this.bytes, this.file, { sheets: index });
    const parsed = workbook.Sheets[this.sheetNames[index]!];
    // SheetJS keeps quiet about a sheet that it cannot parse, and leaves it out.
    if (parsed === undefined) throw damaged(this.file);
    const rows: unknown = parsed['!data'];
    const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
    return { rows: Array.isArray(rows) ? (rows as SheetRows) : [], is1904 };
  }
}

/** A sheet's cells, and how its dates count. */
export interface ParsedSheet {
  readonly rows: SheetRows;
  /** Days count from 1904 instead of 1900 (old Macintosh workbooks). */
  readonly is1904: boolean;
}

async function legacyBytes(content: Content, blob: Blob): Promise<Uint8Array> {
  if (blob.size > MOST_XLS_BYTES) {
    throw tableTrouble(
      content.name,
      'workbook.tooLarge',
      `${content.name} is a workbook of the old kind (.xls) with ${sizeInWords(blob.size)}; those are read up to ${sizeInWords(MOST_XLS_BYTES)}.`,
      'Save it as .xlsx or CSV and drop it again.',
    );
  }
  const bytes = await readRange(blob, 0, blob.size, content.name);
  const stream = workbookStream(bytes);
  if (stream !== null && linksTooMuchXls(stream)) throw tooManyLinks(content.name);
  return bytes;
}

/** The stream with the records of a legacy workbook; `null` where there is none, which SheetJS then explains. */
function workbookStream(bytes: Uint8Array): Uint8Array | null {
  try {
    const container = CFB.read(bytes, { type: 'array' });
    const content = (CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book'))?.content;
    return content === undefined ? null : Uint8Array.from(content);
  } catch {
    return null;
  }
}

/** What SheetJS says of workbooks with a password; it throws texts, too. */
const ENCRYPTED = /password|ECMA-376 Encrypted|Encryption(Info| Flags| scheme)|encryption algorithm/;

function parse(bytes: Uint8Array, file: string, options: ParsingOptions): WorkBook {
  try {
    return read(bytes, { ...OPTIONS, ...options });
  } catch (error) {
    if (ENCRYPTED.test(String(error))) {
      throw tableTrouble(
        file,
        'workbook.encrypted',
        `${file} is encrypted with a password.`,
        'Open it in a spreadsheet program, save it without a password or as CSV, and drop that.',
      );
    }
    throw damaged(file);
  }
}

function damaged(file: string): TroubleError {
  return tableTrouble(
    file,
    'workbook.damaged',
    `${file} is stored as an Excel workbook or another Office file, but its sheets cannot be read.`,
    'Open it in a spreadsheet program and save it as .xlsx or CSV, or export it again.',
  );
}

/** Whether the row has a value to the right of `width`; looks only at cells that exist, not at the gaps. */
export function hasCellBeyond(row: readonly (CellObject | undefined)[], width: number): boolean {
  if (row.length <= width) return false;
  return Object.keys(row).some(
    (key) => Number(key) >= width && cellText(row[Number(key)], null, false) !== '',
  );
}

/** The row's cells as text, without their fields known; at most Excel's number of columns. */
export function rowTexts(row: readonly (CellObject | undefined)[] | undefined): string[] {
  if (row === undefined) return [];
  const last = Object.keys(row).reduce((most, key) => Math.max(most, Number(key) || 0), -1);
  const length = Math.min(last + 1, MOST_COLUMNS);
  return Array.from({ length }, (_, at) => cellText(row[at], null, false));
}

/** Days from 1899-12-30, which Excel counts from, to 1970-01-01; 1904 starts 1,462 days later. */
const EPOCH_DAYS = 25_569;
const DAYS_1904 = 1_462;
/** Numbers of days from 1954 to 2119; other numbers in a column of times are epoch milliseconds or seconds. */
const FIRST_DAY = 20_000;
const LAST_DAY = 80_000;

/**
 * A cell as text, exactly as the file has it: no number format, no date guessed. In a column of times a number
 * of days becomes epoch milliseconds (Excel's times have no zone: taken as UTC); in one of MAC addresses the
 * leading zeros that a number lost come back.
 */
export function cellText(cell: CellObject | undefined, field: FieldId | null, is1904: boolean): string {
  if (cell === undefined || cell.t === 'z' || cell.t === 'e' || cell.v === undefined) return '';
  if (typeof cell.v !== 'number') return cell.v instanceof Date ? cell.v.toISOString() : String(cell.v);
  if (field !== null && FIELDS[field].kind === 'time' && cell.v > FIRST_DAY && cell.v < LAST_DAY) {
    const days = cell.v + (is1904 ? DAYS_1904 : 0) - EPOCH_DAYS;
    return String(Math.round(days * 86_400_000));
  }
  if (field === 'macAddresses' && Number.isInteger(cell.v) && cell.v >= 0 && cell.v < 1e12) {
    return String(cell.v).padStart(12, '0');
  }
  return String(cell.v);
}

/** Whether the cell is a number that has lost digits: a double is exact up to 2⁵³. */
export function isInexact(cell: CellObject | undefined): boolean {
  return typeof cell?.v === 'number' && Math.abs(cell.v) > Number.MAX_SAFE_INTEGER;
}
