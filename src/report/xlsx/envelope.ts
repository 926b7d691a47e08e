import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeXLSX } from 'xlsx';
import type { EpochMilliseconds } from '../../model/units';
import { COMMENTS_TYPE, noteParts } from './notes';
import { stylesXml } from './styles';
import { type FileSheet, rangeOf } from './worksheet-xml';

/** What the file says of itself, where file managers and search engines look. */
export interface DocumentProperties {
  readonly title: string;
  readonly subject?: string;
  readonly author?: string;
  readonly keywords?: string;
}

/**
 * The parts of a workbook besides its sheets: SheetJS writes a workbook of empty sheets, of which everything else is
 * taken; styles, notes and what else it cannot write are put in.
 */
export function makeEnvelope(
  sheets: readonly FileSheet[],
  properties: DocumentProperties,
  madeAt: EpochMilliseconds,
): Map<string, Uint8Array> {
  const parts = new Map(Object.entries(unzipSync(skeleton(sheets, properties, madeAt))));
  const emphasised = sheets.some(({ parts: { emphasis = [] } }) => emphasis.length > 0);
  parts.set('xl/styles.xml', strToU8(stylesXml(emphasised)));
  change(parts, 'xl/workbook.xml', (xml) =>
    xml.replaceAll('<definedName name="_xlnm._FilterDatabase"', '$& hidden="1"'),
  );
  change(parts, 'docProps/app.xml', (xml) => xml.replace('>SheetJS<', '>Doublet<'));
  sheets.forEach(({ parts: { notes = [] } }, at) => {
    parts.delete(`xl/worksheets/sheet${at + 1}.xml`);
    if (notes.length === 0) return;
    for (const [path, xml] of noteParts(notes, at + 1)) parts.set(path, strToU8(xml));
    const type = `<Override PartName="/xl/comments${at + 1}.xml" ContentType="${COMMENTS_TYPE}"/>`;
    change(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', `${type}</Types>`));
  });
  return parts;
}

function change(parts: Map<string, Uint8Array>, path: string, to: (xml: string) => string): void {
  parts.set(path, strToU8(to(strFromU8(parts.get(path)!))));
}

function skeleton(
  sheets: readonly FileSheet[],
  { title, subject, author, keywords }: DocumentProperties,
  madeAt: EpochMilliseconds,
): Uint8Array {
  const entries = sheets.map((sheet) => [
    sheet.name,
    {
      '!ref': 'A1',
      '!data': [[{ t: 's' as const, v: '' }]],
      // The name that Excel gives to the range of a filter.
      ...(sheet.filter ? { '!autofilter': { ref: rangeOf(sheet) } } : {}),
    },
  ]);
  return writeXLSX(
    {
      SheetNames: sheets.map((sheet) => sheet.name),
      Sheets: Object.fromEntries(entries),
      Props: {
        Title: title,
        ...(subject === undefined ? {} : { Subject: subject }),
        ...(author === undefined ? {} : { Author: author }),
        ...(keywords === undefined ? {} : { Keywords: keywords }),
        CreatedDate: new Date(madeAt),
      },
      Workbook: {
        Names: sheets.map(({ name, parts }, Sheet) => ({
          Name: '_xlnm.Print_Titles',
          Sheet,
          Ref: parts.freezeFirstColumn ? `'${name}'!$A:$A,'${name}'!$1:$1` : `'${name}'!$1:$1`,
        })),
      },
    },
    { type: 'buffer', compression: false, WTF: true },
  );
}
