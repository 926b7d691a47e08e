import type { PlainCell, PlainSheet } from '../../../model/plain-sheet';
import { ASSUMPTIONS } from '../assumptions';
import { nearMissesOf } from '../explain/near-misses';
import { verdictLine } from '../list/verdict-list';
import { matchingOf } from '../match/matching';
import {
  CRITERION_LABELS,
  OUTCOME_LABELS,
  ROW_TEXTS,
  SENSOR_CRITERIA,
  SENSOR_OUTCOMES,
  SENSOR_ROWS,
  type SensorResult,
} from '../types/result';

/** Every passive asset with its verdict and what keeps it apart. */
export function verdictSheet(result: SensorResult): PlainSheet {
  return {
    name: 'Sensor Verdicts',
    columns: [
      { header: 'Asset ID', kind: 'text' },
      { header: 'Name', kind: 'text' },
      { header: 'Address', kind: 'text' },
      { header: 'Last Seen', kind: 'time' },
      { header: 'Verdict', kind: 'text' },
      { header: 'Criterion', kind: 'text' },
      { header: 'Row', kind: 'text' },
      { header: 'With Asset ID', kind: 'text' },
      { header: 'With Name', kind: 'text' },
      { header: 'Passive Group', kind: 'number' },
      { header: 'Near Misses', kind: 'text' },
    ],
    rowCount: result.passive.length,
    *rows() {
      for (let verdict = 0; verdict < result.passive.length; verdict++) yield verdictCells(result, verdict);
    },
  };
}

function verdictCells(result: SensorResult, verdict: number): PlainCell[] {
  const line = verdictLine(matchingOf(result).inventory.dataset, result, verdict);
  const merges = line.outcome !== 'separate';
  return [
    line.assetId,
    line.name,
    line.address,
    Number.isNaN(line.lastSeen) ? null : line.lastSeen,
    OUTCOME_LABELS[line.outcome],
    line.criterion === null ? null : CRITERION_LABELS[line.criterion],
    line.row,
    merges && line.targetId !== '' ? line.targetId : null,
    merges && line.targetName !== '' ? line.targetName : null,
    line.group === 0 ? null : line.group,
    nearMissesOf(result, verdict)
      .map((miss) => miss.text)
      .join('\n') || null,
  ];
}

/** The figures, the table with its counts, the settings and the choices that are ours. */
export function summarySheet(result: SensorResult): PlainSheet {
  const rows = [
    ...figureRows(result),
    ...settingRows(result),
    ...ASSUMPTIONS.map((text): PlainCell[] => ['Our choice', text, null]),
  ];
  return {
    name: 'Sensor Summary',
    columns: [
      { header: 'Subject', kind: 'text' },
      { header: 'What', kind: 'text' },
      { header: 'Assets', kind: 'number' },
    ],
    rowCount: rows.length,
    rows: () => rows,
  };
}

function figureRows({ figures }: SensorResult): PlainCell[][] {
  const { managed, passive, caps, other, outcomes, merges, mergesPassive, rows, outsideWindow } = figures;
  return [
    ['Assets', 'Managed', managed],
    ['Assets', 'Passive', passive],
    ['Assets', 'Of these, by Cloud Agent Passive Sensing', caps],
    ['Assets', 'Other, not checked', other],
    ...SENSOR_OUTCOMES.map((outcome): PlainCell[] => ['Verdict', OUTCOME_LABELS[outcome], outcomes[outcome]]),
    ...SENSOR_CRITERIA.map((name): PlainCell[] => ['Merges, by', CRITERION_LABELS[name], merges[name]]),
    ...SENSOR_CRITERIA.slice(1).map((name): PlainCell[] => [
      'Merges with passive assets, by',
      CRITERION_LABELS[name],
      mergesPassive[name],
    ]),
    ['Passive groups', 'Devices that several passive assets are', figures.passiveGroups],
    ...SENSOR_ROWS.map((row): PlainCell[] => [`Row ${row}`, rowText(row), rows[row]]),
    ['Row R4', 'Outside the window', outsideWindow.R4],
    ['Row R6', 'Outside the window', outsideWindow.R6],
    ...SENSOR_CRITERIA.filter((name) => !figures.coverage[name].evaluated).map((name): PlainCell[] => [
      'Not evaluated',
      `${CRITERION_LABELS[name]}: it would take ${figures.coverage[name].suppliedBy}`,
      null,
    ]),
  ];
}

function rowText(row: (typeof SENSOR_ROWS)[number]): string {
  const { correlationId, macs, ips, hostnames, network, deduplicate } = ROW_TEXTS[row];
  return `Correlation ID: ${correlationId}; MACs: ${macs}; IPs: ${ips}; host names: ${hostnames}; network: ${network}; de-duplicate: ${deduplicate}`;
}

function settingRows({ settings }: SensorResult): PlainCell[][] {
  return Object.entries(settings)
    .filter(([field]) => field !== 'format' && field !== 'version')
    .map(([field, value]) => ['Setting', `${field}: ${JSON.stringify(value)}`, null]);
}
