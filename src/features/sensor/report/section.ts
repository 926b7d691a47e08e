import { textAt } from '../../../model/columns';
import type { AssetIndex } from '../../../model/units';
import { nearMissesOf } from '../explain/near-misses';
import { verdictLine } from '../list/verdict-list';
import { matchingOf } from '../match/matching';
import type { NearMissEntry, PassiveGroupEntry, SensorSection, VerdictEntry } from '../types/report';
import type { NearMiss, SensorResult } from '../types/result';

/** What the results file takes from a result: verdicts and groups, each made as it is read. */
export function sensorSection(result: SensorResult): SensorSection {
  const { dataset } = matchingOf(result).inventory;
  const id = (asset: AssetIndex) => textAt(dataset.columns.assetId, asset);
  return {
    settings: result.settings,
    figures: result.figures,
    *verdicts() {
      for (let verdict = 0; verdict < result.passive.length; verdict++) yield entry(result, verdict, id);
    },
    *passiveGroups() {
      for (let group = 0; group < result.groupStops.length; group++) yield groupEntry(result, group, id);
    },
  };
}

function entry(result: SensorResult, verdict: number, id: (asset: AssetIndex) => string): VerdictEntry {
  const line = verdictLine(matchingOf(result).inventory.dataset, result, verdict);
  const { assetId, outcome, criterion, row, target, group } = line;
  return {
    assetId,
    outcome,
    criterion,
    row,
    // A separate asset merges with none: its near misses name the assets that come near.
    with: outcome === 'separate' || target < 0 ? null : id(target),
    group: group > 0 ? group : null,
    nearMisses: nearMissesOf(result, verdict).map((miss) => nearMissEntry(miss, id)),
  };
}

function nearMissEntry(miss: NearMiss, id: (asset: AssetIndex) => string): NearMissEntry {
  const { kind, criterion, candidate, candidateClass, row, text, ...more } = miss;
  return { kind, criterion, with: candidate < 0 ? null : id(candidate), row, text, ...more };
}

function groupEntry(
  result: SensorResult,
  group: number,
  id: (asset: AssetIndex) => string,
): PassiveGroupEntry {
  const start = group === 0 ? 0 : result.groupStops[group - 1]!;
  const members = result.groupMembers.subarray(start, result.groupStops[group]!);
  return { id: group + 1, assetIds: Array.from(members, id) };
}
