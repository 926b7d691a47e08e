import { type CsvShape, firstRows, holdsLine } from './csv-rows';
import { findHeader, HEADER_WITHIN, type HeaderRow } from './plan';

/** A file that looks like a table: how its cells are parted, its first rows and its header. */
export interface CsvSample {
  readonly shape: CsvShape;
  /** Bytes before the table: Excel's line `sep=;`. */
  readonly start: number;
  readonly rows: readonly (readonly string[])[];
  readonly header: HeaderRow | null;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** The header and a preview fit into these. */
const SAMPLE_ROWS = HEADER_WITHIN + 24;
/** Of the rows, how many have to be one quoted cell with a whole line in it for the file to be wrapped so. */
const WRAPPED_SHARE = 0.8;

/**
 * Finds out how a file's cells are parted: by its line `sep=`, else by the delimiter that shows most names of
 * fields in one row, then by the one that gives rows of equal width. `head` is the file's start.
 */
export function sampleCsv(head: Uint8Array): CsvSample {
  const newline = head.includes(10) || !head.includes(13) ? '\n' : '\r';
  const declared = /^sep=(.)\r?\n/.exec(new TextDecoder().decode(head.subarray(0, 16)));
  if (declared !== null && declared[1]!.charCodeAt(0) < 128) {
    return sample(head, { delimiter: declared[1]!, newline }, declared[0].length);
  }
  const samples = DELIMITERS.map((delimiter) => sample(head, { delimiter, newline }, 0));
  return samples.reduce((best, next) => (score(next) > score(best) ? next : best));
}

function sample(head: Uint8Array, shape: CsvShape, start: number): CsvSample {
  const rows = firstRows(head.subarray(start), shape, SAMPLE_ROWS);
  if (shape.wrapped !== true && isWrapped(rows, shape.delimiter)) {
    return sample(head, { ...shape, wrapped: true }, start);
  }
  return { shape, start, rows, header: findHeader(rows) };
}

/** Whether nearly every row is one quoted cell that holds a line: a cell with the delimiter in it was quoted. */
function isWrapped(rows: readonly (readonly string[])[], delimiter: string): boolean {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const wrapped = filled.filter((cells) => holdsLine(cells, delimiter));
  return filled.length > 1 && wrapped.length >= filled.length * WRAPPED_SHARE;
}

/** The same table read as Windows-1252; its cells and lines are parted the same. */
export function inWindows1252({ shape, start }: CsvSample, head: Uint8Array): CsvSample {
  return sample(head, { ...shape, encoding: 'windows-1252' }, start);
}

function score({ rows, header }: CsvSample): number {
  if (header === null) return 0;
  const { identifiers, recognised } = header.suggestion;
  return identifiers * 1000 + recognised * 10 + shareOfWidth(rows, header) * 5;
}

/** How many of the rows are as wide as the header, from 0 to 1; blank ones do not count. */
export function shareOfWidth(rows: readonly (readonly string[])[], header: HeaderRow): number {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const width = header.headers.length;
  const fitting = filled.filter(
    (cells) => cells.length >= width && cells.slice(width).every((cell) => cell === ''),
  );
  return filled.length === 0 ? 0 : fitting.length / filled.length;
}
