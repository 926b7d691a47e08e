import { columnName } from './column-name';
import { choicesXml, emphasisXml, printLinesXml, type SheetParts } from './sheet-parts';

/** A sheet of the file, of at most 1,048,576 rows. */
export interface FileSheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly widths: readonly number[];
  /** For each column the characters after which its texts wrap, `null` where they do not. */
  readonly wraps: readonly (number | null)[];
  /** Rows below the header. */
  readonly rowCount: number;
  readonly filter: boolean;
  readonly parts: SheetParts;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Inches; the paper is A4. */
const MARGINS = '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';

/** Characters that A4 across holds within the margins at two thirds of the type size: 7 points, just readable. */
const PAGE_WIDTH = 210;

/** Sheets print landscape, on as many pages across as keep the type readable. */
function pageSetup(widths: readonly number[]): string {
  const pages = Math.max(1, Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH));
  return `${MARGINS}<pageSetup paperSize="9" orientation="landscape" pageOrder="overThenDown" fitToWidth="${pages}" fitToHeight="0"/>`;
}

/** Header and rows, `A1:M144`. */
export function rangeOf({ headers, rowCount }: Pick<FileSheet, 'headers' | 'rowCount'>): string {
  return `A1:${columnName(headers.length - 1)}${rowCount + 1}`;
}

/** A sheet's XML up to its rows (ECMA-376 part 1, 18.3.1.99: the order of elements counts). */
export function worksheetHead(sheet: FileSheet, isFirst: boolean): string {
  const columns = sheet.widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" customWidth="1" width="${width}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${rangeOf(sheet)}"/>`,
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>`,
    frozenPane(sheet.parts.freezeFirstColumn === true),
    '</sheetView></sheetViews>',
    `<cols>${columns.join('')}</cols><sheetData>`,
  ].join('');
}

function frozenPane(withColumn: boolean): string {
  const pane = withColumn ? 'bottomRight' : 'bottomLeft';
  const first = withColumn ? 'B2' : 'A2';
  return (
    `<pane ${withColumn ? 'xSplit="1" ' : ''}ySplit="1" topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${first}" sqref="${first}"/>`
  );
}

/** A sheet's XML behind its rows, before its links. */
export function worksheetTail(sheet: FileSheet): string {
  const { filter, parts, rowCount } = sheet;
  return [
    '</sheetData>',
    filter ? `<autoFilter ref="${rangeOf(sheet)}"/>` : '',
    emphasisXml(parts.emphasis ?? [], rowCount + 1, columnName),
    choicesXml(parts.choices ?? [], rowCount + 1, columnName),
  ].join('');
}

/** A sheet's XML behind its links. */
export function worksheetEnd(sheet: FileSheet): string {
  const { print, notes = [] } = sheet.parts;
  return [
    pageSetup(sheet.widths),
    print === undefined ? '' : printLinesXml(print),
    `<ignoredErrors><ignoredError numberStoredAsText="1" sqref="${rangeOf(sheet)}"/></ignoredErrors>`,
    notes.length === 0 ? '' : '<legacyDrawing r:id="rId1"/>',
    '</worksheet>',
  ].join('');
}
