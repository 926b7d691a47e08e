// Workbooks: Office Open XML (.xlsx, .xlsm, .xlsb) and BIFF (.xls), read by SheetJS 0.20.3 behind bounds.
import type { FieldId } from '../../model/field';
import type { Content } from '../containers/content';
import type { RecordSink } from '../record-sink';
import { decidingRows, openTimeColumns } from '../tables/date-order';
import {
  findHeader,
  HEADER_WITHIN,
  type HeaderRow,
  isAssetHeader,
  namesAssets,
  planSheet,
  type SheetPlan,
} from '../tables/plan';
import { RowWriter } from '../tables/row-writer';
import { fileMapping, type TableContext, type TableReading, tableTrouble } from '../tables/table-reading';
import {
  cellText,
  hasCellBeyond,
  isInexact,
  MOST_ROWS,
  type ParsedSheet,
  rowTexts,
  type SheetRows,
  Workbook,
} from '../tables/workbook';

/** Rows written between two pauses: about 5 ms. */
const ROWS_AT_ONCE = 1000;
/** Rows kept of each sheet to find the header and to show below it. */
const SAMPLE_ROWS = HEADER_WITHIN + 24;
/** Sheets that are looked at; the assets stand in one of the first. */
const MOST_SHEETS = 20;

/** Reads the first sheet of a workbook that has a header with identifiers; or asks for a look at its columns. */
export async function readWorkbook(
  content: Content,
  sink: RecordSink,
  context: TableContext,
): Promise<TableReading> {
  const { name, blob } = content;
  if (blob === null) throw new TypeError('A workbook comes with its blob');
  const workbook = await Workbook.open(content, blob);
  await context.watch.pause();
  const chosen = await chooseSheet(workbook, context);
  if (chosen === null) {
    throw tableTrouble(
      name,
      'workbook.noTable',
      `${name} has no sheet with a table of at least two columns.`,
      'Choose the workbook that the export was saved in, or export it as CSV or JSON.',
    );
  }
  const planning = planSheet(name, chosen.sample, context.options);
  if (planning === null) throw new TypeError('A chosen sheet has a header');
  if (planning.kind === 'mapping') return planning;
  context.onBytes(content.size ?? 0);
  const { plan } = planning;
  const writer = new RowWriter(plan, sink, rowsForDates(chosen, plan));
  await writeRows(chosen.sheet, plan, writer, sink, context);
  writer.finish(name);
  return { kind: 'read', mapping: fileMapping(plan) };
}

/** The sample, and where its dates fit both orders of day and month the first rows behind it that fit one only. */
function rowsForDates({ sheet, sample }: ChosenSheet, { headerRow, mapping }: SheetPlan) {
  const rows = sample.slice(headerRow + 1);
  const deciding = decidingRows(openTimeColumns(mapping, rows));
  for (let at = sample.length; at < sheet.rows.length && !deciding.isDone; at++) {
    deciding.add(rowTexts(sheet.rows[at]));
  }
  return [...rows, ...deciding.rows];
}

interface ChosenSheet {
  readonly sheet: ParsedSheet;
  readonly sample: readonly (readonly string[])[];
  readonly header: HeaderRow;
}

/**
 * The first sheet whose header is certain, else the one with most identifiers, else the first with a table.
 * Whole sheets are parsed, and of those only the best is kept: it is nearly always the first, and parsing its
 * first rows alone takes SheetJS as long.
 */
async function chooseSheet(workbook: Workbook, context: TableContext): Promise<ChosenSheet | null> {
  let best: ChosenSheet | null = null;
  const count = Math.min(workbook.sheetNames.length, MOST_SHEETS);
  for (let index = 0; index < count; index++) {
    const sheet = fromTable(workbook.sheet(index));
    await context.watch.pause();
    const sample = textsOf(sheet.rows);
    const header = findHeader(sample);
    if (header === null) continue;
    if (header.suggestion.certain) return { sheet, sample, header };
    const better = best === null || header.suggestion.identifiers > best.header.suggestion.identifiers;
    if (better) best = { sheet, sample, header };
  }
  return best;
}

/** The sheet from the header of the assets on, where that stands below a summary longer than the rows looked at. */
function fromTable(sheet: ParsedSheet): ParsedSheet {
  const { rows } = sheet;
  if (rows.length <= SAMPLE_ROWS || namesAssets(findHeader(textsOf(rows)))) return sheet;
  for (let at = SAMPLE_ROWS; at < rows.length; at++) {
    if (isAssetHeader(rowTexts(rows[at]))) return { ...sheet, rows: rows.slice(at) };
  }
  return sheet;
}

function textsOf(rows: SheetRows): string[][] {
  return Array.from({ length: Math.min(rows.length, SAMPLE_ROWS) }, (_, row) => rowTexts(rows[row]));
}

async function writeRows(
  { rows, is1904 }: ParsedSheet,
  plan: SheetPlan,
  writer: RowWriter,
  sink: RecordSink,
  context: TableContext,
): Promise<void> {
  const count = Math.min(rows.length, MOST_ROWS);
  const fields: readonly (FieldId | null)[] = plan.mapping;
  const idColumn = fields.indexOf('assetId');
  for (let at = plan.headerRow + 1; at < count; at++) {
    if (at % ROWS_AT_ONCE === 0) await context.watch.pause();
    const row = rows[at];
    if (row === undefined) continue;
    if (hasCellBeyond(row, fields.length)) {
      sink.skip(-1, 'The row has cells to the right of the header’s last column.');
    } else if (idColumn >= 0 && isInexact(row[idColumn])) {
      sink.skip(-1, 'The asset ID is a number beyond 2⁵³, whose last digits the workbook has lost.');
    } else {
      writer.write(
        fields.map((field, column) => cellText(row[column], field, is1904)),
        -1,
        0,
      );
    }
  }
}
