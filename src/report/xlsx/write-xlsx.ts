import { strToU8 } from 'fflate';
import type { Watch } from '../../model/progress';
import { Slices } from '../../model/slices';
import type { EpochMilliseconds } from '../../model/units';
import type { ReportInput } from '../input';
import { contentsSheet } from './contents-sheet';
import { printLines, propertiesOf } from './document';
import { duplicatesSheet } from './duplicates-sheet';
import { type DocumentProperties, makeEnvelope } from './envelope';
import { LinkWriter, pieceName } from './links';
import { sectionSheet } from './section-sheet';
import { columnWidths, type Sheet, type SheetRow } from './sheet';
import { CHUNK_ROWS, RowWriter } from './sheet-rows';
import { summarySheet } from './summary-sheet';
import { type FileSheet, worksheetEnd, worksheetHead, worksheetTail } from './worksheet-xml';
import { ZipStream, zipTime } from './zip-stream';

/** Rows below the header that a sheet holds. */
export const SHEET_ROWS = 1_048_575;

/** The Excel report as a stream: sheet Duplicate Assets, Contents, Summary, then the sheets of sections. */
export async function* writeXlsx(input: ReportInput, watch: Watch): AsyncGenerator<Uint8Array> {
  const { facts } = input;
  const print = printLines(facts);
  const sheets = sheetsOf(input).map((sheet) => ({ ...sheet, parts: { ...sheet.parts, print } }));
  yield* writeSheets(sheets, facts.generatedAt, watch, { properties: propertiesOf(facts) });
}

function sheetsOf({ facts, table, sections }: ReportInput): Sheet[] {
  const tables = sections.filter((section) => section.kind === 'table');
  const duplicates = duplicatesSheet(table, sections);
  const summary = summarySheet(tables.filter(({ excel }) => excel === 'summary'));
  const own = tables.flatMap((section) =>
    section.excel === null || section.excel === 'summary'
      ? []
      : [{ sheet: sectionSheet(section.excel.sheet, section, section.excel.parts), what: section.title }],
  );
  const listed = [
    {
      sheet: duplicates,
      what: 'Potential duplicates, group after group: a row for each asset in each group',
    },
    { sheet: summary, what: 'Figures, settings, source, what was skipped, ignored or shared widely' },
    ...own,
  ];
  return [duplicates, contentsSheet(listed, facts), summary, ...own.map(({ sheet }) => sheet)];
}

/** Letters of a sentence that stand in the width of one digit: most are narrower. */
const LETTERS_TO_WIDTH = 1.06;

/** A part of a sheet that fits one sheet of the file. */
interface Piece {
  readonly sheet: Sheet;
  readonly file: FileSheet;
  readonly from: number;
}

export interface WorkbookOptions {
  readonly rowsInSheet?: number;
  readonly properties?: DocumentProperties;
}

/** Any sheets as an Excel file. `rowsInSheet` is for tests, which have no million rows. */
export async function* writeSheets(
  sheets: readonly Sheet[],
  madeAt: EpochMilliseconds,
  watch: Watch,
  { rowsInSheet = SHEET_ROWS, properties = { title: 'Duplicate assets' } }: WorkbookOptions = {},
): AsyncGenerator<Uint8Array> {
  const widths = new Map(sheets.map((sheet) => [sheet, columnWidths(sheet)]));
  const pieces = sheets.flatMap((sheet) => piecesOf(sheet, widths.get(sheet)!, rowsInSheet));
  const zip = new ZipStream(zipTime(madeAt));
  const envelope = makeEnvelope(
    pieces.map(({ file }) => file),
    properties,
    madeAt,
  );
  for (const [path, bytes] of envelope) {
    zip.open(path);
    zip.write(bytes);
    zip.close();
  }
  const progress = { done: 0, total: pieces.reduce((sum, { file }) => sum + file.rowCount, 0) };
  for (const [at, piece] of pieces.entries()) {
    const links = new LinkWriter(rowsInSheet);
    zip.open(`xl/worksheets/sheet${at + 1}.xml`);
    zip.write(strToU8(worksheetHead(piece.file, at === 0)));
    for await (const xml of sheetXml(piece, links, watch, progress)) {
      zip.write(xml);
      yield* zip.written();
    }
    zip.write(strToU8(worksheetTail(piece.file)));
    for (const xml of links.written()) zip.write(xml);
    zip.write(strToU8(worksheetEnd(piece.file)));
    zip.close();
  }
  zip.end();
  yield* zip.written();
}

function piecesOf(sheet: Sheet, widths: readonly number[], rowsInSheet: number): Piece[] {
  const count = Math.max(1, Math.ceil(sheet.rowCount / rowsInSheet));
  return Array.from({ length: count }, (_, at) => ({
    sheet,
    from: at * rowsInSheet,
    file: {
      name: pieceName(sheet.name, at),
      headers: sheet.columns.map(({ header }) => header),
      widths,
      wraps: sheet.columns.map(({ wrap }, column) =>
        wrap ? Math.round(widths[column]! * LETTERS_TO_WIDTH) : null,
      ),
      rowCount: Math.min(rowsInSheet, sheet.rowCount - at * rowsInSheet),
      filter: sheet.filter,
      parts: sheet.parts ?? {},
    },
  }));
}

async function* sheetXml(
  { sheet, file, from }: Piece,
  links: LinkWriter,
  watch: Watch,
  progress: { done: number; readonly total: number },
): AsyncGenerator<Uint8Array> {
  const slices = new Slices(watch);
  const writer = new RowWriter(file.wraps);
  yield writer.header(file.headers);
  let next = 2;
  for (const rows of chunksOf(sheet, from, file.rowCount)) {
    yield writer.body(rows, next);
    links.add(rows, next);
    next += rows.length;
    progress.done += rows.length;
    watch.report({ phase: 'Writing Excel report', ...progress, unit: 'rows' });
    await slices.rest();
  }
}

function* chunksOf(sheet: Sheet, from: number, rowCount: number): Generator<SheetRow[]> {
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
