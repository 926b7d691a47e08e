import { FIELD_IDS, FIELDS, type FieldId, type FieldsOfKind } from './fields';
import type { ColumnKind, ColumnOf, FieldSection } from './fields/definition';

export {
  type ColumnKind,
  type ColumnOf,
  FIELD_IDS,
  FIELDS,
  type FieldId,
  type FieldSection,
  type FieldsOfKind,
};

/** One column for each field. */
export type Columns = { readonly [F in FieldId]: ColumnOf[(typeof FIELDS)[F]['kind']] };

/** Columns without a single value. */
export function emptyColumns(): Columns {
  const columns = Object.fromEntries(FIELD_IDS.map((field) => [field, emptyColumn(FIELDS[field].kind)]));
  return columns as unknown as Columns;
}

/** A column of the kind without a single value. */
export function emptyColumn<K extends ColumnKind>(kind: K): ColumnOf[K] {
  const none = new Uint32Array(0);
  const bytes = new Uint8Array(0);
  const numbers = new Float64Array(0);
  const empty: ColumnOf = {
    text: { kind: 'text', bytes, ends: none },
    texts: { kind: 'texts', bytes, ends: none, stops: none },
    macs: { kind: 'macs', values: numbers, stops: none },
    code: { kind: 'code', codes: none, dictionary: [''] },
    codes: { kind: 'codes', codes: none, dictionary: [''], stops: none },
    time: { kind: 'time', values: numbers },
    sources: {
      kind: 'sources',
      codes: none,
      dictionary: [''],
      created: numbers,
      lastUpdated: numbers,
      stops: none,
    },
  };
  return empty[kind];
}
