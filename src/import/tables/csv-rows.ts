import Papa from 'papaparse';
import { TroubleError } from '../../model/outcome';
import type { ByteOffset } from '../../model/units';
import { decodeLines, decodeWindows1252, hasUnreadable, utf8Length } from './csv-text';

/** How a file parts its cells and lines. */
export interface CsvShape {
  readonly delimiter: string;
  /** Old Macintosh files end lines by CR alone; all others have LF, with or without CR before it. */
  readonly newline: '\n' | '\r';
  /** UTF-8 where absent. */
  readonly encoding?: 'windows-1252';
  /** Each line is one quoted cell that holds the real line, as some downloads of consoles come. */
  readonly wrapped?: true;
}

/** Gets each row; `fault` is a sentence where the row cannot be trusted. */
export type OnRow = (cells: string[], byte: ByteOffset, length: number, fault: string | null) => unknown;

/**
 * A row longer than this is one quote that was never closed: without the bound it would swallow the rest of
 * the file, and be read again with each new chunk.
 */
const LONGEST_ROW = 1 << 20;
/** Each open quote costs reading `LONGEST_ROW` again, so a file of nothing else ends here. */
const MOST_OPEN_QUOTES = 100;
const OPEN_QUOTE = 'The row opens a quote that is never closed.';
const NOT_UTF8 = 'The row has bytes that are not UTF-8. Save the file as CSV UTF-8 and import it again.';

/**
 * Parses CSV chunk by chunk with Papa Parse and gives row after row with its first byte and its length; never
 * holds more than a chunk and a row.
 */
export class CsvRows {
  #pending: Uint8Array = new Uint8Array(0);
  #base: ByteOffset;
  #openQuotes = 0;

  /** `start` is the place in the file of the first byte that will be pushed. */
  constructor(
    readonly shape: CsvShape,
    readonly file: string,
    readonly onRow: OnRow,
    start: ByteOffset = 0,
  ) {
    this.#base = start;
  }

  push(chunk: Uint8Array): void {
    const bytes = new Uint8Array(this.#pending.length + chunk.length);
    bytes.set(this.#pending);
    bytes.set(chunk, this.#pending.length);
    this.#pending = bytes;
    const cut = this.#pending.lastIndexOf(this.shape.newline.charCodeAt(0)) + 1;
    if (cut > 0) this.#parse(cut, false);
    while (this.#pending.length > LONGEST_ROW) if (!this.#dropLine()) break;
  }

  finish(): void {
    while (this.#pending.length > 0) {
      this.#parse(this.#pending.length, true);
      if (this.#pending.length > 0) this.#dropLine();
    }
  }

  /** Parses the first `cut` pending bytes; whole rows are given out, a row that has not ended stays. */
  #parse(cut: number, last: boolean): void {
    const bytes = this.#pending.subarray(0, cut);
    const text = this.shape.encoding === undefined ? decodeLines(bytes) : decodeWindows1252(bytes);
    // As many characters as bytes: each is one byte, be it ASCII or one that could not be decoded.
    const isNarrow = text.length === bytes.length;
    const isSound = text.isWellFormed();
    let from = 0;
    let at = 0;
    let open = false;
    const { delimiter, newline } = this.shape;
    const step = ({ data, errors, meta }: StepResult) => {
      const cells = data[0];
      if (cells === undefined || open) return;
      open = errors.some((error) => error.code === 'MissingQuotes');
      if (open) return;
      const cursor = Math.min(meta.cursor, text.length);
      const length = isNarrow ? cursor - from : utf8Length(text, from, cursor);
      const fault = !isSound && hasUnreadable(text, from, cursor) ? NOT_UTF8 : null;
      trimCarriageReturn(cells);
      this.onRow(
        this.shape.wrapped === true ? unwrapped(cells, delimiter) : cells,
        this.#base + at,
        length,
        fault,
      );
      from = cursor;
      at += length;
    };
    new Papa.Parser({ delimiter, newline, step }).parse(text, 0, !last);
    this.#base += at;
    this.#pending = this.#pending.slice(at);
  }

  /** Gives up a row whose quote stays open, and goes on with the next line. Answers whether there is one. */
  #dropLine(): boolean {
    if (++this.#openQuotes > MOST_OPEN_QUOTES) throw this.#tooManyQuotes();
    const newline = this.#pending.indexOf(this.shape.newline.charCodeAt(0));
    const length = newline < 0 ? this.#pending.length : newline + 1;
    this.onRow([], this.#base, length, newline < 0 && length > LONGEST_ROW ? tooLong() : OPEN_QUOTE);
    this.#base += length;
    this.#pending = this.#pending.slice(length);
    const cut = this.#pending.lastIndexOf(this.shape.newline.charCodeAt(0)) + 1;
    if (cut > 0) this.#parse(cut, false);
    return newline >= 0;
  }

  #tooManyQuotes(): TroubleError {
    return new TroubleError({
      code: 'csv.quotes',
      what: `${this.file} opens quotes that are never closed in over ${MOST_OPEN_QUOTES} rows; reading stopped at byte ${this.#base.toLocaleString('en')}.`,
      remedy: 'Export the file again with its text in double quotes, quotes within text doubled.',
      where: { file: this.file, byte: this.#base },
    });
  }
}

/** The part of Papa's answer to each row that is used here; its own types leave it open. */
interface StepResult {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

/** Whether a row is one cell with a line in it; a spreadsheet program may have put empty cells behind it. */
export function holdsLine(cells: readonly string[], delimiter: string): boolean {
  return cells[0]?.includes(delimiter) === true && cells.every((cell, at) => at === 0 || cell === '');
}

/** The cells of the line that a row of one cell holds; a row of several cells is as it is. */
function unwrapped(cells: string[], delimiter: string): string[] {
  if (!holdsLine(cells, delimiter)) return cells;
  return Papa.parse<string[]>(cells[0]!, { delimiter, newline: '\n' }).data[0] ?? cells;
}

/** Lines are parted at LF for Papa, since files mix both ends of line; the CR before it is no part of the cell. */
function trimCarriageReturn(cells: string[]): void {
  const last = cells.at(-1);
  if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1);
}

function tooLong(): string {
  return `The row is longer than ${(LONGEST_ROW / 2 ** 20).toLocaleString('en')} MB.`;
}

/** The first rows of a file, at most `count`, for finding its header. `bytes` is its start, perhaps cut in a row. */
export function firstRows(bytes: Uint8Array, shape: CsvShape, count: number): string[][] {
  const rows: string[][] = [];
  const reader = new CsvRows(shape, '', (cells) => rows.length < count && rows.push(cells));
  try {
    reader.push(bytes);
    if (rows.length < count) reader.finish();
  } catch (error) {
    // Quotes that never close: by another delimiter it may be a table, and if not, the reading says so.
    if (!(error instanceof TroubleError)) throw error;
  }
  return rows;
}
