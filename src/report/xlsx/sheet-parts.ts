import { cellText } from './cell-text';

/** What a sheet has besides its rows. Columns and rows are counted from 0, row 0 being the first below the header. */
export interface SheetParts {
  /** Column A stays in sight when one scrolls sideways. */
  readonly freezeFirstColumn?: true;
  /** Columns whose cells offer a list of values. */
  readonly choices?: readonly ColumnChoices[];
  /** Rows or cells that stand out while a condition holds. */
  readonly emphasis?: readonly Emphasis[];
  /** Notes that show when the pointer is on a header cell. */
  readonly notes?: readonly HeaderNote[];
  /** Lines on each printed page; `&P` is the page's number, `&N` how many there are, `&A` the sheet's name. */
  readonly print?: { readonly header?: PrintLine; readonly footer?: PrintLine };
}

export interface ColumnChoices {
  readonly column: number;
  /** At most 255 characters in all, none with a comma: a limit of the format. */
  readonly values: readonly string[];
  /** What is said of a value that is none of these. */
  readonly refusal: string;
}

export interface Emphasis {
  readonly from: number;
  readonly to: number;
  /** A formula over the sheet's row 2, with `$` before its columns: `$K2="weak"`. Never made of data. */
  readonly formula: string;
  readonly style: EmphasisStyle;
}

/** How cells stand out: in bold, as something to look at, or as something settled. */
export const EMPHASIS_STYLES = ['strong', 'warn', 'quiet'] as const;
export type EmphasisStyle = (typeof EMPHASIS_STYLES)[number];

export interface HeaderNote {
  readonly column: number;
  readonly text: string;
}

export interface PrintLine {
  readonly left?: string;
  readonly middle?: string;
  readonly right?: string;
}

/** A link from a cell to a place in the same workbook. */
export interface CellLink {
  readonly column: number;
  readonly sheet: string;
  /** `null`: the header. */
  readonly row: number | null;
  readonly tip: string;
}

const LONGEST_LIST = 255;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML text or as a quoted attribute, without what XML cannot hold. */
export function escapeXml(text: string): string {
  return cellText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** `<conditionalFormatting>` for each emphasis, over rows 2 to `lastRow`. */
export function emphasisXml(
  emphasis: readonly Emphasis[],
  lastRow: number,
  columnName: (at: number) => string,
): string {
  if (lastRow < 2) return '';
  return emphasis
    .map(({ from, to, formula, style }, at) => {
      const range = `${columnName(from)}2:${columnName(to)}${lastRow}`;
      const rule = `<cfRule type="expression" dxfId="${EMPHASIS_STYLES.indexOf(style)}" priority="${at + 1}">`;
      return `<conditionalFormatting sqref="${range}">${rule}<formula>${escapeXml(formula)}</formula></cfRule></conditionalFormatting>`;
    })
    .join('');
}

/** `<dataValidations>` for the columns, over rows 2 to `lastRow`. Throws a `RangeError` for a list the format cannot hold. */
export function choicesXml(
  choices: readonly ColumnChoices[],
  lastRow: number,
  columnName: (at: number) => string,
): string {
  if (choices.length === 0 || lastRow < 2) return '';
  const items = choices.map(({ column, values, refusal }) => {
    const list = values.join(',');
    if (list.length > LONGEST_LIST || values.some((value) => /[,"]/.test(value)))
      throw new RangeError(`A list of choices must be short and without commas or quotes: ${list}`);
    const range = `${columnName(column)}2:${columnName(column)}${lastRow}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" error="${escapeXml(refusal)}" sqref="${range}"><formula1>&quot;${escapeXml(list)}&quot;</formula1></dataValidation>`;
  });
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

/** `<headerFooter>`. */
export function printLinesXml({ header, footer }: NonNullable<SheetParts['print']>): string {
  const line = (tag: string, parts: PrintLine | undefined) => {
    if (parts === undefined) return '';
    const { left = '', middle = '', right = '' } = parts;
    const placed = [`&L${left}`, `&C${middle}`, `&R${right}`].filter((part) => part.length > 2).join('');
    return `<${tag}>${escapeXml(placed)}</${tag}>`;
  };
  return `<headerFooter>${line('oddHeader', header)}${line('oddFooter', footer)}</headerFooter>`;
}

/** Text of data in a printed line: its `&` is no code. */
export function printText(text: string): string {
  return text.replaceAll('&', '&&');
}
