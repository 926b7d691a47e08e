import { FIELD_IDS, type FieldId } from '../../model/field';
import type { ColumnMapping } from '../../model/import-request';
import { isRecord, readPreference, writePreference } from './preferences';

const MOST = 50;

/** The column mappings that the person confirmed, by the signature of their headers. */
export function rememberedMappings(): Record<string, ColumnMapping> {
  const kept = readPreference('mappings', isRecord) ?? {};
  const good = Object.entries(kept).filter((entry): entry is [string, ColumnMapping] => isMapping(entry[1]));
  return Object.fromEntries(good);
}

/** Remembers one more; the oldest go when there are many. */
export function rememberMapping(signature: string, columns: ColumnMapping): void {
  const others = Object.entries(rememberedMappings()).filter(([known]) => known !== signature);
  writePreference('mappings', Object.fromEntries([...others.slice(1 - MOST), [signature, columns]]));
}

function isMapping(value: unknown): value is ColumnMapping {
  return (
    Array.isArray(value) && value.every((field) => field === null || FIELD_IDS.includes(field as FieldId))
  );
}
