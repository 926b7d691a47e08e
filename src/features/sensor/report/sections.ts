import type { CellValue } from '../../../report/cell-value';
import { plainColumns, type Section, type SectionColumn, type TableSection } from '../../../report/section';
import { ASSUMPTIONS } from '../assumptions';
import { nearMissesOf } from '../explain/near-misses';
import { verdictLine } from '../list/verdict-list';
import { matchingOf } from '../match/matching';
import { CRITERION_LABELS, OUTCOME_LABELS, ROW_TEXTS, SENSOR_ROWS, type SensorResult } from '../types/result';
import type { SensorSettings } from '../types/settings';
import { type SensorFigure, sensorFigures } from './figures';
import { sensorJson } from './json';
import { sensorSection } from './section';

/** Verdicts that the HTML report lists: it has no virtual rows for them. The other reports have all. */
const MOST_VERDICTS = 1_000;

/** The sensor check in the reports: figures, the published table with its counts, every verdict, and the whole as JSON. */
export function sensorSections(result: SensorResult): Section[] {
  const figures = sensorFigures(result.figures);
  return [
    table('sensor', 'Sensor check', [], figureLines(figures, result.settings), 'html'),
    publishedTable(result),
    verdicts(result),
    table(
      'sensor-summary',
      'Sensor Summary',
      plainColumns('Subject', 'What', 'Assets'),
      sheetRows(figures, result.settings),
      'excel',
    ),
    { kind: 'json', member: 'sensor', value: (watch) => sensorJson(sensorSection(result), watch) },
  ];
}

/** A table of few rows for one of the two reports; its title names the sheet. */
function table(
  id: string,
  title: string,
  columns: readonly SectionColumn[],
  rows: readonly (readonly CellValue[])[],
  report: 'html' | 'excel',
): TableSection {
  return {
    kind: 'table',
    id,
    title,
    columns,
    rowCount: rows.length,
    rows: () => rows,
    excel: report === 'excel' ? { sheet: title } : null,
    html: report === 'html' ? 'whole' : null,
  };
}

function figureLines(figures: readonly SensorFigure[], settings: SensorSettings): (readonly CellValue[])[] {
  const listed = (texts: readonly string[]): CellValue => ({ note: texts.join(', ') || 'None' });
  return [
    ...figures.flatMap(({ line }) => (line === null ? [] : [line])),
    ['IP inactivity period, hours', settings.ipInactivityHours],
    ['Domains', listed(settings.domains)],
    ['Excluded host names', listed(settings.excludedHostnames)],
    ['Networks', listed(settings.networks.map(({ name }) => name))],
    ['Ranges', listed(settings.ranges.map(({ range, assignment }) => `${range} ${assignment}`))],
  ];
}

/** The figures, the settings and the choices that are ours. */
function sheetRows(figures: readonly SensorFigure[], settings: SensorSettings): CellValue[][] {
  return [
    ...figures.map(({ subject, what, assets }) => [subject, what, assets]),
    ...Object.entries(settings)
      .filter(([field]) => field !== 'format' && field !== 'version')
      .map(([field, value]) => ['Setting', `${field}: ${JSON.stringify(value)}`, null]),
    ...ASSUMPTIONS.map((text) => ['Our choice', text, null]),
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
  { header: 'Last Seen', sensitivity: 'none', sheetOnly: true },
  { header: 'Verdict', sensitivity: 'none' },
  { header: 'Criterion', sensitivity: 'none' },
  { header: 'Row', sensitivity: 'none' },
  { header: 'With Asset ID', sensitivity: 'id' },
  { header: 'With Name', sensitivity: 'name', sheetOnly: true },
  { header: 'Passive Group', sensitivity: 'none', sheetOnly: true },
  // Sentences with host names, MACs and addresses in them.
  { header: 'Near Misses', sensitivity: 'name' },
];

/** Every passive asset with its verdict and what keeps it apart. */
function verdicts(result: SensorResult): TableSection {
  const { passive } = result.figures;
  const all = passive.toLocaleString('en-US');
  const most = MOST_VERDICTS.toLocaleString('en-US');
  return {
    kind: 'table',
    id: 'sensor-verdicts',
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

function verdictCells(result: SensorResult, verdict: number): CellValue[] {
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
    nearMissesOf(result, verdict)
      .map((miss) => miss.text)
      .join(' ') || null,
  ];
}
