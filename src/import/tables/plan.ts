import type { ColumnMapping, ImportOptions, MappingRequest } from '../../model/import-request';
import { isFooterLine } from './footer-lines';
import { checkedMapping, type Suggestion, signatureOfHeaders, suggestMapping } from './suggest-mapping';

/** Rows in which the header is looked for: console exports have titles, filters, or another table before it. */
export const HEADER_WITHIN = 2000;
/** Rows below the header by whose cells columns with unknown names are judged. */
const JUDGED_ROWS = 50;
/** A longer text is no column's name. */
const LONGEST_HEADER = 120;
/** Rows that a person sees below the headers. */
const PREVIEW_ROWS = 20;
/** A cell in the preview is cut here: it has to fit a table, and the request crosses to the page. */
const PREVIEW_CELL = 200;

/** How a spreadsheet's rows are read. */
export interface SheetPlan {
  /** The header's row, counted from 0. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly signature: string;
}

/** What the first rows came to: a plan, columns that a person has to look at, or no table. */
export type Planning =
  | { readonly kind: 'plan'; readonly plan: SheetPlan }
  | { readonly kind: 'mapping'; readonly request: MappingRequest }
  | null;

/** Where the header stands, and what it suggests. */
export interface HeaderRow {
  readonly row: number;
  readonly headers: readonly string[];
  readonly suggestion: Suggestion;
}

/**
 * Finds the header among the first rows: the one in which most names of identifiers are recognised, then most
 * names, then the first. Where none is, the first row that is as wide as the table. `null` if there is no
 * table of two columns.
 */
export function findHeader(rows: readonly (readonly string[])[]): HeaderRow | null {
  let best: HeaderRow | null = null;
  let bestScore = 0;
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    if (!mayBeHeader(cells)) continue;
    const headers = trimmedRow(cells);
    if (headers.length < 2) continue;
    const suggestion = suggestMapping(headers);
    const score = suggestion.identifiers * 100 + suggestion.recognised;
    if (score <= bestScore) continue;
    best = { row, headers, suggestion };
    bestScore = score;
  }
  const found: HeaderRow | null = best ?? widestRow(rows);
  if (found === null) return null;
  const below = rows
    .slice(found.row + 1, found.row + 1 + JUDGED_ROWS)
    .filter((cells) => !isFooterLine(cells, -1));
  return { ...found, suggestion: suggestMapping(found.headers, below) };
}

/** Values that stand in rows, never in the names of columns: numbers, addresses, times. */
const VALUE = /^'?(\d[\d.,:/-]*|([\da-f]{2}[:-]){5}[\da-f]{2})$/i;

/** Whether the row may name columns; a cheap look, since it is taken at every row before the header. */
function mayBeHeader(cells: readonly string[]): boolean {
  return !cells.some((cell) => cell.length > LONGEST_HEADER || VALUE.test(cell.trim()));
}

/** Whether the row is without doubt the header of a table of assets. */
export function isAssetHeader(cells: readonly string[]): boolean {
  if (!mayBeHeader(cells)) return false;
  const headers = trimmedRow(cells);
  return namesAssets({ row: 0, headers, suggestion: suggestMapping(headers) });
}

/** Whether the header names an asset's id or name and another identifier. */
export function namesAssets(header: HeaderRow | null): boolean {
  return header?.suggestion.anchored === true && header.suggestion.identifiers >= 2;
}

function widestRow(rows: readonly (readonly string[])[]): HeaderRow | null {
  const widths = rows.slice(0, HEADER_WITHIN).map((cells) => trimmedRow(cells).length);
  const width = Math.max(0, ...widths);
  const row = widths.indexOf(width);
  if (width < 2) return null;
  const headers = trimmedRow(rows[row]!);
  return { row, headers, suggestion: suggestMapping(headers) };
}

/** Decides how the rows are read: by the mapping that the person confirmed, by a certain one, or by asking. */
export function planSheet(
  file: string,
  rows: readonly (readonly string[])[],
  options: ImportOptions,
): Planning {
  const header = findHeader(rows);
  if (header === null) return null;
  const signature = signatureOfHeaders(header.headers);
  const { mappings } = options;
  const stored =
    mappings !== undefined && Object.hasOwn(mappings, signature) ? mappings[signature] : undefined;
  const confirmed = checkedMapping(stored, header.headers.length);
  if (confirmed !== null || header.suggestion.certain) {
    const mapping = confirmed ?? header.suggestion.mapping;
    return { kind: 'plan', plan: { headerRow: header.row, headers: header.headers, mapping, signature } };
  }
  const below = rows.slice(header.row + 1, header.row + 1 + PREVIEW_ROWS);
  const request: MappingRequest = {
    file,
    signature,
    headers: header.headers,
    preview: below.map((cells) => header.headers.map((_, i) => (cells[i] ?? '').slice(0, PREVIEW_CELL))),
    suggested: header.suggestion.mapping,
  };
  return { kind: 'mapping', request };
}

/** Header cells, trimmed, without empty ones at the end. */
function trimmedRow(cells: readonly string[]): string[] {
  const headers = cells.map((cell) => cell.trim());
  while (headers.length > 0 && headers.at(-1) === '') headers.pop();
  return headers;
}
