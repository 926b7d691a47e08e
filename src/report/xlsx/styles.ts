import { GROUP_COLOURS } from '../../style/group-colours';
import { LOOKS, type Look } from './sheet';
import { EMPHASIS_STYLES, type EmphasisStyle } from './sheet-parts';

/** What a cell holds decides its number format. */
export const KINDS = ['text', 'wrapped', 'number', 'percent', 'time'] as const;
export type Kind = (typeof KINDS)[number];

const HEADER = { look: 'header', kind: 'text' } as const;

/** Every style of a workbook: style `n` of the list is cell format `n + 1`; 0 is the format of cells without one. */
export const STYLES: readonly { readonly look: Look | 'header'; readonly kind: Kind }[] = [
  HEADER,
  ...LOOKS.flatMap((look) => KINDS.map((kind) => ({ look, kind }))),
];

/** The number of a style in `s="…"`. */
export function styleNumber(look: Look | 'header', kind: Kind): number {
  return look === 'header' ? 1 : 2 + LOOKS.indexOf(look) * KINDS.length + KINDS.indexOf(kind);
}

const FORMATS: Readonly<Record<Kind, number>> = { text: 49, wrapped: 49, number: 3, percent: 164, time: 165 };
/** Group and cluster numbers are names, not amounts: no thousands separators where rows have a group. */
const PLAIN_NUMBER = 1;
const FILLS: Readonly<Record<Look | 'header', number>> = {
  header: 2,
  blue: 3,
  peach: 4,
  section: 5,
  plain: 0,
  link: 0,
};
const FONTS: Readonly<Record<Look | 'header', number>> = {
  header: 1,
  section: 2,
  blue: 0,
  peach: 0,
  plain: 0,
  link: 0,
};

const LINK_FONT = 3;

function cellFormat(look: Look | 'header', kind: Kind): string {
  const grouped = look === 'blue' || look === 'peach';
  const format = kind === 'number' && grouped ? PLAIN_NUMBER : FORMATS[kind];
  const attributes = [
    `numFmtId="${format}" fontId="${look === 'link' && kind === 'text' ? LINK_FONT : FONTS[look]}" fillId="${FILLS[look]}" borderId="${grouped ? 1 : 0}" xfId="0"`,
    'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
  ].join(' ');
  const amount = (kind === 'number' || kind === 'percent') && !grouped;
  const wrap = kind === 'wrapped' ? ' wrapText="1"' : '';
  return `<xf ${attributes}><alignment ${amount ? 'horizontal="right" indent="1"' : 'horizontal="left"'} vertical="top"${wrap}/></xf>`;
}

const font = (weight: string, rgb: string) =>
  `<font>${weight}<sz val="11"/><color rgb="FF${rgb}"/><name val="Calibri"/><family val="2"/></font>`;

/** Text; the header, bold white; sections, bold; links. */
const FONT_XML = [font('', '1B2430'), font('<b/>', 'FFFFFF'), font('<b/>', '1B2430'), font('<u/>', '1F5FBF')];

const fill = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

const side = (name: string) => `<${name} style="thin"><color rgb="FFFFFFFF"/></${name}>`;

/** How cells stand out, in the order of `EMPHASIS_STYLES`. */
const EMPHASIS: Readonly<Record<EmphasisStyle, string>> = {
  strong: '<dxf><font><b/></font></dxf>',
  warn: '<dxf><font><b/><color rgb="FF7A4F00"/></font><fill><patternFill><bgColor rgb="FFFDF3DC"/></patternFill></fill></dxf>',
  quiet: '<dxf><font><color rgb="FF5B6675"/></font></dxf>',
};

function emphasisStyles(): string {
  return `<dxfs count="${EMPHASIS_STYLES.length}">${EMPHASIS_STYLES.map((style) => EMPHASIS[style]).join('')}</dxfs>`;
}

/** `xl/styles.xml`: style `n` of `STYLES` is cell format `n + 1`. */
export function stylesXml(emphasised = false): string {
  const formats = STYLES.map(({ look, kind }) => cellFormat(look, kind));
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0"/>',
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>',
    `<fonts count="${FONT_XML.length}">${FONT_XML.join('')}</fonts>`,
    '<fills count="6"><fill><patternFill patternType="none"/></fill>',
    `<fill><patternFill patternType="gray125"/></fill>${['243447', GROUP_COLOURS.blue, GROUP_COLOURS.peach, 'E3E7ED'].map(fill).join('')}</fills>`,
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length + 1}">${plain}${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    emphasised ? emphasisStyles() : '',
    '</styleSheet>',
  ].join('');
}
