import type { AssetIndex } from '../../../model/units';
import { coverageOf } from '../list/figures';
import { OUTCOME } from '../match/check';
import { CLASS, type Matching, matchingOf } from '../match/matching';
import { CRITERION_LABELS, type NearMiss, type SensorCriterion, type SensorResult } from '../types/result';
import { addressNearMisses } from './address-near-misses';
import { hostnameNearMisses } from './hostname-near-misses';

/**
 * What keeps a separate passive asset from merging: for each reason the nearest asset that it would merge with
 * but for that. Managed candidates before passive ones. At most one entry for each reason and candidate class,
 * three for domains; empty for assets that merge.
 */
export function nearMissesOf(result: SensorResult, verdict: number): NearMiss[] {
  if (result.outcomes[verdict] !== OUTCOME.separate) return [];
  const matching = matchingOf(result);
  const asset = result.passive[verdict]!;
  return [
    ...addressNearMisses(matching, asset),
    ...hostnameNearMisses(matching, asset),
    ...notEvaluated(matching, asset),
  ];
}

function notEvaluated(matching: Matching, asset: AssetIndex): NearMiss[] {
  const coverage = coverageOf(matching);
  const caps = matching.classes[asset] === CLASS.caps;
  const found: NearMiss[] = [];
  for (const [name, { evaluated, suppliedBy }] of Object.entries(coverage)) {
    const criterion = name as SensorCriterion;
    if (evaluated || (caps && criterion === 'ipAddress')) continue;
    found.push({
      kind: 'not-evaluated',
      criterion,
      candidate: -1,
      candidateClass: null,
      row: null,
      text: `${CRITERION_LABELS[criterion]}: not in this export; it takes ${suppliedBy}.`,
    });
  }
  return found;
}
