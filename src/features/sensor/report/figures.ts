import type { SectionCell } from '../../../report/section';
import {
  CRITERION_LABELS,
  OUTCOME_LABELS,
  ROW_TEXTS,
  SENSOR_CRITERIA,
  SENSOR_OUTCOMES,
  SENSOR_ROWS,
  type SensorFigures,
  type SensorRow,
} from '../types/result';

/** One figure of the sensor check, as the sheet Sensor Summary and as the HTML report have it. */
export interface SensorFigure {
  readonly subject: string;
  readonly what: string;
  readonly assets: number | null;
  /** The line of the HTML report; `null` where another part of it says the same. */
  readonly line: readonly SectionCell[] | null;
}

/** The figures of the check, in the order of the reports. */
export function sensorFigures(figures: SensorFigures): SensorFigure[] {
  const { managed, passive, caps, other, outcomes, merges, mergesPassive, rows, outsideWindow } = figures;
  return [
    figure('Assets', 'Managed', managed, 'Managed assets'),
    figure('Assets', 'Passive', passive, 'Passive assets'),
    figure('Assets', 'Of these, by Cloud Agent Passive Sensing', caps),
    figure('Assets', 'Other, not checked', other, 'Other assets, not checked'),
    ...SENSOR_OUTCOMES.map((name) => figure('Verdict', OUTCOME_LABELS[name], outcomes[name])),
    ...SENSOR_CRITERIA.map((name) => {
      const label = CRITERION_LABELS[name];
      return figure('Merges, by', label, merges[name], `Merge by: ${label}`);
    }),
    ...SENSOR_CRITERIA.slice(1).map((name) => {
      const label = CRITERION_LABELS[name];
      return figure(
        'Merges with passive assets, by',
        label,
        mergesPassive[name],
        `Merge with passive by: ${label}`,
      );
    }),
    sheetFigure('Passive groups', 'Several passive assets that look like one device', figures.passiveGroups),
    ...SENSOR_ROWS.map((row) => sheetFigure(`Row ${row}`, rowText(row), rows[row])),
    sheetFigure('Row R4, but outside the time window', 'IP address and network', outsideWindow.R4),
    sheetFigure('Row R6, but outside the time window', 'IP address and network', outsideWindow.R6),
    ...notEvaluated(figures),
  ];
}

function figure(subject: string, what: string, assets: number, label = what): SensorFigure {
  return { subject, what, assets, line: [label, assets] };
}

function sheetFigure(subject: string, what: string, assets: number): SensorFigure {
  return { subject, what, assets, line: null };
}

function notEvaluated({ coverage }: SensorFigures): SensorFigure[] {
  return SENSOR_CRITERIA.filter((name) => !coverage[name].evaluated).map((name) => {
    const label = CRITERION_LABELS[name];
    const says = `Not in this export; it takes ${coverage[name].suppliedBy}.`;
    return {
      subject: 'Not evaluated',
      what: `${label}: ${says}`,
      assets: null,
      line: [`Not evaluated: ${label}`, { note: says, redacted: says }],
    };
  });
}

function rowText(row: SensorRow): string {
  const { correlationId, macs, ips, hostnames, network, deduplicate } = ROW_TEXTS[row];
  return `Correlation ID: ${correlationId}; MACs: ${macs}; IPs: ${ips}; host names: ${hostnames}; network: ${network}; de-duplicate: ${deduplicate}`;
}
