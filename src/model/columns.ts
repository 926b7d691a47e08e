import { decodeText } from './text';
import type { AssetIndex, EpochMilliseconds, MacNumber } from './units';

/**
 * A dataset is columns, not objects: a million assets are a few dozen buffers.
 *
 * Every column may be shorter than its dataset: assets past its end have no value. So a field that no record
 * carries costs nothing, and one that only the first records carry costs only those.
 */
export type Column =
  | TextColumn
  | TextListColumn
  | MacListColumn
  | CodeColumn
  | CodeListColumn
  | TimeColumn
  | SourceColumn;

/** One text for each asset; asset `i` owns `bytes[ends[i-1] … ends[i])`. No bytes: no value. */
export interface TextColumn {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Several texts for each asset; asset `i` owns items `stops[i-1] … stops[i])`, item `j` as in `TextColumn`. */
export interface TextListColumn {
  readonly kind: 'texts';
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  readonly stops: Uint32Array;
}

/** Several MAC addresses for each asset, canonical, without repeats, in the order of the record. */
export interface MacListColumn {
  readonly kind: 'macs';
  readonly values: Float64Array;
  readonly stops: Uint32Array;
}

/** One of a few texts for each asset: `dictionary[codes[i]]`; code 0 is "" and means none. */
export interface CodeColumn {
  readonly kind: 'code';
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
}

/** Several of a few texts for each asset. */
export interface CodeListColumn {
  readonly kind: 'codes';
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
  readonly stops: Uint32Array;
}

/** One time for each asset. */
export interface TimeColumn {
  readonly kind: 'time';
  readonly values: Float64Array;
}

/** Who reported the asset, and when: several for each asset. */
export interface SourceColumn {
  readonly kind: 'sources';
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
  readonly created: Float64Array;
  readonly lastUpdated: Float64Array;
  readonly stops: Uint32Array;
}

/** One entry of an asset's inventory list. */
export interface Source {
  readonly source: string;
  readonly created: EpochMilliseconds;
  readonly lastUpdated: EpochMilliseconds;
}

/** Where asset `i`'s items start and stop in a list column, or an empty range past the column's end. */
export function itemStart(stops: Uint32Array, asset: AssetIndex): number {
  if (asset >= stops.length) return 0;
  return asset === 0 ? 0 : stops[asset - 1]!;
}

/** See `itemStart`. */
export function itemStop(stops: Uint32Array, asset: AssetIndex): number {
  return asset < stops.length ? stops[asset]! : 0;
}

/** The asset's text, "" if it has none. */
export function textAt(column: TextColumn, asset: AssetIndex): string {
  return decodeText(column.bytes, itemStart(column.ends, asset), itemStop(column.ends, asset));
}

/** Whether the asset has a text here, without decoding it. */
export function hasText(column: TextColumn, asset: AssetIndex): boolean {
  return itemStop(column.ends, asset) > itemStart(column.ends, asset);
}

/** The asset's texts, in the order of the record. */
export function textsAt(column: TextListColumn, asset: AssetIndex): string[] {
  const texts: string[] = [];
  const stop = itemStop(column.stops, asset);
  for (let item = itemStart(column.stops, asset); item < stop; item++) {
    texts.push(decodeText(column.bytes, itemStart(column.ends, item), itemStop(column.ends, item)));
  }
  return texts;
}

/** The asset's MAC addresses as a view, without copying. */
export function macsAt(column: MacListColumn, asset: AssetIndex): Float64Array {
  return column.values.subarray(itemStart(column.stops, asset), itemStop(column.stops, asset));
}

/** Twelve lower-case hexadecimal digits, the canonical form that results and comparisons use. */
export function macDigits(mac: MacNumber): string {
  return mac.toString(16).padStart(12, '0');
}

/** The asset's text from the dictionary, "" if it has none. */
export function codeAt(column: CodeColumn, asset: AssetIndex): string {
  return asset < column.codes.length ? column.dictionary[column.codes[asset]!]! : '';
}

/** The asset's texts from the dictionary. */
export function codesAt(column: CodeListColumn, asset: AssetIndex): string[] {
  const texts: string[] = [];
  const stop = itemStop(column.stops, asset);
  for (let item = itemStart(column.stops, asset); item < stop; item++)
    texts.push(column.dictionary[column.codes[item]!]!);
  return texts;
}

/** The asset's time, `NaN` if it has none. */
export function timeAt(column: TimeColumn, asset: AssetIndex): EpochMilliseconds {
  return asset < column.values.length ? column.values[asset]! : Number.NaN;
}

/** Who reported the asset, in the order of the record. */
export function sourcesAt(column: SourceColumn, asset: AssetIndex): Source[] {
  const sources: Source[] = [];
  const stop = itemStop(column.stops, asset);
  for (let item = itemStart(column.stops, asset); item < stop; item++) {
    sources.push({
      source: column.dictionary[column.codes[item]!]!,
      created: column.created[item]!,
      lastUpdated: column.lastUpdated[item]!,
    });
  }
  return sources;
}

/** When a source last reported the asset: the newest `lastUpdated` of its sources, `NaN` if none says. */
export function lastActivityAt(column: SourceColumn, asset: AssetIndex): EpochMilliseconds {
  let newest = Number.NaN;
  const stop = itemStop(column.stops, asset);
  for (let item = itemStart(column.stops, asset); item < stop; item++) {
    const time = column.lastUpdated[item]!;
    if (!(newest >= time)) newest = Number.isNaN(time) ? newest : time;
  }
  return newest;
}
