import { FIELD_IDS, FIELDS, type FieldId } from '../../../../model/field';

/** The fields by whose values duplicates are found. */
const FINDING: readonly FieldId[] = ['assetName', 'dnsName', 'netbiosName', 'macAddresses', 'address'];
/** Further fields that stand in the table of duplicates and in the reports. */
const SHOWN: readonly FieldId[] = ['assetId', 'lastModified', 'sources', 'operatingSystem'];
const OTHER = FIELD_IDS.filter((field) => !FINDING.includes(field) && !SHOWN.includes(field));

/** The fields that a column may be read as, by what they are good for. */
export const FIELD_GROUPS: readonly { readonly label: string; readonly fields: readonly FieldId[] }[] = [
  { label: 'Finds duplicates', fields: FINDING },
  { label: 'Shown', fields: SHOWN },
  { label: 'Other', fields: OTHER },
];

/** What the field is called where a column is chosen for it: as the table of duplicates calls what it fills. */
export function mappingLabel(field: FieldId): string {
  return field === 'lastModified' ? 'Last activity' : FIELDS[field].label;
}

/** How many of the five fields that find duplicates have a column. */
export function findingFields(columns: readonly (FieldId | null)[]): number {
  return FINDING.filter((field) => columns.includes(field)).length;
}

/** Fields of one value that several columns are read as; only the last of those would be kept. */
export function doubleFields(columns: readonly (FieldId | null)[]): readonly FieldId[] {
  const isSingle = (field: FieldId) => ['text', 'code', 'time'].includes(FIELDS[field].kind);
  return FIELD_IDS.filter(
    (field) => isSingle(field) && columns.filter((column) => column === field).length > 1,
  );
}
