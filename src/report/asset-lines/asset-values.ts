import { formatMac } from '../../identifiers/mac';
import {
  codeAt,
  codesAt,
  macsAt,
  type Source,
  sourcesAt,
  textAt,
  textsAt,
  timeAt,
} from '../../model/columns';
import type { Dataset } from '../../model/dataset';
import { FIELD_IDS, FIELDS, type FieldId } from '../../model/field';
import type { AssetIndex } from '../../model/units';
import type { Pseudonyms } from '../redaction/pseudonyms';

/** All that a dataset keeps of its assets, field by field, as texts; in a redacted copy as pseudonyms. */
export interface AssetValues {
  readonly size: number;
  /** Fields that at least one record carried, with or without a value. */
  readonly fieldsSeen: readonly FieldId[];
  /** Nothing where the asset has no value; times in ISO 8601; sources are read by `sources`. */
  of(field: FieldId, asset: AssetIndex): readonly string[];
  sources(asset: AssetIndex): readonly Source[];
}

/**
 * Reads a dataset's columns for a file of assets. With pseudonyms no value passes as it is but of a field whose
 * sensitivity is `none`; a field without a sensitivity is refused.
 */
export function assetValues(dataset: Dataset, pseudonyms: Pseudonyms | null): AssetValues {
  const plain = (field: FieldId, asset: AssetIndex) => textsOf(dataset, field, asset);
  if (pseudonyms !== null)
    for (const field of FIELD_IDS)
      if (FIELDS[field].sensitivity === undefined) throw new Error(`Field ${field} has no sensitivity.`);
  return {
    size: dataset.size,
    fieldsSeen: dataset.header.fieldsSeen,
    of:
      pseudonyms === null
        ? plain
        : (field, asset) => plain(field, asset).map((text) => pseudonyms.of(FIELDS[field].sensitivity, text)),
    // The names of sources are words of Qualys.
    sources: (asset) => sourcesAt(dataset.columns.sources, asset),
  };
}

function textsOf({ columns }: Dataset, field: FieldId, asset: AssetIndex): string[] {
  const column = columns[field];
  switch (column.kind) {
    case 'text':
      return some(textAt(column, asset));
    case 'code':
      return some(codeAt(column, asset));
    case 'texts':
      return textsAt(column, asset);
    case 'codes':
      return codesAt(column, asset);
    case 'macs':
      return Array.from(macsAt(column, asset), formatMac);
    case 'time': {
      const time = timeAt(column, asset);
      return Number.isNaN(time) ? [] : [new Date(time).toISOString()];
    }
    case 'sources':
      return [];
  }
}

function some(text: string): string[] {
  return text === '' ? [] : [text];
}
