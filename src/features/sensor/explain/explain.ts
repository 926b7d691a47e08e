import { listOf } from '../../../arrays/ragged-list';
import type { AssetIndex } from '../../../model/units';
import { counted } from '../../../wording/counts';
import { criterionSteps } from '../match/criterion-steps';
import { nearestWhere } from '../match/key-index';
import { type Matching, matchingOf } from '../match/matching';
import { assetRecord } from '../read/asset-record';
import { assetWords } from '../report/words';
import {
  type NearMiss,
  SENSOR_CRITERIA,
  SENSOR_OUTCOMES,
  SENSOR_ROWS,
  type SensorOutcome,
  type SensorResult,
  type VerdictDetail,
} from '../types/result';
import { nearMissesOf } from './near-misses';
import { stillSeparate } from './still-separate';

/** Members of a passive group that a detail names. */
const MOST_MEMBERS = 100;

/** The verdict's number of a passive asset, -1 if the asset is not passive. */
export function verdictOf(result: SensorResult, asset: AssetIndex): number {
  let low = 0;
  let high = result.passive.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (result.passive[middle]! < asset) low = middle + 1;
    else high = middle;
  }
  return result.passive[low] === asset ? low : -1;
}

/**
 * Everything about the verdict of a passive asset, against `against` where given, else against the asset it
 * merges with or the one that comes nearest. `null` if the asset is not passive.
 */
export function explainVerdict(
  result: SensorResult,
  asset: AssetIndex,
  against: AssetIndex | null = null,
): VerdictDetail | null {
  const verdict = verdictOf(result, asset);
  if (verdict < 0) return null;
  const matching = matchingOf(result);
  const outcome = SENSOR_OUTCOMES[result.outcomes[verdict]!]!;
  const nearMisses = nearMissesOf(result, verdict);
  const other = against ?? otherOf(matching, result, verdict, nearMisses);
  const steps = other < 0 ? [] : criterionSteps(matching, asset, other);
  const merges = outcome !== 'separate' && steps.some((step) => step.decides);
  const detail: VerdictDetail = {
    asset: assetRecord(matching, asset),
    other: other < 0 ? null : assetRecord(matching, other),
    outcome,
    criterion: SENSOR_CRITERIA[result.criteria[verdict]! - 1] ?? null,
    row: SENSOR_ROWS[result.rows[verdict]! - 1] ?? null,
    text: '',
    steps,
    stillSeparate: merges ? stillSeparate(matching, asset, other, steps) : [],
    nearMisses,
    group: groupOf(result, verdict),
  };
  return { ...detail, text: sentence(matching, detail, outcome, result.targets[verdict]!) };
}

function otherOf(
  matching: Matching,
  result: SensorResult,
  verdict: number,
  nearMisses: readonly NearMiss[],
): AssetIndex {
  if (result.groups[verdict]! >= 0) return partner(matching, result, verdict);
  const target = result.targets[verdict]!;
  return target >= 0 ? target : (nearMisses.find((miss) => miss.candidate >= 0)?.candidate ?? -1);
}

/** The group member that the asset matches directly: the first of the group may be joined only through others. */
function partner(matching: Matching, result: SensorResult, verdict: number): AssetIndex {
  const asset = result.passive[verdict]!;
  const group = result.groups[verdict]!;
  const members = result.groupMembers.subarray(
    group === 0 ? 0 : result.groupStops[group - 1]!,
    Math.min(result.groupStops[group]!, (group === 0 ? 0 : result.groupStops[group - 1]!) + MOST_LOOKED_AT),
  );
  const criterion = SENSOR_CRITERIA[result.criteria[verdict]! - 1];
  const direct = members.find(
    (member) =>
      member !== asset &&
      criterionSteps(matching, asset, member).some((step) => step.decides && step.criterion === criterion),
  );
  return direct ?? neighbour(matching, asset) ?? result.targets[verdict]!;
}

/** Group members compared to find a direct partner. */
const MOST_LOOKED_AT = 200;

/** Where the group is very large: any other passive asset next to this one under one of its keys. */
function neighbour(matching: Matching, asset: AssetIndex): AssetIndex | null {
  const pool = matching.pool!;
  const time = matching.timing.lastSeen[asset]!;
  const tries = [
    [pool.mac, matching.inventory.macs.ofAsset],
    [pool.hostname, matching.hostnames.ofAsset],
    [pool.networkAddress, matching.addresses.ofAsset],
  ] as const;
  for (const [index, keys] of tries) {
    for (const key of listOf(keys, asset)) {
      const other = nearestWhere(index, key, time, (member) => member !== asset);
      if (other >= 0) return other;
    }
  }
  return null;
}

function groupOf(result: SensorResult, verdict: number): VerdictDetail['group'] {
  const group = result.groups[verdict]!;
  if (group < 0) return null;
  const start = group === 0 ? 0 : result.groupStops[group - 1]!;
  const stop = result.groupStops[group]!;
  const assets = Array.from(result.groupMembers.subarray(start, Math.min(stop, start + MOST_MEMBERS)));
  return { id: group + 1, size: stop - start, assets };
}

function sentence(
  matching: Matching,
  detail: VerdictDetail,
  outcome: SensorOutcome,
  target: AssetIndex,
): string {
  const { dataset } = matching.inventory;
  const by = {
    correlationId: 'correlation ID',
    macAddress: 'MAC address',
    hostname: 'host name',
    ipAddress: 'IP address',
  };
  const criterion = detail.criterion === null ? '' : by[detail.criterion];
  if (outcome === 'merges') {
    return `Should merge into managed ${assetWords(dataset, target)} by ${criterion} (row ${detail.row}).`;
  }
  if (outcome === 'merges-passive') {
    const rest = (detail.group?.size ?? 1) - 1;
    return `Looks like one device with ${counted(rest, 'other passive asset')} by ${criterion}; no managed asset matches.`;
  }
  if (detail.row !== null) {
    return `Row ${detail.row}: ${assetWords(dataset, target)} has the same IP address in a different network.`;
  }
  return 'No criterion matches it with another asset.';
}
