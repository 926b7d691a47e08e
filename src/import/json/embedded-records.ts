import { encodeText } from '../../model/text';
import type { Dialects } from './dialects';
import { NOTE, RECORD_MARK } from './field-node';
import { type LooseValue, parseLoose } from './loose-text';

/** A table that stands in JSON: the names of its columns and its rows. */
export interface EmbeddedTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What lies in a value that is no record itself, in the order in which it lies there. */
export interface Embedded {
  readonly records: LooseValue[];
  readonly tables: EmbeddedTable[];
  /** What responses around the records say of themselves, by place in `RESPONSE_PARTS`. */
  readonly notes: (string | undefined)[][];
  /** Whether some records were texts that PowerShell had made of objects. */
  cutObjects: boolean;
}

const DEEPEST = 40;
/** Keys under which tables in JSON have the names of their columns, and their rows. */
const HEADERS = ['fields', 'columns', 'header', 'headers', 'schema'];
const ROWS = ['rows', 'data', 'values', 'results', 'records'];

type LooseObject = { [key: string]: LooseValue };
const isObject = (value: LooseValue | undefined): value is LooseObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: LooseValue | undefined) =>
  value === null || typeof value === 'string' || typeof value === 'boolean';

/**
 * Looks for records and tables anywhere in a value: in lists, in objects under any key, in texts that hold JSON,
 * Python's or PowerShell's writing of an object.
 */
export function embeddedIn(value: LooseValue, dialects: Dialects): Embedded {
  const found: Embedded = { records: [], tables: [], notes: [], cutObjects: false };
  collect(value, dialects, found, 0);
  return found;
}

function collect(value: LooseValue, dialects: Dialects, found: Embedded, depth: number): void {
  if (depth > DEEPEST) return;
  if (typeof value === 'string') {
    const inner = textValue(value);
    if (inner === undefined) return;
    const before = found.records.length;
    collect(inner, dialects, found, depth + 1);
    if (found.records.length > before && value.trimStart().startsWith('@{')) found.cutObjects = true;
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) collect(item, dialects, found, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  const table = tableIn(value, dialects);
  if (table !== null) {
    found.tables.push(table);
    return;
  }
  if (isRecord(value, dialects)) {
    found.records.push(value);
    return;
  }
  const notes = notesOf(value, dialects);
  if (notes.length > 0) found.notes.push(notes);
  for (const inner of Object.values(value)) collect(inner, dialects, found, depth + 1);
}

function notesOf(object: LooseObject, dialects: Dialects): (string | undefined)[] {
  const notes: (string | undefined)[] = [];
  for (const [key, value] of Object.entries(object)) {
    const bytes = encodeText(key);
    const node = dialects.around.find(bytes, 0, bytes.length)?.node;
    if (node?.action === NOTE && (value === null || typeof value !== 'object'))
      notes[node.part] = String(value);
  }
  return notes;
}

/** A text that is itself an object or a list; base64 of JSON begins with `eyJ` or `W3si`. */
function textValue(text: string): LooseValue | undefined {
  const first = text.trimStart()[0];
  if (first === '{' || first === '[' || first === '@' || first === '(') return parseLoose(text);
  if (!/^(?:ey[A-Za-z0-9+/]|W[1-9A-Za-z])[A-Za-z0-9+/\s]{20,}={0,2}\s*$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    return parseLoose(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Whether the object is a record by its keys, and its ID is no list or object of many. */
export function isRecord(value: { [key: string]: LooseValue }, dialects: Dialects): boolean {
  const marks = Object.keys(value).reduce((all, key) => all | markOf(key, dialects), 0);
  return dialects.of(marks) >= 0 || (marks & RECORD_MARK) !== 0;
}

function markOf(key: string, dialects: Dialects): number {
  const bytes = encodeText(key);
  return dialects.tables[0]!.find(bytes, 0, bytes.length)?.node?.marks ?? 0;
}

/** The table that an object is: `fields` and `rows`, `columns` and `data`, or a list or map of values for each column. */
function tableIn(object: LooseObject, dialects: Dialects): EmbeddedTable | null {
  return tableOfRows(object) ?? tableOfColumns(object, dialects);
}

function tableOfRows(object: LooseObject): EmbeddedTable | null {
  const keys = Object.keys(object);
  const keyOf = (names: readonly string[], fits: (value: LooseValue) => boolean) =>
    keys.find((key) => names.includes(key.toLowerCase()) && fits(object[key]!));
  const headerKey = keyOf(HEADERS, (value) => headersOf(value) !== null);
  if (headerKey === undefined) return null;
  const rowKey = keyOf(
    ROWS,
    (value) => Array.isArray(value) && value.length > 0 && value.every(Array.isArray),
  );
  if (rowKey === undefined || rowKey === headerKey) return null;
  const headers = headersOf(object[headerKey]!)!;
  const rows = (object[rowKey] as LooseValue[][]).map((row) => row.map(cellOf));
  return { headers, rows };
}

/** Names of columns: texts, or objects with a name. */
function headersOf(value: LooseValue): string[] | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const names = value.map((item) => {
    if (typeof item === 'string') return item;
    const name = isObject(item)
      ? (item['name'] ?? item['text'] ?? item['displayName'] ?? item['field'])
      : null;
    return typeof name === 'string' ? name : null;
  });
  return names.every((name) => name !== null) ? (names as string[]) : null;
}

/** `{"assetId": {"0": …, "1": …}, …}` and `{"assetId": […], …}`: a data frame by its columns. */
function tableOfColumns(object: LooseObject, dialects: Dialects): EmbeddedTable | null {
  const headers = Object.keys(object);
  if (headers.length < 2) return null;
  const named = headers.filter((header) => markOf(header, dialects) !== 0);
  if (named.length < 2) return null;
  const columns = Object.values(object).map((column) => columnOf(column));
  const first = columns[0];
  if (first === null || first === undefined || first.size < 1) return null;
  const keys = [...first.keys()];
  const alike = columns.every(
    (column) => column !== null && column.size === first.size && column.has(keys[0]!),
  );
  if (!alike) return null;
  const rows = keys.map((key) => columns.map((column) => cellOf(column!.get(key) ?? null)));
  return { headers, rows };
}

function columnOf(value: LooseValue): Map<string, LooseValue> | null {
  if (Array.isArray(value)) return new Map(value.map((item, row) => [String(row), item]));
  if (!isObject(value)) return null;
  const keys = Object.keys(value);
  // Rows are numbered; other keys are those of an object of the record.
  return keys.every((key) => /^\d+$/.test(key)) ? new Map(Object.entries(value)) : null;
}

/** A value as a cell of a table has it: several by line breaks, objects as JSON. */
export function cellOf(value: LooseValue): string {
  if (value === null) return '';
  if (isScalar(value)) return String(value);
  if (Array.isArray(value) && value.every(isScalar))
    return value
      .filter((item) => item !== null)
      .map(String)
      .join('\n');
  return JSON.stringify(value);
}
