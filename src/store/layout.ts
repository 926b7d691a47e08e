import type { Column } from '../model/columns';
import type { Dataset } from '../model/dataset';
import { type ColumnKind, type Columns, emptyColumns, FIELD_IDS, FIELDS, type FieldId } from '../model/field';
import { decodeText, encodeText } from '../model/text';
import {
  LayoutWriter,
  makeArray,
  type Numbers,
  type PlacedArray,
  type StoredArray,
  type StoredParts,
} from './arrays';

/**
 * How a dataset is one stream of bytes: all arrays of its columns one after the other, each at a multiple of
 * eight. Dictionaries are arrays too (texts and where each ends), so that the header record stays small. A
 * field without values is left out, so a field that a later version adds is simply empty.
 */
export interface DatasetLayout {
  readonly bytes: number;
  readonly columns: Readonly<
    Partial<Record<FieldId, { readonly kind: ColumnKind; readonly parts: StoredParts }>>
  >;
  readonly origins: StoredParts;
}

/** Lays the dataset out; `arrays` are views of its own memory, in the order of the stream. */
export function layOut(dataset: Dataset): { layout: DatasetLayout; arrays: PlacedArray[] } {
  const writer = new LayoutWriter();
  const columns: Partial<Record<FieldId, { kind: ColumnKind; parts: StoredParts }>> = {};
  for (const field of FIELD_IDS) {
    const column: Column = dataset.columns[field];
    if (isEmpty(column)) continue;
    columns[field] = { kind: column.kind, parts: writer.placeAll(partsOf(column)) };
  }
  const origins = writer.placeAll({ ...dataset.origins });
  return { layout: { bytes: writer.bytes, columns, origins }, arrays: writer.arrays };
}

/** Makes the empty arrays of a layout, to be filled from the stream: the same views, in the same order. */
export function makeArrays(layout: DatasetLayout): Map<StoredArray, Numbers> {
  const made = new Map<StoredArray, Numbers>();
  for (const parts of [...Object.values(layout.columns).map((column) => column.parts), layout.origins]) {
    for (const stored of Object.values(parts)) made.set(stored, makeArray(stored));
  }
  return made;
}

/**
 * Puts columns and origins together from filled arrays. Throws a `RangeError` where a column cannot be of its
 * field: wrong kind, a part missing, or a last stop that is not the number of items.
 */
export function putTogether(
  layout: DatasetLayout,
  arrays: ReadonlyMap<StoredArray, Numbers>,
): Pick<Dataset, 'columns' | 'origins'> {
  const columns: Record<string, Column> = { ...emptyColumns() };
  for (const field of FIELD_IDS) {
    const stored = layout.columns[field];
    if (stored === undefined) continue;
    if (stored.kind !== FIELDS[field].kind) throw new RangeError(`${FIELDS[field].label} has another kind`);
    columns[field] = columnFrom(stored.kind, columns[field]!, take(stored.parts, arrays));
  }
  const origins = take(layout.origins, arrays) as unknown as Dataset['origins'];
  if (!(origins.file && origins.byte && origins.length)) throw new RangeError('origins are missing');
  return { columns: columns as unknown as Columns, origins };
}

function isEmpty(column: Column): boolean {
  return Object.values(column).every((part) => !ArrayBuffer.isView(part) || part.byteLength === 0);
}

function partsOf(column: Column): Record<string, Numbers> {
  const { kind: _, ...parts } = column;
  if (!('dictionary' in parts)) return parts as Record<string, Numbers>;
  const { dictionary, ...numbers } = parts;
  const texts = dictionary.map(encodeText);
  const ends = new Uint32Array(texts.length);
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0));
  let end = 0;
  texts.forEach((text, code) => {
    bytes.set(text, end);
    end += text.length;
    ends[code] = end;
  });
  return { ...numbers, dictionaryBytes: bytes, dictionaryEnds: ends } as Record<string, Numbers>;
}

function take(parts: StoredParts, arrays: ReadonlyMap<StoredArray, Numbers>): Record<string, Numbers> {
  return Object.fromEntries(Object.entries(parts).map(([name, stored]) => [name, arrays.get(stored)!]));
}

function columnFrom(kind: ColumnKind, empty: Column, parts: Record<string, Numbers>): Column {
  const { dictionaryBytes, dictionaryEnds, ...numbers } = parts;
  for (const [name, part] of Object.entries(empty)) {
    if (ArrayBuffer.isView(part) && numbers[name]?.constructor !== part.constructor)
      throw new RangeError(`its part "${name}" is missing`);
  }
  const column = { kind, ...numbers } as unknown as Column;
  if (!('dictionary' in empty)) return checked(column);
  const dictionary = readDictionary(dictionaryBytes as Uint8Array, dictionaryEnds as Uint32Array);
  return checked({ ...column, dictionary } as Column);
}

function readDictionary(bytes: Uint8Array | undefined, ends: Uint32Array | undefined): string[] {
  if (!bytes || !ends || ends.length === 0) throw new RangeError('a dictionary is missing');
  return Array.from(ends, (end, code) => decodeText(bytes, code === 0 ? 0 : ends[code - 1]!, end));
}

/** Nothing may end past its array: what the sums of the chunks cannot know. */
function checked(column: Column): Column {
  const items = itemsOf(column);
  if ('stops' in column && (column.stops.at(-1) ?? 0) > items)
    throw new RangeError('a list ends in the wrong place');
  if ('ends' in column && (column.ends.at(-1) ?? 0) > column.bytes.length)
    throw new RangeError('a text ends in the wrong place');
  return column;
}

function itemsOf(column: Column): number {
  if ('ends' in column) return column.ends.length;
  return 'codes' in column ? column.codes.length : column.values.length;
}
