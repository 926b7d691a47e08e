import type { EpochMilliseconds } from '../../model/units';
import { MONTHS } from '../../wording/months';
import type { CellValue } from '../cell-value';
import type { SectionColumn, WrittenSection, WrittenTable } from '../section';
import { escapeHtml } from './escape';

/** `25 May 2026 14:21`, UTC; "" for never. */
export function dateText(time: EpochMilliseconds): string {
  if (!(Math.abs(time) <= 8.64e15)) return '';
  const date = new Date(time);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day} ${date.toISOString().slice(-13, -8)}`;
}

/** Whether the report has rows of the group of that number, so that a link to it leads somewhere. */
export type HasGroup = (group: number) => boolean;

/** The tables of all sections, as headings and tables. */
export function sectionsHtml(sections: readonly WrittenSection[], hasGroup: HasGroup = () => false): string {
  return sections
    .flatMap((section) =>
      section.kind === 'table' && section.html !== null ? [sectionHtml(section, hasGroup)] : [],
    )
    .join('\n');
}

function sectionHtml(section: WrittenTable, hasGroup: HasGroup): string {
  const { id, columns } = section;
  const [title, rows] = shownRows(section);
  if (columns.length === 0) return pairsHtml(id, title, rows);
  const shown = columns.filter(({ sheetOnly }) => !sheetOnly);
  const head = shown.map((column) =>
    column.header === ''
      ? '<td></td>'
      : `<th scope="col"${classOf(column)}>${escapeHtml(column.header)}</th>`,
  );
  const seen = new Set<string>();
  const body = rows.map((row) => {
    const cells = row.filter((_, at) => !columns[at]?.sheetOnly);
    const name = anchorOf(row, columns);
    const id = name === null || seen.has(name) ? '' : ` id="${name}"`;
    if (name !== null) seen.add(name);
    return `<tr${id}>${cells.map((cell, at) => cellHtml(cell, shown[at], hasGroup)).join('')}</tr>`;
  });
  return `<section id="${id}"><h2>${escapeHtml(title)}</h2><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></section>`;
}

/** What and how much: rows of one length, so that their lines end together. */
function pairsHtml(id: string, title: string, rows: readonly (readonly CellValue[])[]): string {
  const widest = Math.max(...rows.map((row) => row.length));
  const body = rows.map(([what, ...rest]) => {
    const empty = Array<CellValue>(widest - 1 - rest.length).fill(null);
    const cells = [...rest, ...empty].map((cell) => cellHtml(cell, undefined, () => false));
    return `<tr><th scope="row">${escapeHtml(cellText(what ?? null))}</th>${cells.join('')}</tr>`;
  });
  return `<section id="${id}"><h2>${escapeHtml(title)}</h2><table class="pairs"><tbody>${body.join('\n')}</tbody></table></section>`;
}

function shownRows({ title, html, rowCount, rows }: WrittenTable): [string, (readonly CellValue[])[]] {
  if (html === null || html === 'whole' || rowCount <= html.most) return [title, [...rows()]];
  const first: (readonly CellValue[])[] = [];
  for (const row of rows()) {
    if (first.length === html.most) break;
    first.push(row);
  }
  return [html.cutTitle, first];
}

/** `machine-5`, for a row of the machine of that number. */
function anchorOf(row: readonly CellValue[], columns: readonly SectionColumn[]): string | null {
  const at = columns.findIndex(({ anchor }) => anchor !== undefined);
  const cell = row[at];
  return typeof cell === 'number' ? `${columns[at]!.anchor}-${cell}` : null;
}

function classOf(column: SectionColumn | undefined): string {
  return column?.wraps || column?.sensitivity === 'sentence' ? ' class="sentence"' : '';
}

function cellHtml(cell: CellValue, column: SectionColumn | undefined, hasGroup: HasGroup): string {
  const text = escapeHtml(cellText(cell));
  if (typeof cell === 'number' && column?.link === 'group')
    return `<td class="number">${hasGroup(cell) ? `<a href="#group-${cell}">${cell}</a>` : cell}</td>`;
  const number = typeof cell === 'number' || (cell !== null && typeof cell === 'object' && 'percent' in cell);
  if (cell !== null && typeof cell === 'object' && 'time' in cell) return `<td class="time">${text}</td>`;
  return number ? `<td class="number">${text}</td>` : `<td${classOf(column)}>${text}</td>`;
}

/** A cell as people read it: thousands separators, dates with their zone. */
export function cellText(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return cell.toLocaleString('en-US');
  if ('time' in cell) return `${dateText(cell.time)} UTC`;
  if ('percent' in cell) return cell.percent.toFixed(1);
  return cell.note;
}
