import { FIELDS, type FieldId } from '../../model/field';
import type { ColumnMapping } from '../../model/import-request';
import { type ContentKind, contentKind } from './column-content';
import { fieldsOfWords, isOfABeginning, isOfSomethingElse, listsFindings } from './header-words';
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
  /** Whether an asset id or a name is among them: the rows are about assets. */
  readonly anchored: boolean;
}

/** Fields that tell one asset from another. */
export const IDENTIFYING: ReadonlySet<FieldId> = new Set<FieldId>([
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
/** Fields that a column of that content may fill, the likeliest first. */
const FIELDS_OF_CONTENT: Readonly<Record<ContentKind, readonly FieldId[]>> = {
  mac: ['macAddresses'],
  ipv4: ['address', 'interfaceAddresses'],
  ipv6: ['interfaceAddresses'],
  fqdn: ['dnsName'],
  number: ['assetId'],
  name: ['assetName'],
  time: ['lastModified'],
};

/** In a table of findings such columns tell of the finding. */
const OF_ASSETS_ONLY: ReadonlySet<ContentKind> = new Set<ContentKind>(['number', 'name', 'time']);

/**
 * Matches columns with fields: each column takes the field it fits best, each field of one value the column that
 * fits it best. Columns whose name is no alias are matched by the words in it, then by what the cells of `rows`
 * below look like; an identifier that is matched so is never certain. Certain are an asset id or a name together
 * with another identifier, at least one of them by a telling name, no two columns that fit an identifier equally
 * well, and no unknown column that may be the asset id where none is known.
 */
export function suggestMapping(
  headers: readonly string[],
  rows: readonly (readonly string[])[] = [],
): Suggestion {
  const mapping: (FieldId | null)[] = headers.map(() => null);
  const findings = listsFindings(headers);
  const isHostList = listsHosts(headers);
  const candidates = headers
    .flatMap((header, column) => fitsOf(header).map((fit) => ({ column, ...fit })))
    .filter(({ field, column }) => !(findings && isOfFinding(field, headers[column]!)))
    .map((fit) => (fit.field === 'assetId' && isHostList ? asHostId(fit, headers) : fit))
    .filter((fit) => !(fit.weak && NAMES.includes(fit.field) && holdsAddresses(fit.column, rows)))
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
  const identifiersByName = [...taken.values()].filter((fit) => IDENTIFYING.has(fit.field));
  const guessedByWords = guessByWords(headers, mapping, taken);
  const recognised = mapping.filter((field) => field !== null).length;
  const guessedByContent = guessByContent(headers, rows, mapping, taken);
  const guessed = guessedByWords || guessedByContent;
  const identifiers = [...taken.keys()].filter((field) => IDENTIFYING.has(field));
  const anchored = taken.has('assetId') || NAMES.some((name) => taken.has(name));
  const telling = identifiersByName.some((fit) => !fit.weak);
  const mayBeId = headers.some((header, column) => mapping[column] === null && NAMES_ID.test(header));
  const idIsOpen = mayBeId && !taken.has('assetId');
  return {
    mapping,
    certain: !guessed && !idIsOpen && anchored && telling && identifiersByName.length >= 2 && !ambiguous,
    recognised,
    identifiers: identifiers.length,
    anchored,
  };
}

/** Whether the columns are those of the VM API's list of hosts, whose `ID` is the host's and not the asset's. */
function listsHosts(headers: readonly string[]): boolean {
  const keys = new Set(headers.map(headerKey));
  const has = (...names: string[]) => names.some((name) => keys.has(name));
  return (
    has('id') &&
    has('trackingmethod') &&
    has('ip', 'ipaddress') &&
    has('dns', 'dnsname', 'netbios', 'netbiosname') &&
    !has('name', 'assetname', 'assetid')
  );
}

function asHostId<F extends Fit & { readonly column: number }>(fit: F, headers: readonly string[]): F {
  return headerKey(headers[fit.column]!) === 'id' ? { ...fit, field: 'qwebHostId' } : fit;
}

/** In a table of findings the category and the bare name are those of the finding. */
function isOfFinding(field: FieldId, header: string): boolean {
  return field === 'hardwareCategory' || (field === 'assetName' && headerKey(header) === 'name');
}

/** Whether a column called "Host" or "Asset" holds addresses, not names. */
function holdsAddresses(column: number, rows: readonly (readonly string[])[]): boolean {
  const kind = contentKind(rows.map((row) => row[column] ?? ''));
  return kind === 'ipv4' || kind === 'mac';
}

/** Fills columns that no alias fits by the words in their names; answers whether one identifies. */
function guessByWords(
  headers: readonly string[],
  mapping: (FieldId | null)[],
  taken: Map<FieldId, Fit>,
): boolean {
  let guessed = false;
  for (const [column, header] of headers.entries()) {
    if (mapping[column] !== null || fitsOf(header).length > 0) continue;
    guessed = fill(column, fieldsOfWords(header), mapping, taken) || guessed;
  }
  return guessed;
}

/** Fills columns that are still open by what their cells look like; answers whether one identifies. */
function guessByContent(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: (FieldId | null)[],
  taken: Map<FieldId, Fit>,
): boolean {
  const findings = listsFindings(headers);
  const open = headers.flatMap((header, column) => {
    if (mapping[column] !== null || fitsOf(header).some(({ weak }) => !weak)) return [];
    if (isOfSomethingElse(header)) return [];
    const kind = contentKind(rows.map((row) => row[column] ?? ''));
    return kind === null || (findings && OF_ASSETS_ONLY.has(kind)) ? [] : [{ column, header, kind }];
  });
  const times = open.filter(({ header, kind }) => kind === 'time' && !isOfABeginning(header));
  const hasTime = [...taken.keys()].some((field) => FIELDS[field].kind === 'time');
  let guessed = false;
  for (const { column, kind } of open) {
    if (kind === 'time' && (hasTime || times.length !== 1 || times[0]!.column !== column)) continue;
    if (kind === 'fqdn' && taken.has('fqdn')) continue;
    guessed = fill(column, FIELDS_OF_CONTENT[kind], mapping, taken) || guessed;
  }
  return guessed;
}

/** Gives the column the first of the fields that is free; answers whether that field identifies an asset. */
function fill(
  column: number,
  fields: readonly FieldId[],
  mapping: (FieldId | null)[],
  taken: Map<FieldId, Fit>,
): boolean {
  const field = fields.find((one) => takesSeveral(one) || !taken.has(one));
  if (field === undefined) return false;
  mapping[column] = field;
  taken.set(field, { field, rank: Number.POSITIVE_INFINITY, weak: true });
  return IDENTIFYING.has(field) || field === 'interfaceAddresses';
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
