import { assetsKeptApart } from '../identifiers/kept-apart-ids';
import type { Column } from '../model/columns';
import type { Dataset, DatasetHeader } from '../model/dataset';
import { type Columns, FIELDS, type FieldId } from '../model/field';
import { type Notice, noticesBySeverity } from '../model/notice';
import type { JsonShape } from './json/json-account';
import { joinedResponses, lacksPages } from './json/response-log';
import { isOfSomethingElse } from './tables/header-words';

/** What reading one file came to, as far as notices need it. */
export interface FileAccount {
  readonly name: string;
  readonly shape: JsonShape;
}

/** Fields that the rules compare; what to call a value of each, and the keys that may hold one. */
const COMPARED: readonly (readonly [field: FieldId, value: string, keys: RegExp])[] = [
  ['assetName', 'asset name', /(?:asset|host|computer|device|machine)[ _-]?name/i],
  ['dnsName', 'DNS name', /dns[ _-]?(?:host[ _-]?)?name|fqdn/i],
  ['netbiosName', 'NetBIOS name', /net[ _-]?bios/i],
  [
    'macAddresses',
    'MAC address',
    /(?:^|[^a-zA-Z])mac(?![a-z])|[a-z]M(?:ac|AC)(?![a-z])|(?:physical|hardware)Address/,
  ],
  ['address', 'IP address', /(?:^|[^a-zA-Z])ips?(?![a-z])|[a-z]I[pP]s?(?![a-z])/],
];

const POWERSHELL =
  'Export again with ConvertTo-Json -Depth 10: its usual depth of 2 cuts off what is nested deeper.';
const JAVASCRIPT =
  'Write the assets with JSON.stringify in the place of console.log, String() or text in a template.';
const count = (number: number) => number.toLocaleString('en-US');
const records = (number: number) => `${count(number)} ${number === 1 ? 'record' : 'records'}`;

/**
 * All that has to be said of a dataset: what was noticed while its files were read, and what shows only once all
 * are. `noticed` are those of the dataset that files were added to, too.
 */
export function noticesOf(
  dataset: Dataset,
  accounts: readonly FileAccount[],
  noticed: readonly Notice[],
): readonly Notice[] {
  const { header } = dataset;
  const found = [
    ...noticed.filter(({ kind }) => !RECOUNTED.has(kind)),
    ...responseNotices(dataset, accounts, noticed),
    ...accounts.flatMap(cutValues),
    ...skippedRecords(header, noticed),
    ...unreadableValues(header),
    ...separatedIds(dataset),
  ];
  return noticesBySeverity([...found, ...emptyFields(dataset, found, accounts)]);
}

/** Kinds that are worked out anew from the whole dataset. */
const RECOUNTED: ReadonlySet<Notice['kind']> = new Set([
  'skippedRecords',
  'unreadableValues',
  'emptyField',
  'furtherPages',
  'fewerThanCounted',
  'separatedIds',
]);

function responseNotices(
  dataset: Dataset,
  accounts: readonly FileAccount[],
  noticed: readonly Notice[],
): Notice[] {
  const joined = joinedResponses(accounts.map(({ shape }) => shape.responses));
  const before = noticed.filter(({ kind }) => kind === 'furtherPages');
  const file = accounts.findLast(({ shape: { responses } }) => responses.further + responses.named > 0)?.name;
  const failed = accounts.flatMap(({ name, shape }) => failedResponses(name, shape));
  if (file !== undefined)
    return lacksPages(joined) ? [furtherPages(file, joined.further + joined.named), ...failed] : failed;
  const counted =
    joined.last + joined.lastNamed > 0 ? [] : [...before, ...fewerThanCounted(dataset, accounts, noticed)];
  return [...counted.slice(0, 1), ...failed];
}

/** A response says how many records there are on all pages, and fewer came. */
function fewerThanCounted(
  { header }: Dataset,
  accounts: readonly FileAccount[],
  noticed: readonly Notice[],
): Notice[] {
  const before = noticed.find(({ kind }) => kind === 'fewerThanCounted')?.count ?? 0;
  const total = accounts.reduce((most, { shape }) => Math.max(most, shape.responses.total), before);
  const { records: came } = header.balance;
  if (came >= total) return [];
  return [
    {
      kind: 'fewerThanCounted',
      severity: 'incomplete',
      what: `A response says that there are ${count(total)} records, and ${count(came)} came: further pages are missing.`,
      remedy: 'Fetch the other pages as well, and add them.',
      count: total,
    },
  ];
}

function furtherPages(file: string, further: number): Notice {
  return {
    kind: 'furtherPages',
    severity: 'incomplete',
    what: `The last response in “${file}” says that there are further pages, and no page that follows it is here: assets are missing.`,
    remedy:
      'Fetch the pages behind it as well, until one says that it is the last (the Gateway: hasMore 0), and add them.',
    count: further,
    file,
  };
}

function failedResponses(file: string, { responses }: JsonShape): Notice[] {
  if (responses.failed === 0 || responses.failure === null) return [];
  return [failedResponse(file, responses.failure, responses.failed)];
}

/** A response among others says that its request failed: the page that was asked for is missing. */
export function failedResponse(file: string, failure: string, failed: number): Notice {
  const which = failed === 1 ? 'A response' : `${count(failed)} responses`;
  const says = failed === 1 ? 'says' : 'say';
  return {
    kind: 'failedResponse',
    severity: 'incomplete',
    what: `${which} in “${file}” ${says} “${failure}” in the place of assets: a page is missing.`,
    remedy: remedyOfFailure(failure),
    count: failed,
    file,
  };
}

