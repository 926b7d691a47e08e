import type { SettledMachine } from '../../../model/decision';
import type { CauseId, Judgement, OneMachineCause } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { AssetIndex } from '../../../model/units';
import type { PeoplesMachine } from './components';
import type { Standing } from './standing';

type Gate = Pick<JudgementSource, 'redundant' | 'survivor'>;

const ONE_MACHINE_CAUSES: ReadonlySet<CauseId> = new Set<OneMachineCause>([
  'agentAndScanNotMerged',
  'agentAndConnectorNotMerged',
  'connectorRecord',
  'passiveNotYetMerged',
  'severalInterfaces',
  'reimaged',
  'agentReinstalled',
  'agentReprovisioned',
  'renamed',
  'addressChanged',
  'randomMac',
  'severalOperatingSystems',
  'externalTwin',
  'unclear',
]);

const BY_A_PERSON = 'A person chose it.';

/** A machine that people made, with what it frees: through the gate, whatever they said. */
export function settledMachine(
  judgement: Pick<Judgement, 'machines' | 'machineOfAsset'>,
  gate: Gate,
  { assets, by }: PeoplesMachine,
): SettledMachine {
  const decision = by.reduce((newest, one) => (one.decision.at > newest.decision.at ? one : newest)).decision;
  const proposals = new Set(assets.map((asset) => judgement.machineOfAsset[asset] ?? -1));
  const [at = -1] = proposals;
  const proposal = proposals.size === 1 && at >= 0 ? judgement.machines[at]! : null;
  const chosen = by.find(({ keep }) => keep !== null)?.keep ?? null;
  const survivor =
    chosen !== null
      ? { keep: chosen, reason: BY_A_PERSON }
      : proposal?.keep != null && assets.includes(proposal.keep)
        ? { keep: proposal.keep, reason: proposal.keepReason }
        : gate.survivor(assets);
  const basis = decision.basis.proposal;
  return {
    assets,
    keep: survivor.keep,
    keepReason: survivor.reason,
    redundant: gate.redundant(survivor.keep, assets),
    strength: proposal?.strength ?? null,
    cause: proposal?.cause ?? oneMachineCause(basis?.cause ?? 'unclear'),
    warnings: proposal?.warnings ?? [],
    decision,
  };
}

function oneMachineCause(cause: CauseId): OneMachineCause {
  return ONE_MACHINE_CAUSES.has(cause) ? (cause as OneMachineCause) : 'unclear';
}

/**
 * All machines after decisions, in dataset order of their first records. A proposal stands only where no decision is
 * about two of its records and no person put one of them into another machine: so no record stands in two machines.
 */
export function settledMachines(
  judgement: Judgement,
  gate: Gate,
  standing: Standing,
  made: (machine: PeoplesMachine) => SettledMachine = (machine) => settledMachine(judgement, gate, machine),
): SettledMachine[] {
  const machines: SettledMachine[] = [...standing.machines()].map(made);
  for (const machine of judgement.machines) {
    if (standing.about(machine.assets).length > 0) continue;
    if (machine.assets.some((asset: AssetIndex) => standing.machineWith(asset) !== null)) continue;
    const { assets, keep, keepReason, strength, cause, warnings } = machine;
    machines.push({
      assets,
      keep,
      keepReason,
      redundant: gate.redundant(keep, machine.redundant),
      strength,
      cause,
      warnings,
      decision: null,
    });
  }
  return machines.sort((a, b) => a.assets[0]! - b.assets[0]!);
}
