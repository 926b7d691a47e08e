import { strToU8, Zip, ZipDeflate } from 'fflate';
import { TroubleError } from '../../model/outcome';
import type { Watch } from '../../model/progress';
import { Slices } from '../../model/slices';
import type { EpochMilliseconds } from '../../model/units';
import type { ReportInput } from '../input';
import { duplicatesSheet } from './duplicates-sheet';
import { makeEnvelope } from './envelope';
import { sectionSheet } from './section-sheet';
import { columnWidths, type Sheet, type SheetRow } from './sheet';
import { CHUNK_ROWS, RowWriter } from './sheet-rows';
import { summarySheet } from './summary-sheet';

/** Rows below the header that a sheet holds. */
export const SHEET_ROWS = 1_048_575;
/** Larger parts would need zip64, which not every reader has. */
const LARGEST_PART = 0xffff_ffff;

/** The Excel report as a stream: sheet Duplicate Assets, sheet Summary, then the sheets of sections. */
export async function* writeXlsx(
  { facts, table, sections }: ReportInput,
  watch: Watch,
): AsyncGenerator<Uint8Array> {
  const tables = sections.filter((section) => section.kind === 'table');
  const own = tables.flatMap((section) =>
    section.excel === null || section.excel === 'summary' ? [] : [sectionSheet(section.excel.sheet, section)],
  );
  const summary = summarySheet(tables.filter(({ excel }) => excel === 'summary'));
  yield* writeSheets([duplicatesSheet(table), summary, ...own], facts.generatedAt, watch);
}

/** A part of a sheet that fits one sheet of the file. */
interface Piece {
  readonly sheet: Sheet;
  readonly name: string;
  readonly from: number;
  readonly rowCount: number;
}

/** Any sheets as an Excel file. `rowsInSheet` is for tests, which have no million rows. */
export async function* writeSheets(
  sheets: readonly Sheet[],
  madeAt: EpochMilliseconds,
  watch: Watch,
  rowsInSheet = SHEET_ROWS,
): AsyncGenerator<Uint8Array> {
  const pieces = sheets.flatMap((sheet) => piecesOf(sheet, rowsInSheet));
  const widths = new Map(sheets.map((sheet) => [sheet, columnWidths(sheet)]));
  const envelope = makeEnvelope(
    pieces.map(({ sheet, name, rowCount }) => ({
      name,
      rowCount,
      headers: sheet.columns.map((column) => column.header),
      widths: widths.get(sheet)!,
      filter: sheet.filter,
    })),
    'Duplicate assets',
    madeAt,
  );
  const zip = new ZipStream(zipTime(madeAt));
  for (const [path, bytes] of envelope.parts) {
    zip.open(path);
    zip.write(bytes);
    zip.close();
  }
  const progress = { done: 0, total: pieces.reduce((sum, piece) => sum + piece.rowCount, 0) };
  for (const [at, piece] of pieces.entries()) {
    const { path, head, tail } = envelope.sheets[at]!;
    zip.open(path);
    zip.write(strToU8(head));
    for await (const xml of sheetXml(piece, watch, progress)) {
      zip.write(xml);
      yield* zip.written();
    }
    zip.write(strToU8(tail));
    zip.close();
  }
  zip.end();
  yield* zip.written();
}

function piecesOf(sheet: Sheet, rowsInSheet: number): Piece[] {
  const count = Math.max(1, Math.ceil(sheet.rowCount / rowsInSheet));
  return Array.from({ length: count }, (_, at) => ({
    sheet,
    name: at === 0 ? sheet.name : `${sheet.name} (${at + 1})`,
    from: at * rowsInSheet,
    rowCount: Math.min(rowsInSheet, sheet.rowCount - at * rowsInSheet),
  }));
}

async function* sheetXml(
  piece: Piece,
  watch: Watch,
  progress: { done: number; readonly total: number },
): AsyncGenerator<Uint8Array> {
  const { columns } = piece.sheet;
  const slices = new Slices(watch);
  const writer = new RowWriter(columns.length);
  yield writer.header(columns.map((column) => column.header));
  let next = 2;
  for (const rows of chunksOf(piece)) {
    yield writer.body(rows, next);
    next += rows.length;
    progress.done += rows.length;
    watch.report({ phase: 'Writing Excel report', ...progress, unit: 'rows' });
    await slices.rest();
  }
}

function* chunksOf({ sheet, from, rowCount }: Piece): Generator<SheetRow[]> {
  let chunk: SheetRow[] = [];
  let at = 0;
  for (const row of sheet.rows()) {
    if (at >= from) chunk.push(row);
    at++;
    if (chunk.length === CHUNK_ROWS || at === from + rowCount) {
      if (chunk.length > 0) yield chunk;
      chunk = [];
    }
    if (at === from + rowCount) return;
  }
}

/** fflate's streaming zip, whose output is taken out between writes. */
class ZipStream {
  private output: Uint8Array[] = [];
  private part: ZipDeflate | null = null;
  private partBytes = 0;
  private readonly zip = new Zip((error, bytes) => {
    if (error) throw error;
    this.output.push(bytes);
  });

  constructor(private readonly time: Date) {}

  open(path: string): void {
    this.part = new ZipDeflate(path, { level: 4 });
    this.part.mtime = this.time;
    this.partBytes = 0;
    this.zip.add(this.part);
  }

  write(bytes: Uint8Array): void {
    this.partBytes += bytes.length;
    if (this.partBytes > LARGEST_PART) throw new TroubleError(TOO_LARGE);
    this.part?.push(bytes);
  }

  close(): void {
    this.part?.push(new Uint8Array(0), true);
  }

  end(): void {
    this.zip.end();
  }

  *written(): Generator<Uint8Array> {
    yield* this.output;
    this.output = [];
  }
}

const TOO_LARGE = {
  code: 'xlsx-too-large',
  what: 'The Excel report would hold more than 4 GB of text, more than an Excel file can.',
  remedy: 'Filter the table and save what it shows, or save the results as JSON or CSV.',
};

/**
 * Zip entries carry local time without a zone: noon of the UTC day is the same fields on every machine, and
 * no clock change falls on it. The exact time stands in the sheet Summary. Zip knows the years 1980 to 2099.
 */
function zipTime(madeAt: EpochMilliseconds): Date {
  const day = new Date(madeAt);
  return new Date(
    Math.min(Math.max(day.getUTCFullYear(), 1980), 2099),
    day.getUTCMonth(),
    day.getUTCDate(),
    12,
  );
}
