import type { EpochMilliseconds } from '../../model/units';
import { timeText } from '../../tables/cells';
import type { CellValue } from '../cell-value';
import { cellText } from './cell-text';
import { columnName } from './column-name';
import type { SheetRow } from './sheet';
import { type Kind, styleNumber } from './styles';

/** Rows that become text at a time. */
export const CHUNK_ROWS = 2000;

const encoder = new TextEncoder();

/** Serial numbers count days from 1899-12-30; before March 1900 Excel's calendar is wrong, after 9999 it ends. */
const EPOCH_DAY = 25_569;
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const SPECIAL = /[&<>"']/;
const SPECIALS = /[&<>"']/g;
/** Without `xml:space`, a reader may drop these. */
const OUTER_BLANK = /^\s|\s$/;

/**
 * Rows as the XML of SpreadsheetML (ECMA-376 part 1, 18.3.1.73), written here and not by SheetJS: faster, with any style,
 * and without probing how SheetJS numbers styles.
 */
export class RowWriter {
  private readonly names: readonly string[];

  /** @param wraps for each column the characters after which its texts take another line; `null`: they never do */
  constructor(private readonly wraps: readonly (number | null)[]) {
    this.names = wraps.map((_, at) => columnName(at));
  }

  /** The header row, `<row r="1">…</row>`. */
  header(headers: readonly string[]): Uint8Array {
    const cells = headers.map((header, at) => this.text(at, 1, styleNumber('header', 'text'), header));
    return encoder.encode(`<row r="1">${cells.join('')}</row>`);
  }

  /** Rows whose first one is the sheet's row `first`, counted from 1. */
  body(rows: readonly SheetRow[], first: number): Uint8Array {
    let xml = '';
    for (let at = 0; at < rows.length; at++) xml += this.row(rows[at]!, first + at);
    return encoder.encode(xml);
  }

  private row({ cells, look }: SheetRow, number: number): string {
    let xml = `<row r="${number}"${this.height(cells)}>`;
    for (let at = 0; at < this.names.length; at++) {
      const value = cells[at] ?? null;
      const kind = kindOf(value, this.wraps[at] !== null);
      const style = styleNumber(look, kind);
      if (value === null || value === '') xml += `<c r="${this.names[at]}${number}" s="${style}"></c>`;
      else if (typeof value === 'string') xml += this.text(at, number, style, value);
      else if (typeof value === 'number') xml += this.number(at, number, style, value);
      else if ('note' in value) xml += this.text(at, number, style, value.note);
      else if ('percent' in value) xml += this.number(at, number, style, value.percent);
      else xml += this.time(at, number, look, value.time);
    }
    return `${xml}</row>`;
  }

  /** Readers do not grow rows by themselves, or only when the row is edited. */
  private height(cells: readonly CellValue[]): string {
    let lines = 1;
    this.wraps.forEach((width, at) => {
      if (width !== null) lines = Math.max(lines, linesOf(cells[at] ?? null, width));
    });
    return lines === 1 ? '' : ` ht="${Math.min(lines * LINE_HEIGHT, TALLEST)}" customHeight="1"`;
  }

  private text(at: number, row: number, style: number, value: string): string {
    const clean = cellText(value);
    const escaped = SPECIAL.test(clean) ? clean.replace(SPECIALS, (sign) => ENTITIES[sign]!) : clean;
    const space = OUTER_BLANK.test(escaped) ? ' xml:space="preserve"' : '';
    return `<c r="${this.names[at]}${row}" s="${style}" t="str"><v${space}>${escaped}</v></c>`;
  }

  private number(at: number, row: number, style: number, value: number): string {
    return `<c r="${this.names[at]}${row}" s="${style}"><v>${value}</v></c>`;
  }

  private time(at: number, row: number, look: SheetRow['look'], time: EpochMilliseconds): string {
    const serial = serialOf(time);
    return serial === null
      ? this.text(at, row, styleNumber(look, 'text'), timeText(time))
      : this.number(at, row, styleNumber(look, 'time'), serial);
  }
}

/** Points of one line of the type, and of the tallest row that the format allows. */
const LINE_HEIGHT = 15;
const TALLEST = 405;

/** How many lines a text takes, broken at blanks; a word that is longer is broken anywhere. */
function linesOf(value: CellValue, width: number): number {
  const text =
    typeof value === 'string'
      ? value
      : value !== null && typeof value === 'object' && 'note' in value
        ? value.note
        : '';
  if (text.length < width) return 1;
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ', MOST_WORDS)) {
    if (used > 0 && used + 1 + word.length > width) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.floor((used - 1) / width);
    used = used === 0 ? 0 : ((used - 1) % width) + 1;
  }
  return lines;
}

/** More fill the tallest row anyway. */
const MOST_WORDS = 2_000;

function kindOf(value: CellValue, wraps: boolean): Kind {
  if (typeof value === 'number') return 'number';
  return value !== null && typeof value === 'object' && 'percent' in value
    ? 'percent'
    : wraps
      ? 'wrapped'
      : 'text';
}

/** UTC as a serial number, to the second; `null` for times that Excel's calendar lacks. */
function serialOf(time: EpochMilliseconds): number | null {
  const serial = Math.floor(time / 1000) / 86_400 + EPOCH_DAY;
  return serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1 ? serial : null;
}
