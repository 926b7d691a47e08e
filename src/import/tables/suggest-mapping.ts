import { FIELDS, type FieldId } from '../../model/field';
import type { ColumnMapping } from '../../model/import-request';
import { type Fit, fitsOf, headerKey } from './headers';

/** What a header row suggests, and whether that is beyond doubt. */
export interface Suggestion {
  readonly mapping: ColumnMapping;
  /** With a certain mapping an import goes straight on; the page still shows what was read as what. */
  readonly certain: boolean;
  /** Columns whose name fits a field; tells a header row from other rows. */
  readonly recognised: number;
  /** Of those, columns that identify an asset. */
  readonly identifiers: number;
}

/** Fields that tell one asset from another. */
const IDENTIFYING: ReadonlySet<FieldId> = new Set<FieldId>([
  'assetId',
  'assetName',
  'dnsName',
  'fqdn',
  'netbiosName',
  'address',
  'macAddresses',
  'agentId',
]);
/** The word ID in a column's name, also at the end of `thingId`; not in Video. */
const NAMES_ID = /(?:^|[^a-zA-Z])[iI][dD]s?(?![a-zA-Z])|[a-z]I[dD]s?(?![a-zA-Z])|[iI]dentifier/;
const NAMES: readonly FieldId[] = ['assetName', 'dnsName', 'fqdn', 'netbiosName'];

/**
 * Matches headers with fields: each column takes the field it fits best, each field of one value the column
 * that fits it best. Certain are an asset id or a name together with another identifier, at least one of them
 * by a telling name, no two columns that fit an identifier equally well, and no unknown column that may be the
 * asset id where none is known.
 */
export function suggestMapping(headers: readonly string[]): Suggestion {
  const mapping: (FieldId | null)[] = headers.map(() => null);
  const candidates = headers
    .flatMap((header, column) => fitsOf(header).map((fit) => ({ column, ...fit })))
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
  const taken = new Map<FieldId, Fit>();
  let ambiguous = false;
  for (const { column, field, rank, weak } of candidates) {
    if (mapping[column] !== null) continue;
    const before = taken.get(field);
    if (before !== undefined && !takesSeveral(field)) {
      if (before.rank === rank && IDENTIFYING.has(field)) ambiguous = true;
      continue;
    }
    mapping[column] = field;
    taken.set(field, { field, rank, weak });
  }
  const identifiers = [...taken.values()].filter((fit) => IDENTIFYING.has(fit.field));
  const anchored = taken.has('assetId') || NAMES.some((name) => taken.has(name));
  const telling = identifiers.some((fit) => !fit.weak);
  const mayBeId = headers.some((header, column) => mapping[column] === null && NAMES_ID.test(header));
  const idIsOpen = mayBeId && !taken.has('assetId');
  return {
    mapping,
    certain: !idIsOpen && anchored && telling && identifiers.length >= 2 && !ambiguous,
    recognised: mapping.filter((field) => field !== null).length,
    identifiers: identifiers.length,
  };
}

/** Whether several columns may fill the field: "MAC Address 1", "MAC Address 2". */
export function takesSeveral(field: FieldId): boolean {
  const { kind } = FIELDS[field];
  return kind === 'texts' || kind === 'macs' || kind === 'codes' || kind === 'sources';
}

/** The header row made into a key: the same columns in the same order, however they are spelled. */
export function signatureOfHeaders(headers: readonly string[]): string {
  return headers.map(headerKey).join('|');
}

/** A confirmed mapping as it was stored, checked: only known fields, one for each column; `null` if it does not fit. */
export function checkedMapping(mapping: unknown, columns: number): ColumnMapping | null {
  if (!Array.isArray(mapping) || mapping.length !== columns) return null;
  const fits = mapping.every(
    (field) => field === null || (typeof field === 'string' && Object.hasOwn(FIELDS, field)),
  );
  return fits ? (mapping as ColumnMapping) : null;
}
