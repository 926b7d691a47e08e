import type { Column, Source } from '../../src/model/columns';
import type { Dataset } from '../../src/model/dataset';
import {
  type ColumnOf,
  type Columns,
  emptyColumn,
  FIELD_IDS,
  FIELDS,
  type FieldId,
} from '../../src/model/field';
import { encodeText } from '../../src/model/text';

/** What a test may write for a field of each kind. */
interface PlainOf {
  text: string;
  texts: readonly string[];
  /** Numbers, or text of which only the hexadecimal digits count. */
  macs: readonly (number | string)[];
  code: string;
  codes: readonly string[];
  time: number;
  /** Just the name stands for a source without times. */
  sources: readonly (string | Partial<Source>)[];
}

/** An asset as a plain object: only the fields that the test is about. Without `assetId` it is its number, from 1. */
export type PlainAsset = { readonly [F in FieldId]?: PlainOf[(typeof FIELDS)[F]['kind']] };

/** Builds a dataset from plain objects, slowly and obviously. Values are taken as they are. */
export function makeDataset(assets: readonly PlainAsset[], header: Partial<Dataset['header']> = {}): Dataset {
  const withIds = assets.map((asset, index) => ({ assetId: String(index + 1), ...asset }));
  const columns = Object.fromEntries(
    FIELD_IDS.map((field) => [
      field,
      makeColumn(
        FIELDS[field].kind,
        withIds.map((asset: PlainAsset) => asset[field]),
      ),
    ]),
  ) as unknown as Columns;
  return {
    header: {
      id: 'test',
      name: 'test.json',
      origin: 'files',
      files: [{ name: 'test.json', bytes: 0, format: 'Bare list of assets', records: assets.length }],
      importedAt: 0,
      balance: { records: assets.length, assets: assets.length, repeated: 0, skipped: 0 },
      skipped: [],
      unreadable: {},
      fieldsSeen: FIELD_IDS.filter((field) =>
        withIds.some((asset: PlainAsset) => asset[field] !== undefined),
      ),
      ...header,
    },
    size: assets.length,
    columns,
    origins: { file: new Uint16Array(0), byte: new Float64Array(0), length: new Uint32Array(0) },
  };
}

function makeColumn(kind: Column['kind'], values: readonly unknown[]): Column {
  if (values.every((value) => value === undefined)) return emptyColumn(kind);
  return makers[kind](values as never);
}

type Values<K extends keyof PlainOf> = readonly (PlainOf[K] | undefined)[];
const makers: { readonly [K in keyof PlainOf]: (values: Values<K>) => ColumnOf[K] } = {
  text: (values) => ({ kind: 'text', ...arena(values.map((value) => value ?? '')) }),
  texts: (values) => ({
    kind: 'texts',
    ...arena(values.flatMap((value) => value ?? [])),
    stops: stopsOf(values),
  }),
  macs: (values) => {
    const unique = values.map((value) => [...new Set((value ?? []).map(macNumber))]);
    return { kind: 'macs', values: Float64Array.from(unique.flat()), stops: stopsOf(unique) };
  },
  code: (values) => {
    const dictionary = [...new Set(['', ...values.map((value) => value ?? '')])];
    return {
      kind: 'code',
      codes: Uint32Array.from(values, (value) => dictionary.indexOf(value ?? '')),
      dictionary,
    };
  },
  codes: (values) => {
    const items = values.flatMap((value) => value ?? []);
    const dictionary = [...new Set(['', ...items])];
    return {
      kind: 'codes',
      codes: Uint32Array.from(items, (item) => dictionary.indexOf(item)),
      dictionary,
      stops: stopsOf(values),
    };
  },
  time: (values) => ({ kind: 'time', values: Float64Array.from(values, (value) => value ?? Number.NaN) }),
  sources: (values) => {
    const items = values
      .flatMap((value) => value ?? [])
      .map((item) => (typeof item === 'string' ? { source: item } : item));
    const dictionary = [...new Set(['', ...items.map((item) => item.source ?? '')])];
    return {
      kind: 'sources',
      codes: Uint32Array.from(items, (item) => dictionary.indexOf(item.source ?? '')),
      dictionary,
      created: Float64Array.from(items, (item) => item.created ?? Number.NaN),
      lastUpdated: Float64Array.from(items, (item) => item.lastUpdated ?? Number.NaN),
      stops: stopsOf(values),
    };
  },
};

function arena(texts: readonly string[]): { bytes: Uint8Array; ends: Uint32Array } {
  const parts = texts.map(encodeText);
  const ends = new Uint32Array(parts.length);
  let end = 0;
  parts.forEach((part, index) => {
    end += part.length;
    ends[index] = end;
  });
  const bytes = new Uint8Array(end);
  parts.forEach((part, index) => {
    bytes.set(part, ends[index]! - part.length);
  });
  return { bytes, ends };
}

function stopsOf(lists: readonly (readonly unknown[] | undefined)[]): Uint32Array {
  let stop = 0;
  return Uint32Array.from(lists, (list) => {
    stop += list?.length ?? 0;
    return stop;
  });
}

function macNumber(mac: number | string): number {
  return typeof mac === 'number' ? mac : Number.parseInt(mac.replace(/[^0-9a-f]/gi, ''), 16);
}
