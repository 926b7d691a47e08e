import type { LooseValue } from './loose-text';

/** A table that stands in JSON: the names of its columns and its rows. */
export interface EmbeddedTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type LooseObject = { [key: string]: LooseValue };

export const isObject = (value: LooseValue | undefined): value is LooseObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: LooseValue | undefined) =>
  value === null || typeof value === 'string' || typeof value === 'boolean';

/** Keys under which tables in JSON have the names of their columns, and their rows, side by side. */
const HEADERS = ['fields', 'columns', 'header', 'headers', 'schema', 'cols'];
const ROWS = ['rows', 'data', 'values', 'results', 'records'];
/** Where else they stand: so deep in objects, and in so many lists at most. */
const DEEPEST_LIST = 4;
const MOST_LISTS = 40;
/** Members of an object that names a column. */
const NAMES = ['name', 'text', 'displayName', 'field', 'ColumnName', 'columnName', 'Name', 'label', 'id'];

/**
 * The table that an object is: names of columns and rows anywhere in it (`fields` and `rows`, `manifest.schema.columns`
 * and `result.data_array`), or a list or map of values for each column. `isKnown`: the name is one of an identifier.
 */
export function tableIn(object: LooseObject, isKnown: (name: string) => boolean): EmbeddedTable | null {
  // Kusto answers with tables about the query beside the one that was asked for.
  const kind = object['TableKind'];
  if (typeof kind === 'string' && kind !== 'PrimaryResult') return null;
  return tableOfNamedKeys(object) ?? tableOfLists(object, isKnown) ?? tableOfColumns(object, isKnown);
}

function tableOfNamedKeys(object: LooseObject): EmbeddedTable | null {
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

/** Names of columns in one list, rows that are as wide as them in another. */
function tableOfLists(object: LooseObject, isKnown: (name: string) => boolean): EmbeddedTable | null {
  const lists: (readonly [key: string, list: LooseValue[]])[] = [];
  collectLists(object, lists, 0);
  for (const [, list] of lists) {
    const headers = headersOf(list);
    if (headers === null || headers.filter(isKnown).length < 2) continue;
    for (const [key, other] of lists) {
      const rows = other === list ? null : rowsOf(other, headers.length, key);
      if (rows !== null) return { headers, rows };
    }
  }
  return null;
}

function collectLists(object: LooseObject, lists: (readonly [string, LooseValue[]])[], depth: number): void {
  for (const [key, value] of Object.entries(object)) {
    if (lists.length >= MOST_LISTS) return;
    if (Array.isArray(value)) lists.push([key, value]);
    else if (isObject(value) && depth < DEEPEST_LIST) collectLists(value, lists, depth + 1);
  }
}

/** Names of columns: texts, or objects with a name. */
function headersOf(value: LooseValue): string[] | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const names = value.map((item) => {
    if (typeof item === 'string') return item;
    if (!isObject(item)) return null;
    const key = NAMES.find((one) => typeof item[one] === 'string' && item[one] !== '');
    return key === undefined ? null : (item[key] as string);
  });
  return names.every((name) => name !== null) ? (names as string[]) : null;
}

/** Rows of that width: lists, or objects around a list; or so many lists of one length, a column each. */
function rowsOf(list: LooseValue[], width: number, key: string): string[][] | null {
  if (list.length === 0) return null;
  if (list.length === width && key.toLowerCase() === 'columns') return turned(list);
  const rows = list.map((row) => (isObject(row) ? Object.values(row).find(Array.isArray) : row));
  if (rows.every((row) => Array.isArray(row) && row.length === width))
    return (rows as LooseValue[][]).map((row) => row.map((cell) => cellOf(plainCellOf(cell))));
  return list.length === width ? turned(list) : null;
}

function turned(columns: LooseValue[]): string[][] | null {
  const [first] = columns;
  if (!Array.isArray(first) || first.length === 0) return null;
  if (!columns.every((column) => Array.isArray(column) && column.length === first.length)) return null;
  return first.map((_, row) => columns.map((column) => cellOf((column as LooseValue[])[row]!)));
}

/** `{"v": "x"}` of BigQuery, `{"VarCharValue": "x"}` of Athena: the value itself. */
function plainCellOf(cell: LooseValue): LooseValue {
  if (!isObject(cell)) return cell;
  const [first, ...others] = Object.values(cell);
  if (first === undefined) return null;
  return others.length === 0 && isScalar(first) ? first : (cell['v'] ?? cell);
}

/** `{"assetId": {"0": …, "1": …}, …}` and `{"assetId": […], …}`: a data frame by its columns. */
function tableOfColumns(object: LooseObject, isKnown: (name: string) => boolean): EmbeddedTable | null {
  const headers = Object.keys(object);
  if (headers.length < 2 || headers.filter(isKnown).length < 2) return null;
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
