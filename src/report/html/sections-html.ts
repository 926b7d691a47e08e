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

/** The tables of all sections, as headings and tables. */
export function sectionsHtml(sections: readonly WrittenSection[]): string {
  return sections
    .flatMap((section) => (section.kind === 'table' && section.html !== null ? [sectionHtml(section)] : []))
    .join('\n');
}

function sectionHtml(section: WrittenTable): string {
  const { id, columns } = section;
  const [title, rows] = shownRows(section);
  const shown = columns.filter(({ sheetOnly }) => !sheetOnly);
  const head =
    columns.length === 0
      ? ''
      : `<thead><tr>${shown.map(({ header }) => `<th scope="col">${escapeHtml(header)}</th>`).join('')}</tr></thead>`;
  const body = rows.map((row) => {
    const cells = row.filter((_, at) => !columns[at]?.sheetOnly);
    return `<tr>${cells.map((cell, at) => cellHtml(cell, at, columns)).join('')}</tr>`;
  });
  return `<section id="${id}"><h2>${escapeHtml(title)}</h2><table>${head}<tbody>${body.join('\n')}</tbody></table></section>`;
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

function cellHtml(cell: CellValue, at: number, columns: readonly SectionColumn[]): string {
  const text = escapeHtml(cellText(cell));
  if (at === 0 && columns.length === 0) return `<th scope="row">${text}</th>`;
  const number = typeof cell === 'number' || (cell !== null && typeof cell === 'object' && 'percent' in cell);
  return number ? `<td class="number">${text}</td>` : `<td>${text}</td>`;
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
