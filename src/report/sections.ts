import { formatValue } from '../identifiers/shared-value';
import { FIELDS, type FieldId } from '../model/field';
import type { Notice, NoticeSeverity } from '../model/notice';
import { RULE_IDS, RULE_LABELS, type RuleId } from '../model/rule';
import type { TableSize } from '../model/table';
import { counted } from '../wording/counts';
import { noticesOf } from '../wording/dataset-notices';
import type { CellValue } from './cell-value';
import type { ReportFacts } from './facts';
import { redactionWords } from './redaction/redaction';
import { plainColumns, type SectionColumn, summarySection, type TableSection } from './section';
import { settingsSections } from './settings-section';

/** Figures, fields, source, balance, settings, and what was skipped, ignored or shared widely. */
export function reportSections(facts: ReportFacts, shown: TableSize): TableSection[] {
  const sections = [
    redaction(facts),
    notices(facts),
    figures(facts),
    byField(facts),
    source(facts, shown),
    balance(facts),
    ...settingsSections(facts.settings),
    unread(facts),
    skipped(facts),
    ignored(facts),
    sharedWidely(facts),
  ];
  return sections.filter((section) => section.rowCount > 0);
}

/** Before all else, so that nobody takes a pseudonym for a value. */
function redaction({ redaction: redacted }: ReportFacts): TableSection {
  const rows: CellValue[][] = redacted ? [['Redacted copy', { note: redactionWords(redacted) }]] : [];
  return summarySection({ id: 'redaction', title: 'Redacted copy', columns: [] }, rows);
}

function figures({ header, summary }: ReportFacts): TableSection {
  const rows: CellValue[][] = [
    ['Host assets', summary.hostAssets],
    ['Potential duplicates', summary.duplicateAssets],
    ['Duplicate ratio, %', { percent: summary.duplicateRatio }],
    ['Duplicate groups', summary.groups],
    ['Clusters', summary.clusters],
    ['Pairs', summary.pairs],
  ];
  if (summary.leftOut > 0) rows.push(['Left out: only source is EASM', summary.leftOut]);
  const { unfinished } = header;
  if (unfinished) rows.unshift(['Unfinished', { note: unfinished.reason }]);
  return summarySection({ id: 'figures', title: 'Figures', columns: [] }, rows);
}

/** What a notice is about, in a word or two. */
export const SEVERITY_WORDS: Readonly<Record<NoticeSeverity, string>> = {
  incomplete: 'Not everything was read',
  blind: 'Nothing to compare',
  note: 'How the files were read',
};

/** A notice in words: the file, where its sentence does not name it, what was noticed, what to do. */
export function noticeText({ what, remedy, file }: Notice): string {
  const text = remedy === undefined ? what : `${what} ${remedy}`;
  return file === undefined || what.includes(file) ? text : `${file}: ${text}`;
}

/** What the figures have to be read with, before them: what is missing, which rules could not look, what to do. */
function notices({ header }: ReportFacts): TableSection {
  const rows = noticesOf(header).map((notice): CellValue[] => [
    SEVERITY_WORDS[notice.severity],
    { note: noticeText(notice) },
  ]);
  return summarySection({ id: 'notices', title: 'To be read with the figures', columns: [] }, rows);
}

function byField({ summary, settings }: ReportFacts): TableSection {
  const section = summarySection(
    {
      id: 'fields',
      title: 'Groups by field',
      columns: plainColumns('Field', 'Groups', 'Assets with a value', ''),
    },
    RULE_IDS.map((rule) => [
      RULE_LABELS[rule],
      summary.byRule[rule],
      summary.withValue[rule],
      settings.rules.includes(rule) ? null : 'Switched off',
    ]),
  );
  // The HTML report has them with bars, in a part of its own.
  return { ...section, html: null };
}

const count = (number: number) => number.toLocaleString('en-US');

const ORIGINS = {
  files: 'Files',
  paste: 'Pasted text',
  sample: 'Sample data',
  gateway: 'Qualys Gateway',
} as const;

function source(facts: ReportFacts, shown: TableSize): TableSection {
  const { header } = facts;
  const rows: CellValue[][] = [
    ['Report made', { time: facts.generatedAt }],
    ['Dataset', header.name],
    ['Imported', { time: header.importedAt }],
    ['Time zone', 'UTC'],
    ['Imported from', ORIGINS[header.origin]],
  ];
  if (header.gateway) rows.push(['Platform', header.gateway.platform]);
  for (const file of header.files) {
    const size = `${file.format}, ${count(file.records)} records, ${count(file.bytes)} bytes`;
    rows.push(['File', file.name, { note: size }]);
  }
  rows.push(['Rows in this report', { note: selection(facts, shown.rows) }]);
  return summarySection({ id: 'source', title: 'Report and source', columns: [] }, rows);
}

