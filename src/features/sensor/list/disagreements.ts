import type { Judgement } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { Watch } from '../../../model/progress';
import { CLASS, matchingOf } from '../match/matching';
import { eachInSlices } from '../time-slice';
import type { SensorDisagreements } from '../types/list';
import { SENSOR_OUTCOMES, type SensorResult } from '../types/result';

/**
 * Where judgement and criteria part company (docs/judgement.md, "How right it must be"): merges into a managed asset
 * that is held to be another machine, or not held to be the same for certain, and assets that stay separate though
 * they are held to be the same machine as a managed one.
 */
export async function findDisagreements(
  result: SensorResult,
  { machines, machineOfAsset }: Judgement,
  evidence: JudgementSource['evidence'],
  watch: Watch,
): Promise<SensorDisagreements> {
  const { classes } = matchingOf(result);
  const hasManaged = machines.map(
    ({ strength, assets }) => strength !== 'weak' && assets.some((asset) => classes[asset] === CLASS.managed),
  );
  const forbidden: number[] = [];
  const doubtful: number[] = [];
  const missed: number[] = [];
  await eachInSlices(result.passive.length, watch, 'Comparing with the judgement', (verdict) => {
    const asset = result.passive[verdict]!;
    const machine = machineOfAsset[asset]!;
    const outcome = SENSOR_OUTCOMES[result.outcomes[verdict]!]!;
    if (outcome === 'separate') {
      if (machine >= 0 && hasManaged[machine]) missed.push(asset);
      return;
    }
    const target = result.targets[verdict]!;
    if (outcome !== 'merges' || target < 0) return;
    if (machine >= 0 && machineOfAsset[target] === machine && machines[machine]!.strength !== 'weak') return;
    const { verdict: judged } = evidence(asset, target);
    if (judged === 'conflict') forbidden.push(asset);
    else if (judged === 'none' || judged === 'weak') doubtful.push(asset);
  });
  return {
    forbidden: Uint32Array.from(forbidden),
    doubtful: Uint32Array.from(doubtful),
    missed: Uint32Array.from(missed),
  };
}
