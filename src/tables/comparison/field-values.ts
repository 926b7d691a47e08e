import { formatValue } from '../../identifiers/shared-value';
import {
  type Column,
  codeAt,
  codesAt,
  macDigits,
  macsAt,
  sourcesAt,
  textAt,
  textsAt,
  timeAt,
} from '../../model/columns';
import type { FieldValue } from '../../model/comparison';
import type { Dataset } from '../../model/dataset';
import type { FieldId } from '../../model/field';
import type { AssetIndex, EpochMilliseconds } from '../../model/units';

/** What the asset has in the field, readable; `null` if nothing. */
export function fieldValue(dataset: Dataset, field: FieldId, asset: AssetIndex): FieldValue | null {
  const value = read(dataset.columns[field], asset);
  return value.values.length === 0 ? null : value;
}

function read(column: Column, asset: AssetIndex): FieldValue {
  switch (column.kind) {
    case 'text':
      return { values: filled([textAt(column, asset)]) };
    case 'texts':
      return { values: filled(textsAt(column, asset)) };
    case 'macs':
      return { values: [...macsAt(column, asset)].map((mac) => formatValue('macAddress', macDigits(mac))) };
    case 'code':
      return { values: filled([codeAt(column, asset)]) };
    case 'codes':
      return { values: filled(codesAt(column, asset)) };
    case 'time': {
      const time = timeAt(column, asset);
      return Number.isNaN(time) ? { values: [] } : { values: [timeText(time)], time };
    }
    case 'sources': {
      const sources = sourcesAt(column, asset);
      return {
        values: sources.map(({ source }) => source),
        created: sources.map(({ created }) => created),
        lastUpdated: sources.map(({ lastUpdated }) => lastUpdated),
      };
    }
  }
}

function filled(texts: string[]): string[] {
  return texts.filter((text) => text !== '');
}

/** ISO 8601; a number that no date stands for (beyond the year 275,760) as it is. */
function timeText(time: EpochMilliseconds): string {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : String(time);
}