/** What to do about a request that failed, by what the response said. */
export function remedyOfFailure(failure: string): string {
  return isRateLimit(failure)
    ? 'Too many calls were made: wait until the rate limit has passed, then fetch that page again and add it.'
    : 'Fetch that page again and add it.';
}

/** Whether the request was refused since too many were made. */
export function isRateLimit(failure: string): boolean {
  return /rate.?limit|too many|\b429\b|quota|throttl/i.test(failure);
}

function cutValues({ name, shape }: FileAccount): Notice[] {
  if (shape.typeNames === 0) return [];
  const has = shape.typeNames === 1 ? 'has' : 'have';
  const isDotNet = shape.typeName.startsWith('System.');
  const example = isDotNet ? 'System.Object[]' : shape.typeName.slice(0, 20);
  return [
    {
      kind: 'cutValues',
      severity: 'incomplete',
      what: `In “${name}” ${records(shape.typeNames)} ${has} names of types, such as ${example}, in the place of lists: ${isDotNet ? 'PowerShell' : 'a JavaScript program'} cut them off.`,
      remedy: isDotNet ? POWERSHELL : JAVASCRIPT,
      count: shape.typeNames,
      file: name,
    },
  ];
}

/** Records that were refused for their ID have a notice of their own. */
function skippedRecords({ balance, skipped }: DatasetHeader, noticed: readonly Notice[]): Notice[] {
  const refused = noticed.filter(({ kind }) => kind === 'refusedIds');
  const others = balance.skipped - refused.reduce((sum, { count: some }) => sum + some, 0);
  if (others <= 0) return [];
  const first = refused.length === 0 ? skipped[0] : undefined;
  const were = others === 1 ? 'was' : 'were';
  const example = first === undefined ? '' : ` ${others === 1 ? '' : 'The first: '}${first.reason}`;
  return [
    {
      kind: 'skippedRecords',
      severity: 'incomplete',
      what: `${records(others)} ${were} skipped and could not become assets.${example}`,
      remedy: 'Look at the skipped records, and export them again.',
      count: others,
    },
  ];
}

function unreadableValues({ unreadable }: DatasetHeader): Notice[] {
  return Object.entries(unreadable).map(([field, values]) => ({
    kind: 'unreadableValues',
    severity: field === 'macAddresses' ? 'incomplete' : 'note',
    what: `${count(values)} ${values === 1 ? 'value' : 'values'} of “${FIELDS[field as FieldId].label}” could not be read.`,
    count: values,
    field: field as FieldId,
  }));
}

/** Not a loss, but the figures count two machines where the files have one ID. */
function separatedIds({ columns }: Dataset): Notice[] {
  const ids = assetsKeptApart(columns.assetId).size;
  if (ids === 0) return [];
  const which = ids === 1 ? 'One asset ID stands' : `${count(ids)} asset IDs each stand`;
  return [
    {
      kind: 'separatedIds',
      severity: 'note',
      what: `${which} for plainly different machines, as in exports of several subscriptions: they were kept apart, the second one under the ID with “(2)” behind it.`,
      remedy: 'Import each subscription by itself, or keep in mind that these IDs are not unique.',
      count: ids,
    },
  ];
}

/** A rule whose field no asset has could not look; where the file gives it away, why. */
function emptyFields(dataset: Dataset, found: readonly Notice[], accounts: readonly FileAccount[]): Notice[] {
  const { size, columns } = dataset;
  if (size === 0) return [];
  const among = size === 1 ? 'the only asset' : `any of ${count(size)} assets`;
  const isCut = accounts.some(({ shape }) => shape.cutObjects > 0 || shape.typeName.startsWith('System.'));
  const remedy = found.find(({ kind }) => kind === 'cutValues')?.remedy ?? (isCut ? POWERSHELL : undefined);
  return COMPARED.filter(([field]) => isEmpty(columns[field])).map(
    ([field, value, keys]): Notice => ({
      kind: 'emptyField',
      severity: 'blind',
      what: `No ${value} in ${among}: that rule could not look.${insteadOf(field, columns)}${mayHold(keys, accounts)}${isCut ? ' PowerShell wrote objects of the file as text and cut off what lay in them.' : ''}`,
      ...(remedy === undefined ? {} : { remedy }),
      count: size,
      field,
    }),
  );
}

/** What else there is that the rule does not compare. */
function insteadOf(field: FieldId, columns: Columns): string {
  if (field === 'dnsName' && !isEmpty(columns.fqdn)) return ' Full host names are there, under FQDN.';
  if (field === 'address' && !isEmpty(columns.interfaceAddresses))
    return ' Those of interfaces are there: “Interface addresses too” in the detection settings has them compared.';
  return '';
}

/** Keys that were left out and may hold what is missing, as far as their names tell. */
function mayHold(keys: RegExp, accounts: readonly FileAccount[]): string {
  const leftOut = new Set(
    accounts.flatMap(({ shape }) =>
      shape.keys.leftOut.filter((key) => keys.test(key) && !isOfSomethingElse(key)),
    ),
  );
  const [first, second] = leftOut;
  if (first === undefined) return '';
  const names = second === undefined ? `“${first}” was` : `“${first}” and “${second}” were`;
  return ` ${names} left out, and may hold one.`;
}

function isEmpty(column: Column): boolean {
  if (column.kind === 'text' || column.kind === 'texts') return column.bytes.length === 0;
  return column.kind === 'macs' && column.values.length === 0;
}
