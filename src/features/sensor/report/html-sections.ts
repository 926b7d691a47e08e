import type { CellValue } from '../../../report/cell-value';
import type { Section } from '../../../report/sections';
import type { SensorSection, VerdictEntry } from '../types/report';
import {
  CRITERION_LABELS,
  OUTCOME_LABELS,
  ROW_TEXTS,
  SENSOR_CRITERIA,
  SENSOR_OUTCOMES,
  SENSOR_ROWS,
} from '../types/result';

/** Verdicts that the HTML report lists: it has no virtual rows for them. The other reports have all. */
const MOST_VERDICTS = 1_000;

/** The sensor check in the HTML report: figures, the published table with its counts, verdicts. */
export function sensorSections(sensor: SensorSection): Section[] {
  return [figures(sensor), table(sensor), verdicts(sensor)];
}

function figures({ figures: found, settings }: SensorSection): Section {
  const { managed, passive, caps, other, outcomes, merges, mergesPassive } = found;
  const rows: CellValue[][] = [
    ['Managed assets', managed],
    ['Passive assets', passive],
    ['Of these, by Cloud Agent Passive Sensing', caps],
    ['Other assets, not checked', other],
    ...SENSOR_OUTCOMES.map((outcome): CellValue[] => [OUTCOME_LABELS[outcome], outcomes[outcome]]),
    ...SENSOR_CRITERIA.map((name): CellValue[] => [`Merge by: ${CRITERION_LABELS[name]}`, merges[name]]),
    ...SENSOR_CRITERIA.slice(1).map((name): CellValue[] => [
      `Merge with passive by: ${CRITERION_LABELS[name]}`,
      mergesPassive[name],
    ]),
    ...SENSOR_CRITERIA.filter((name) => !found.coverage[name].evaluated).map((name): CellValue[] => [
      `Not evaluated: ${CRITERION_LABELS[name]}`,
      { note: `It would take ${found.coverage[name].suppliedBy}.` },
    ]),
    ['IP inactivity period, hours', settings.ipInactivityHours],
    ['Domains', { note: settings.domains.join(', ') || 'None' }],
    ['Excluded host names', { note: settings.excludedHostnames.join(', ') || 'None' }],
    ['Networks', { note: settings.networks.map(({ name }) => name).join(', ') || 'None' }],
    [
      'Ranges',
      { note: settings.ranges.map(({ range, assignment }) => `${range} ${assignment}`).join(', ') || 'None' },
    ],
  ];
  return { id: 'sensor', title: 'Sensor check', columns: [], rows };
}

function table({ figures: { rows } }: SensorSection): Section {
  return {
    id: 'sensor-rows',
    title: 'Sensor check: the published table',
    columns: [
      'Row',
      'Correlation ID',
      'MACs',
      'IPs',
      'Host names',
      'Network',
      'De-duplicate?',
      'Passive assets',
    ],
    rows: SENSOR_ROWS.map((row) => {
      const text = ROW_TEXTS[row];
      return [
        row,
        text.correlationId,
        text.macs,
        text.ips,
        text.hostnames,
        text.network,
        text.deduplicate,
        rows[row],
      ];
    }),
  };
}

function verdicts(sensor: SensorSection): Section {
  const { passive } = sensor.figures;
  const rows: CellValue[][] = [];
  for (const verdict of sensor.verdicts()) {
    if (rows.length === MOST_VERDICTS) break;
    rows.push(verdictCells(verdict));
  }
  const all = passive.toLocaleString('en-US');
  const title =
    passive > MOST_VERDICTS
      ? `Sensor check: the first ${MOST_VERDICTS.toLocaleString('en-US')} of ${all} verdicts; the Excel report has all`
      : `Sensor check: ${all} ${passive === 1 ? 'verdict' : 'verdicts'}`;
  return {
    id: 'sensor-verdicts',
    title,
    columns: ['Asset ID', 'Verdict', 'Criterion', 'Row', 'With asset ID', 'Near misses'],
    rows,
  };
}

function verdictCells({
  assetId,
  outcome,
  criterion,
  row,
  with: other,
  nearMisses,
}: VerdictEntry): CellValue[] {
  return [
    assetId,
    OUTCOME_LABELS[outcome],
    criterion === null ? null : CRITERION_LABELS[criterion],
    row,
    other,
    nearMisses.map(({ text }) => text).join(' '),
  ];
}
