import { DEFAULT_IGNORED } from '../../identifiers/ignored-values';
import type { DatasetFile, DatasetHeader, SkippedRecord } from '../../model/dataset';
import { FIELDS } from '../../model/field';
import type { Notice, NoticeKind } from '../../model/notice';
import type { RuleId } from '../../model/rule';
import { RULES } from '../../model/rules';
import type { DetectionSettings, IgnoredEntry } from '../../model/settings';
import type { TableQuery } from '../../model/table';
import { noticesOf } from '../../wording/dataset-notices';
import type { ReportFacts } from '../facts';
import type { Pseudonyms } from './pseudonyms';
import { LEFT_OUT } from './redaction';

/** Everything that a report says of itself, without what people typed, named or had in their files. */
export function redactFacts(facts: ReportFacts, pseudonyms: Pseudonyms): ReportFacts {
  const ofRule = (rule: RuleId, value: string) => pseudonyms.of(RULES[rule].sensitivity, value);
  return {
    header: redactHeader(facts.header, pseudonyms),
    settings: redactSettings(facts.settings),
    generatedAt: facts.generatedAt,
    query: facts.query && redactQuery(facts.query),
    redaction: facts.redaction,
    summary: facts.summary,
    ignored: facts.ignored.map(({ rule, value, assets, reason }) => ({
      rule,
      value: ofRule(rule, value),
      assets,
      reason: knownReason(reason),
    })),
    sharedWidely: facts.sharedWidely.map(({ rule, value, assets, group }) => ({
      rule,
      value: ofRule(rule, value),
      assets,
      group,
    })),
  };
}

function redactQuery({ search, ...rest }: TableQuery): TableQuery {
  return { ...rest, search: search.trim() === '' ? '' : '…' };
}

/** The built-in entries are the same for everyone; those that people added say what is in their network. */
function redactSettings(settings: DetectionSettings): DetectionSettings {
  return {
    version: settings.version,
    rules: settings.rules,
    matchExactly: settings.matchExactly,
    ignored: settings.ignored.map(redactEntry),
    interfaceAddresses: settings.interfaceAddresses,
    leaveOutEasmOnly: settings.leaveOutEasmOnly,
    sharedWidelyFrom: settings.sharedWidelyFrom,
  };
}

const OWN_ENTRY = 'An entry of one’s own';

function redactEntry(entry: IgnoredEntry): IgnoredEntry {
  const { field, enabled } = entry;
  const known = DEFAULT_IGNORED.some((other) => other.field === field && other.pattern === entry.pattern);
  if (known) return { field, pattern: entry.pattern, reason: knownReason(entry.reason), enabled };
  return { field, pattern: LEFT_OUT, reason: OWN_ENTRY, enabled };
}

const REASONS: ReadonlySet<string> = new Set(DEFAULT_IGNORED.map(({ reason }) => reason));

function knownReason(reason: string): string {
  return REASONS.has(reason) ? reason : OWN_ENTRY;
}

/** Member by member, so that one which is added does not slip through. */
type Whole<T> = { [K in keyof T]-?: T[K] | undefined };

function redactHeader(header: DatasetHeader, pseudonyms: Pseudonyms): DatasetHeader {
  const names = new Map(header.files.map(({ name }, at) => [name, `file-${at + 1}`]));
  const fileName = (name: string) => names.get(name) ?? 'another file';
  const whole: Whole<DatasetHeader> = {
    id: '',
    name: pseudonyms.of('id', `dataset ${header.id}`).replace(/^id/, 'dataset'),
    origin: header.origin,
    files: header.files.map((file) => redactFile(file, fileName)),
    importedAt: header.importedAt,
    balance: header.balance,
    skipped: header.skipped.map((record) => redactSkipped(record, fileName)),
    unreadable: header.unreadable,
    fieldsSeen: header.fieldsSeen,
    unfinished: header.unfinished && { reason: NOTICES.unfinished },
    notices: noticesOf(header).map((notice) => redactNotice(notice, fileName)),
    withoutId: header.withoutId,
    identities: undefined,
    gateway: undefined,
  };
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => value !== undefined),
  ) as unknown as DatasetHeader;
}

function redactFile(file: DatasetFile, fileName: (name: string) => string): DatasetFile {
  return {
    name: fileName(file.name),
    bytes: file.bytes,
    format: file.format,
    records: file.records,
    ...(file.trouble ? { trouble: { what: NOTICES.unreadFile, remedy: LEFT_OUT } } : {}),
  };
}

function redactSkipped(record: SkippedRecord, fileName: (name: string) => string): SkippedRecord {
  return { file: fileName(record.file), record: record.record, byte: record.byte, reason: LEFT_OUT };
}

/** What each kind of notice says, without names and values. */
const NOTICES: Readonly<Record<NoticeKind, string>> = {
  unfinished: 'Reading or fetching ended early.',
  unreadFile: 'The file was not read, or only in part.',
  otherFile: 'A file among others was no export.',
  skippedRecords: 'Some records could not become assets.',
  refusedIds: 'Some records were refused because their IDs had lost digits.',
  furtherPages: 'The last response says that there are further ones, and none is among the files.',
  fewerThanCounted: 'A response says that there are more records than came.',
  failedResponse: 'A response among the pages says that its request failed.',
  cutValues: 'The program that wrote the file had cut values off.',
  unreadableValues: 'Some values could not be read.',
  emptyField: 'No asset has the field that a rule compares.',
  foldedRecords: 'Records of one host were taken together.',
  severalIds: 'A cell held several asset IDs.',
  separatedIds: 'Plainly different machines with one asset ID were kept apart.',
  leftOut: 'Parts of the file that are no assets were left out.',
};

function redactNotice(notice: Notice, fileName: (name: string) => string): Notice {
  const { kind, severity, count, file, field } = notice;
  return {
    kind,
    severity,
    what: field === undefined ? NOTICES[kind] : `${FIELDS[field].label}: ${NOTICES[kind]}`,
    count,
    ...(file === undefined ? {} : { file: fileName(file) }),
    ...(field === undefined ? {} : { field }),
  };
}
