import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeXLSX } from 'xlsx';
import type { EpochMilliseconds } from '../../model/units';
import { columnName } from './sheet-rows';
import { stylesXml } from './styles';

/** A sheet of the file, of at most 1,048,576 rows. */
export interface FileSheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly widths: readonly number[];
  /** Rows below the header. */
  readonly rowCount: number;
  readonly filter: boolean;
}

/** A workbook without its rows: parts as they are, and each sheet's XML before and after its rows. */
export interface Envelope {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly sheets: readonly { readonly path: string; readonly head: string; readonly tail: string }[];
}

const PANE =
  '<sheetView workbookViewId="0"$1><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView>';
/** Wide tables print landscape, one page wide. */
const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const LANDSCAPE = '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/**
 * Has SheetJS write the workbook with one cell in each sheet, and puts in what it cannot write: the frozen
 * pane, the styles, the range of rows to come, the print layout.
 */
export function makeEnvelope(
  sheets: readonly FileSheet[],
  title: string,
  madeAt: EpochMilliseconds,
): Envelope {
  const parts = new Map(Object.entries(unzipSync(skeleton(sheets, title, madeAt))));
  parts.set('xl/styles.xml', strToU8(stylesXml()));
  const workbook = strFromU8(parts.get('xl/workbook.xml')!);
  const hidden = workbook.replaceAll('<definedName name="_xlnm._FilterDatabase"', '$& hidden="1"');
  parts.set('xl/workbook.xml', strToU8(hidden));
  const app = strFromU8(parts.get('docProps/app.xml')!);
  parts.set('docProps/app.xml', strToU8(app.replace('>SheetJS<', '>Doublet<')));
  const open = sheets.map((sheet, at) => {
    const path = `xl/worksheets/sheet${at + 1}.xml`;
    const xml = strFromU8(parts.get(path)!);
    parts.delete(path);
    return { path, ...splitSheet(xml, sheet, at === 0) };
  });
  return { parts, sheets: open };
}

function skeleton(sheets: readonly FileSheet[], title: string, madeAt: EpochMilliseconds): Uint8Array {
  const entries = sheets.map((sheet) => [
    sheet.name,
    {
      '!ref': 'A1',
      '!data': [[{ t: 's' as const, v: '' }]],
      '!cols': sheet.widths.map((width) => ({ width })),
      ...(sheet.filter ? { '!autofilter': { ref: rangeOf(sheet) } } : {}),
    },
  ]);
  return writeXLSX(
    {
      SheetNames: sheets.map((sheet) => sheet.name),
      Sheets: Object.fromEntries(entries),
      Props: { Title: title, CreatedDate: new Date(madeAt) },
      Workbook: {
        Names: sheets.map(({ name }, Sheet) => ({
          Name: '_xlnm.Print_Titles',
          Sheet,
          Ref: `'${name}'!$1:$1`,
        })),
      },
    },
    { type: 'buffer', compression: false, WTF: true },
  );
}

function rangeOf({ headers, rowCount }: FileSheet): string {
  return `A1:${columnName(headers.length - 1)}${rowCount + 1}`;
}

function splitSheet(xml: string, sheet: FileSheet, first: boolean): { head: string; tail: string } {
  const range = rangeOf(sheet);
  const ready = [
    (text: string) => replaceOnce(text, '<dimension ref="A1"/>', `${FIT}<dimension ref="${range}"/>`),
    (text: string) =>
      replaceOnce(
        text,
        '<sheetView workbookViewId="0"/>',
        PANE.replace('$1', first ? ' tabSelected="1"' : ''),
      ),
    (text: string) => replaceOnce(text, 'sqref="A1"/></ignoredErrors>', `sqref="${range}"/></ignoredErrors>`),
    (text: string) => replaceOnce(text, '<ignoredErrors>', `${LANDSCAPE}<ignoredErrors>`),
  ].reduce((text, step) => step(text), xml);
  const [head, tail] = ready.split(/<sheetData>.*<\/sheetData>/s);
  if (head === undefined || tail === undefined) throw unexpected('sheetData');
  return { head: `${head}<sheetData>`, tail: `</sheetData>${tail}` };
}

function replaceOnce(text: string, part: string, by: string): string {
  if (text.split(part).length !== 2) throw unexpected(part);
  return text.replace(part, () => by);
}

function unexpected(part: string): Error {
  return new Error(`This version of SheetJS writes ${part} differently: see src/report/xlsx/envelope.ts`);
}
