import {
  type JsonMember,
  plainColumns,
  plainMembers,
  type Section,
  type SectionCell,
  type SectionColumn,
  type TableSection,
} from '../../../report/section';
import { ASSUMPTIONS } from '../assumptions';
import { nearMissesOf } from '../explain/near-misses';
import { verdictLine } from '../list/verdict-list';
import { matchingOf } from '../match/matching';
import {
  CRITERION_LABELS,
  type NearMiss,
  type NearMissKind,
  OUTCOME_LABELS,
  ROW_TEXTS,
  SENSOR_ROWS,
  type SensorResult,
} from '../types/result';
import type { SensorSettings } from '../types/settings';
import { type SensorFigure, sensorFigures } from './figures';
import { sensorJson } from './json';
import { sensorSection } from './section';
import { settingLines } from './settings-lines';

/** Verdicts that the HTML report lists: it has no virtual rows for them. The other reports have all. */
const MOST_VERDICTS = 1_000;

/** The sensor check in the reports: figures, the published table with its counts, every verdict, and the whole as JSON. */
export function sensorSections(result: SensorResult): Section[] {
  const figures = sensorFigures(result.figures);
  return [
    table('sensor', 'Sensor check', [], figureLines(figures, result.settings), 'html'),
    publishedTable(result),
    verdicts(result),
    table('sensor-summary', 'Sensor Summary', SUMMARY_COLUMNS, sheetRows(figures, result.settings), 'excel'),
    {
      kind: 'json',
      member: 'sensor',
      members: JSON_MEMBERS,
      value: (watch) => sensorJson(sensorSection(result), watch),
    },
  ];
}

const SUMMARY_COLUMNS: readonly SectionColumn[] = [
  { header: 'Subject', sensitivity: 'none' },
  { header: 'What', sensitivity: 'none', wraps: true },
  { header: 'Assets', sensitivity: 'none' },
  { header: 'Value', sensitivity: 'none', wraps: true },
];

/** What a redacted copy does with each member of `sensor`. */
const JSON_MEMBERS: Readonly<Record<string, JsonMember>> = {
  ...plainMembers('managed', 'passive', 'caps', 'other', 'rows', 'outcomes', 'merges', 'mergesPassive'),
  ...plainMembers('outsideWindow', 'neverSeen', 'coverage', 'outcome', 'criterion', 'row', 'group', 'id'),
  ...plainMembers('kind', 'hoursApart', 'windowHours', 'format', 'version', 'networkFeature'),
  ...plainMembers('ipInactivityHours', 'sourceClasses', 'assignment', 'leaseHours'),
  settings: 'parts',
  networks: 'name',
  network: 'name',
  name: 'name',
  sensors: 'name',
  ranges: 'address',
  range: 'address',
  domains: 'name',
  domain: 'name',
  excludedHostnames: 'name',
  pattern: 'name',
  hostname: 'name',
  mobilePatterns: 'tag',
  correlationIdField: 'tag',
  verdicts: 'parts',
  nearMisses: 'parts',
  passiveGroups: 'parts',
  assetId: 'id',
  assetIds: 'id',
  with: 'id',
  text: 'sentence',
  ip: 'address',
};

/** A table of few rows for one of the two reports; its title names the sheet. */
function table(
  id: string,
  title: string,
  columns: readonly SectionColumn[],
  rows: readonly (readonly SectionCell[])[],
  report: 'html' | 'excel',
): TableSection {
  return {
    kind: 'table',
    id,
    title,
    part: 'Sensor check',
    columns,
    rowCount: rows.length,
    rows: () => rows,
    excel: report === 'excel' ? { sheet: title } : null,
    html: report === 'html' ? 'whole' : null,
  };
}

function figureLines(figures: readonly SensorFigure[], settings: SensorSettings): (readonly SectionCell[])[] {
  return [...figures.flatMap(({ line }) => (line === null ? [] : [line])), ...settingLines(settings)];
}

/** The figures, the settings and the choices that are this program's. */
function sheetRows(figures: readonly SensorFigure[], settings: SensorSettings): SectionCell[][] {
  return [
    ...figures.map(({ subject, what, assets }) => [subject, what, assets, null]),
    ...settingLines(settings).map(([what, value]) => ['Setting', what, null, value]),
    ...ASSUMPTIONS.map((text) => ['Doublet’s assumption', text, null, null]),
  ];
}

