import { type RaggedList, RaggedListBuilder } from '../../../arrays/ragged-list';
import { TextInterner } from '../../../arrays/text-interner';
import { canonicalName } from '../../../identifiers/hostname';
import { codeAt, itemStart, itemStop, textAt, textsAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import { FIELD_IDS, FIELDS, type FieldId, type FieldsOfKind } from '../../../model/field';
import type { Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import { eachInSlices } from '../time-slice';
import type { CorrelationField } from '../types/settings';

/** The distinct correlation IDs of a dataset and which of them each asset has. */
export interface CorrelationIds {
  readonly table: TextInterner;
  readonly ofAsset: RaggedList;
}

/** Names under which exports and custom attributes carry the agent correlation ID, lower-case. */
const USUAL_NAMES = new Set([
  'correlationid',
  'agentcorrelationid',
  'correlationuuid',
  'agent.correlationid',
  'passivesensor.correlationid',
]);
/** What stands in a field for "there is none". Ours. */
const PLACEHOLDERS = new Set(['', '0', '-', 'n/a', 'na', 'none', 'null', 'unknown', 'not specified']);
const NIL_UUID = /^[0-]+$/;

type NamedField = FieldsOfKind<'text' | 'code'>;

/**
 * Reads the correlation IDs, trimmed and lower-case: from the usual names, or where `field` names one, from
 * that field or custom attribute alone.
 */
export async function readCorrelationIds(
  dataset: Dataset,
  field: string | null,
  watch: Watch,
): Promise<CorrelationIds> {
  const table = new TextInterner();
  const lists = new RaggedListBuilder(dataset.size);
  const valuesOf = correlationReader(dataset, field);
  await eachInSlices(dataset.size, watch, 'Reading correlation IDs', (asset) => {
    for (const value of valuesOf(asset)) {
      const id = canonicalName(value);
      if (!PLACEHOLDERS.has(id) && !NIL_UUID.test(id)) lists.add(table.internText(id));
    }
    lists.close();
  });
  return { table, ofAsset: lists.finish() };
}

function correlationReader(dataset: Dataset, field: string | null): (asset: AssetIndex) => string[] {
  const { columns } = dataset;
  const named = field?.trim().toLowerCase();
  const known = FIELD_IDS.find((id) => id.toLowerCase() === named && isNamed(id));
  if (known !== undefined && known !== 'correlationId') {
    return (asset) => [namedValue(dataset, known as NamedField, asset)];
  }
  const standard = named === undefined || USUAL_NAMES.has(named);
  const wanted = named === undefined ? USUAL_NAMES : new Set([named]);
  return (asset) => {
    const values = standard ? [textAt(columns.correlationId, asset)] : [];
    if (itemStop(columns.customAttributes.stops, asset) > itemStart(columns.customAttributes.stops, asset)) {
      for (const attribute of textsAt(columns.customAttributes, asset)) {
        const equals = attribute.indexOf('=');
        if (wanted.has(attribute.slice(0, equals).trim().toLowerCase()))
          values.push(attribute.slice(equals + 1));
      }
    }
    return values;
  };
}

function isNamed(field: FieldId): field is NamedField {
  return FIELDS[field].kind === 'text' || FIELDS[field].kind === 'code';
}

function namedValue(dataset: Dataset, field: NamedField, asset: AssetIndex): string {
  const column = dataset.columns[field];
  return column.kind === 'code' ? codeAt(column, asset) : textAt(column, asset);
}

/** Distinct custom attribute keys that are listed; an inventory with more does not use them as fields. */
const MOST_KEYS = 500;

/** The fields and custom attributes of the dataset that could hold the correlation ID, for the person to choose. */
export async function correlationFields(dataset: Dataset, watch: Watch): Promise<CorrelationField[]> {
  const found = new Map<string, CorrelationField>();
  const count = (field: string, label: string) => {
    const before = found.get(field);
    if (before === undefined && found.size >= MOST_KEYS) return;
    found.set(field, { field, label, assets: (before?.assets ?? 0) + 1 });
  };
  const fields = FIELD_IDS.filter(
    (id): id is NamedField => isNamed(id) && (FIELDS[id].section === 'other' || id === 'agentId'),
  );
  await eachInSlices(dataset.size, watch, 'Reading fields', (asset) => {
    for (const field of fields) {
      if (namedValue(dataset, field, asset) !== '') count(field, FIELDS[field].label);
    }
    for (const attribute of textsAt(dataset.columns.customAttributes, asset)) {
      const equals = attribute.indexOf('=');
      if (equals > 0) count(attribute.slice(0, equals).trim(), 'Custom attribute');
    }
  });
  return [...found.values()];
}