/** What the report holds, in words: "All 9,848 rows", "436 rows (filter: NetBIOS name)". */
function selection({ query }: ReportFacts, rows: number): string {
  const all = `All ${counted(rows, 'row')}`;
  if (query === null) return all;
  const limits = [
    query.search.trim() === '' ? '' : `“${query.search.trim()}”`,
    query.rules === null ? '' : query.rules.map((rule) => RULE_LABELS[rule]).join(', ') || 'no field',
    query.overlap === null
      ? ''
      : `assets that only ${rulesIn(query.overlap)} ${severalIn(query.overlap) ? 'match' : 'matches'}`,
    query.matching === null ? '' : `${RULE_LABELS[query.matching]} matches`,
    query.cluster === null ? '' : `cluster ${query.cluster + 1}`,
    query.group === null ? '' : `group ${query.group + 1}`,
  ].filter((limit) => limit !== '');
  return limits.length === 0 ? all : `${counted(rows, 'row')} (filter: ${limits.join('; ')})`;
}

const severalIn = (bits: number) => (bits & (bits - 1)) !== 0;

function rulesIn(bits: number): string {
  const rules = RULE_IDS.filter((_, at) => ((bits >> at) & 1) === 1);
  return rules.map((rule) => RULE_LABELS[rule]).join(' and ');
}

function balance({ header }: ReportFacts): TableSection {
  const { records, assets, repeated, skipped: left } = header.balance;
  const unreadable = Object.entries(header.unreadable) as [FieldId, number][];
  return summarySection({ id: 'balance', title: 'Balance of the import', columns: [] }, [
    ['Records in the files', records],
    ['= assets', assets],
    ['+ repeated', repeated, { note: 'The same asset ID again, or the same host: the newer record stands' }],
    ['+ skipped', left],
    ...(header.withoutId ? [['Records without an asset ID', header.withoutId]] : []),
    ...unreadable.map(([field, count]) => [`Unreadable: ${FIELDS[field].label}`, count]),
  ]);
}

/** Files next to good ones that gave no asset or only some. */
function unread({ header }: ReportFacts): TableSection {
  return summarySection(
    {
      id: 'unread',
      title: 'Files that were not read or only in part',
      columns: plainColumns('File', 'What happened', 'What to do'),
    },
    header.files.flatMap(({ name, trouble }) =>
      trouble === undefined ? [] : [[name, { note: trouble.what }, { note: trouble.remedy }]],
    ),
  );
}

function skipped({ header }: ReportFacts): TableSection {
  const more = header.balance.skipped - header.skipped.length;
  const rows: CellValue[][] = header.skipped.map(({ file, record, byte, reason }) => [
    file,
    record,
    byte < 0 ? null : byte,
    { note: reason },
  ]);
  if (more > 0) rows.push([`and ${count(more)} more`]);
  const columns = plainColumns('File', 'Record', 'Byte', 'Reason');
  return summarySection({ id: 'skipped', title: 'Skipped records', columns }, rows);
}

function ignored(facts: ReportFacts): TableSection {
  return summarySection(
    { id: 'ignored', title: 'Ignored values', columns: valueColumns('Assets', 'Reason') },
    facts.ignored.map(({ rule, value, assets, reason }) => [
      RULE_LABELS[rule],
      ignoredText(rule, value),
      assets,
      { note: reason },
    ]),
  );
}

/** A field, one of its values, and more. */
function valueColumns(...more: readonly string[]): SectionColumn[] {
  return [...plainColumns('Field'), { header: 'Value', sensitivity: 'byRule' }, ...plainColumns(...more)];
}

/** As the page shows it; an ignored value may also be a part of a MAC or no MAC at all. */
function ignoredText(rule: RuleId, value: string): string {
  return /^[0-9a-f]{12}$/.test(value) ? formatValue(rule, value) : value;
}

function sharedWidely(facts: ReportFacts): TableSection {
  return summarySection(
    {
      id: 'shared-widely',
      title: 'Shared widely: counted, but hardly an identity',
      columns: [...valueColumns('Assets'), { header: 'Group', sensitivity: 'none', link: 'group' }],
    },
    facts.sharedWidely.map(({ rule, value, assets, group }) => [
      RULE_LABELS[rule],
      formatValue(rule, value),
      assets,
      group + 1,
    ]),
  );
}