function publishedTable({ figures }: SensorResult): TableSection {
  const columns = plainColumns(
    'Row',
    'Correlation ID',
    'MACs',
    'IPs',
    'Host names',
    'Network',
    'De-duplicate?',
    'Passive assets',
  );
  const rows = SENSOR_ROWS.map((row) => {
    const { correlationId, macs, ips, hostnames, network, deduplicate } = ROW_TEXTS[row];
    return [row, correlationId, macs, ips, hostnames, network, deduplicate, figures.rows[row]];
  });
  return table('sensor-rows', 'Sensor check: the published table', columns, rows, 'html');
}

const VERDICT_COLUMNS: readonly SectionColumn[] = [
  { header: 'Asset ID', sensitivity: 'id' },
  { header: 'Name', sensitivity: 'name', sheetOnly: true },
  { header: 'Address', sensitivity: 'address', sheetOnly: true },
  { header: 'Last Seen (UTC)', sensitivity: 'none', sheetOnly: true },
  { header: 'Verdict', sensitivity: 'none' },
  { header: 'Criterion', sensitivity: 'none' },
  { header: 'Row', sensitivity: 'none' },
  { header: 'With Asset ID', sensitivity: 'id' },
  { header: 'With Name', sensitivity: 'name', sheetOnly: true },
  { header: 'Passive Group', sensitivity: 'none', sheetOnly: true },
  // Sentences with host names, MACs and addresses in them.
  { header: 'Near Misses', sensitivity: 'sentence' },
];

/** Every passive asset with its verdict and what keeps it apart. */
function verdicts(result: SensorResult): TableSection {
  const { passive } = result.figures;
  const all = passive.toLocaleString('en-US');
  const most = MOST_VERDICTS.toLocaleString('en-US');
  return {
    kind: 'table',
    id: 'sensor-verdicts',
    part: 'Sensor check',
    title: `Sensor check: ${all} ${passive === 1 ? 'verdict' : 'verdicts'}`,
    columns: VERDICT_COLUMNS,
    rowCount: result.passive.length,
    *rows() {
      for (let verdict = 0; verdict < result.passive.length; verdict++) yield verdictCells(result, verdict);
    },
    excel: { sheet: 'Sensor Verdicts' },
    html: {
      most: MOST_VERDICTS,
      cutTitle: `Sensor check: the first ${most} of ${all} verdicts; the Excel report has all`,
    },
  };
}

function verdictCells(result: SensorResult, verdict: number): SectionCell[] {
  const line = verdictLine(matchingOf(result).inventory.dataset, result, verdict);
  const merges = line.outcome !== 'separate';
  return [
    line.assetId,
    line.name,
    line.address,
    Number.isNaN(line.lastSeen) ? null : { time: line.lastSeen },
    OUTCOME_LABELS[line.outcome],
    line.criterion === null ? null : CRITERION_LABELS[line.criterion],
    line.row,
    merges && line.targetId !== '' ? line.targetId : null,
    merges && line.targetName !== '' ? line.targetName : null,
    line.group === 0 ? null : line.group,
    nearMissCell(nearMissesOf(result, verdict)),
  ];
}

const NEAR_MISS_WORDS: Readonly<Record<NearMissKind, string>> = {
  domain: 'Would match with one more domain.',
  'excluded-hostname': 'The host name is excluded.',
  'other-network': 'The same address in another network.',
  'outside-window': 'The same address outside the time window.',
  mobile: 'A phone or tablet.',
  caps: 'Cloud Agent Passive Sensing never matches by IP address.',
  'not-evaluated': 'A criterion was not evaluated.',
};

/** The sentences, with values in them; a redacted copy has them without. */
function nearMissCell(misses: readonly NearMiss[]): SectionCell {
  if (misses.length === 0) return null;
  const kinds = [...new Set(misses.map(({ kind }) => kind))];
  return {
    note: misses.map((miss) => miss.text).join(' '),
    redacted: kinds.map((kind) => NEAR_MISS_WORDS[kind]).join(' '),
  };
}
