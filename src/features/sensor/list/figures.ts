import { hasAny, type RaggedList } from '../../../arrays/ragged-list';
import { CLASS, type Matching } from '../match/matching';
import {
  type CriterionCoverage,
  SENSOR_CRITERIA,
  SENSOR_OUTCOMES,
  SENSOR_ROWS,
  type SensorCriterion,
  type SensorFigures,
  type SensorResult,
} from '../types/result';

type Verdicts = Pick<SensorResult, 'passive' | 'outcomes' | 'criteria' | 'rows' | 'groupStops'>;

/** Which part of an export supplies each criterion, in words. */
export const SUPPLIED_BY: Readonly<Record<SensorCriterion, string>> = {
  correlationId:
    'a field or custom attribute with the agent correlation ID (correlationId, agentCorrelationId, correlationUuid, or one that you name in the settings)',
  macAddress: 'the network interfaces of the assets (Gateway field networkInterface)',
  hostname: 'host names (dnsName, fqdn, netbiosName, assetName or the interfaces’ hostname)',
  ipAddress: 'IP addresses (address or the network interfaces)',
};

/** Counts what stands above the verdicts. */
export function countFigures(
  matching: Matching,
  verdicts: Verdicts,
  outsideWindow: { R4: number; R6: number },
): SensorFigures {
  const classes = [0, 0, 0, 0];
  let neverSeen = 0;
  matching.classes.forEach((code, asset) => {
    classes[code]!++;
    if (code !== CLASS.other && Number.isNaN(matching.timing.lastSeen[asset]!)) neverSeen++;
  });
  const outcomes = zeros(SENSOR_OUTCOMES);
  const merges = zeros(SENSOR_CRITERIA);
  const mergesPassive = zeros(SENSOR_CRITERIA);
  const rows = zeros(SENSOR_ROWS);
  for (let verdict = 0; verdict < verdicts.passive.length; verdict++) {
    const outcome = SENSOR_OUTCOMES[verdicts.outcomes[verdict]!]!;
    const criterion = SENSOR_CRITERIA[verdicts.criteria[verdict]! - 1];
    const row = SENSOR_ROWS[verdicts.rows[verdict]! - 1];
    outcomes[outcome]++;
    if (criterion) (outcome === 'merges' ? merges : mergesPassive)[criterion]++;
    if (row) rows[row]++;
  }
  return {
    managed: classes[CLASS.managed]!,
    passive: classes[CLASS.passive]! + classes[CLASS.caps]!,
    caps: classes[CLASS.caps]!,
    other: classes[CLASS.other]!,
    outcomes,
    merges,
    mergesPassive,
    rows,
    outsideWindow: { ...outsideWindow },
    passiveGroups: verdicts.groupStops.length,
    neverSeen,
    coverage: coverageOf(matching),
  };
}

const coverages = new WeakMap<Matching, SensorFigures['coverage']>();

/** How far each criterion could be used at all; counted once. */
export function coverageOf(matching: Matching): SensorFigures['coverage'] {
  const known = coverages.get(matching);
  if (known !== undefined) return known;
  const counted = {
    correlationId: coverage(matching, matching.correlation.ofAsset, 'correlationId'),
    macAddress: coverage(matching, matching.inventory.macs.ofAsset, 'macAddress'),
    hostname: coverage(matching, matching.inventory.hostnames.ofAsset, 'hostname'),
    ipAddress: coverage(matching, matching.inventory.addresses.ofAsset, 'ipAddress'),
  };
  coverages.set(matching, counted);
  return counted;
}

function coverage(matching: Matching, keys: RaggedList, criterion: SensorCriterion): CriterionCoverage {
  let managed = 0;
  let passive = 0;
  matching.classes.forEach((code, asset) => {
    if (code === CLASS.other || !hasAny(keys, asset)) return;
    if (code === CLASS.managed) managed++;
    else passive++;
  });
  return { managed, passive, evaluated: keys.ids.length > 0, suppliedBy: SUPPLIED_BY[criterion] };
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
