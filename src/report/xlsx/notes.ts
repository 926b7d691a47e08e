import { columnName } from './column-name';
import { escapeXml, type HeaderNote } from './sheet-parts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

/** The parts of a workbook that hold the notes of its sheet `number`: texts, boxes, and how the sheet finds them. */
export function noteParts(notes: readonly HeaderNote[], number: number): [path: string, xml: string][] {
  return [
    [`xl/comments${number}.xml`, commentsXml(notes)],
    [`xl/drawings/vmlDrawing${number}.vml`, boxesXml(notes)],
    [`xl/worksheets/_rels/sheet${number}.xml.rels`, relationsXml(number)],
  ];
}

function commentsXml(notes: readonly HeaderNote[]): string {
  const comments = notes.map(
    ({ column, text }) =>
      `<comment ref="${columnName(column)}1" authorId="0"><text><t xml:space="preserve">${escapeXml(text)}</t></text></comment>`,
  );
  return `${HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Doublet</author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** Excel shows a note only where an old-fashioned drawing has a box for it (ECMA-376 part 4, 19.4). */
function boxesXml(notes: readonly HeaderNote[]): string {
  const boxes = notes.map(
    ({ column }, at) =>
      `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;width:240px;height:80px;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`;
}

function relationsXml(number: number): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/><Relationship Id="rId2" Type="${OFFICE}/comments" Target="../comments${number}.xml"/></Relationships>`;
}
