import { DatasetBuilder } from '../../../src/import/builder';
import { newDialects } from '../../../src/import/formats/new-dialects';
import type { JsonShape } from '../../../src/import/json/json-account';
import { JsonReader } from '../../../src/import/json/json-reader';
import {
  codeAt,
  codesAt,
  macDigits,
  macsAt,
  sourcesAt,
  textAt,
  textsAt,
  timeAt,
} from '../../../src/model/columns';
import type { Dataset } from '../../../src/model/dataset';
import { FIELD_IDS, type FieldId } from '../../../src/model/field';

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface ReadJson {
  readonly dataset: Dataset;
  readonly shape: JsonShape;
}

/** Reads JSON in chunks of that size, into a dataset of its own or behind `base`. */
export function readJson(json: string | Uint8Array, chunk = 65536, base: Dataset | null = null): ReadJson {
  const bytes = typeof json === 'string' ? encode(json) : json;
  const builder = new DatasetBuilder({ id: 'id', name: 'name', origin: 'files', importedAt: 0, base });
  builder.openFile('test.json', bytes.length);
  const reader = new JsonReader(builder, { dialects: newDialects() });
  for (let at = 0; at < bytes.length; at += chunk) reader.feed(bytes.slice(at, at + chunk));
  reader.finish();
  builder.closeFile('JSON');
  return { dataset: builder.seal(), shape: reader.shape };
}

/** An asset with all its values as plain text and numbers; fields without a value are left out. */
export function plainAssets(dataset: Dataset): Record<string, unknown>[] {
  return Array.from({ length: dataset.size }, (_, asset) => plainAsset(dataset, asset));
}

function plainAsset(dataset: Dataset, asset: number): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const field of FIELD_IDS) {
    const value = fieldValue(dataset, field, asset);
    const none = value === '' || Number.isNaN(value) || (Array.isArray(value) && value.length === 0);
    if (!none) plain[field] = value;
  }
  return plain;
}

function fieldValue(dataset: Dataset, field: FieldId, asset: number): unknown {
  const column = dataset.columns[field];
  switch (column.kind) {
    case 'text':
      return textAt(column, asset);
    case 'texts':
      return textsAt(column, asset);
    case 'macs':
      return Array.from(macsAt(column, asset), macDigits);
    case 'code':
      return codeAt(column, asset);
    case 'codes':
      return codesAt(column, asset);
    case 'time':
      return timeAt(column, asset);
    default:
      return sourcesAt(column, asset);
  }
}

/** What an import came to, in one comparable value. */
export function summary({ dataset }: ReadJson) {
  const { balance, skipped, unreadable, fieldsSeen, unfinished } = dataset.header;
  const origins = {
    file: [...dataset.origins.file],
    byte: [...dataset.origins.byte],
    length: [...dataset.origins.length],
  };
  return { assets: plainAssets(dataset), balance, skipped, unreadable, fieldsSeen, unfinished, origins };
}
