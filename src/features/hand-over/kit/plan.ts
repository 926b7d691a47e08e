import type { Dataset } from '../../../model/dataset';
import type { SettledMachine } from '../../../model/decision';
import type { Judgement } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { AssetIndex } from '../../../model/units';
import type { LeftOutReason } from '../types';
import { deadAgentsOf } from './dead-agents';
import { type HostIds, hostIdsOf } from './host-ids';
import { assetIdOf } from './ids';

/** A record that may be purged, and the one that stays. */
export interface RedundantRecord {
  readonly asset: AssetIndex;
  readonly assetId: string;
  readonly keep: AssetIndex;
  readonly machine: SettledMachine;
}

/** A record that must stay. */
export interface KeptRecord {
  readonly asset: AssetIndex;
  readonly machine: SettledMachine;
  readonly redundant: number;
}

/** A record that is in no list, and why. */
export interface LeftOutRecord {
  readonly asset: AssetIndex;
  readonly reason: LeftOutReason;
}

/** What a kit is made of: every list in it comes from here, and nothing else. */
export interface Plan {
  readonly dataset: Dataset;
  /** In dataset order; no asset twice, no id twice. */
  readonly redundant: readonly RedundantRecord[];
  /** One for each machine of which a record is redundant, in dataset order. */
  readonly kept: readonly KeptRecord[];
  readonly leftOut: readonly LeftOutRecord[];
  readonly hostIds: HostIds;
  /** The redundant records whose agent may be uninstalled. */
  readonly deadAgents: ReadonlySet<AssetIndex>;
  readonly stale: readonly AssetIndex[];
  readonly collisions: readonly { readonly asset: AssetIndex; readonly why: string }[];
}

/** The gate, and what it looks at; of the judgement of what is open. */
export type Gate = Pick<JudgementSource, 'redundant' | 'hasLivingAgent' | 'inConflict'>;

export interface PlanInput {
  readonly dataset: Dataset;
  readonly judgement: Pick<Judgement, 'hidden' | 'stale'>;
  /** After decisions; a decision may be wrong-headed, so nothing of it is taken on trust. */
  readonly machines: readonly SettledMachine[];
  readonly gate: Gate;
  readonly proposals: boolean;
  /** Records of several machines that comparisons with other exports found, besides those of the judgement. */
  readonly collisions?: Plan['collisions'];
}

/**
 * Decides what may be handed over. Each record passes the gate again, whatever the settled machine says of it; the
 * lists are checked against each other as well, since machines that people made may overlap.
 */
export function planHandOver(input: PlanInput): Plan {
  const { dataset, judgement, machines, gate, proposals } = input;
  const leftOut = new Map<AssetIndex, LeftOutReason>();
  const collisions = new Map(
    [...(input.collisions ?? []), ...judgement.hidden].map(({ asset, why }) => [asset, why]),
  );
  const survivors = new Set(machines.flatMap(({ keep }) => (keep === null ? [] : [keep])));
  const found = new Map<AssetIndex, RedundantRecord>();
  const times = countMemberships(machines);
  const ids = new Map<string, AssetIndex>();
  for (const keep of survivors) {
    const id = assetIdOf(dataset, keep);
    if (id !== null) ids.set(id, keep);
  }
  for (const machine of machines) {
    const { keep } = machine;
    const others = machine.assets.filter((asset) => asset !== keep);
    const excuse = excuseOf(machine, proposals);
    const passed = new Set(excuse === null ? gate.redundant(keep, others) : []);
    for (const asset of others) {
      const assetId = assetIdOf(dataset, asset);
      const reason =
        excuse ??
        refusalOf(asset, keep, passed, gate, { collisions, survivors }) ??
        (assetId === null ? 'noAssetId' : null) ??
        (times.get(asset)! > 1 || (ids.get(assetId!) ?? asset) !== asset ? 'twice' : null);
      if (reason === null) {
        ids.set(assetId!, asset);
        found.set(asset, { asset, assetId: assetId!, keep: keep!, machine });
      } else leftOut.set(asset, reason);
    }
  }
  const redundant = [...found.values()].sort((a, b) => a.asset - b.asset);
  const listed = new Set(found.keys());
  return {
    dataset,
    redundant,
    kept: keptOf(redundant),
    leftOut: [...leftOut].map(([asset, reason]) => ({ asset, reason })).sort((a, b) => a.asset - b.asset),
    hostIds: hostIdsOf(dataset, listed),
    deadAgents: deadAgentsOf(dataset, listed),
    stale: judgement.stale.filter((asset) => !listed.has(asset)),
    collisions: [...collisions].map(([asset, why]) => ({ asset, why })).sort((a, b) => a.asset - b.asset),
  };
}

/** Why nothing of the machine is handed over, whatever its records are. */
function excuseOf({ decision, strength, keep }: SettledMachine, proposals: boolean): LeftOutReason | null {
  if (decision === null) {
    if (strength !== 'strong') return strength === 'likely' ? 'likely' : 'weak';
    if (!proposals) return 'undecided';
  } else if (decision.answer !== 'same') return 'undecided';
  return keep === null ? 'noSurvivor' : null;
}

/** Why the gate, or another list, does not let the record through; `null` where it may be listed. */
function refusalOf(
  asset: AssetIndex,
  keep: AssetIndex | null,
  passed: ReadonlySet<AssetIndex>,
  gate: Gate,
  lists: {
    readonly collisions: ReadonlyMap<AssetIndex, string>;
    readonly survivors: ReadonlySet<AssetIndex>;
  },
): LeftOutReason | null {
  if (keep === null) return 'noSurvivor';
  if (gate.hasLivingAgent(asset)) return 'agentAlive';
  if (gate.inConflict(asset, keep)) return 'conflict';
  if (lists.collisions.has(asset)) return 'severalMachines';
  if (lists.survivors.has(asset)) return 'survivor';
  return passed.has(asset) ? null : 'comesBack';
}

/** In how many machines each record is: a decision may put one into two. */
function countMemberships(machines: readonly SettledMachine[]): Map<AssetIndex, number> {
  const times = new Map<AssetIndex, number>();
  for (const { assets } of machines)
    for (const asset of new Set(assets)) times.set(asset, (times.get(asset) ?? 0) + 1);
  return times;
}

function keptOf(redundant: readonly RedundantRecord[]): KeptRecord[] {
  const kept = new Map<AssetIndex, { machine: SettledMachine; redundant: number }>();
  for (const { keep, machine } of redundant) {
    const before = kept.get(keep);
    if (before === undefined) kept.set(keep, { machine, redundant: 1 });
    else before.redundant++;
  }
  return [...kept].map(([asset, rest]) => ({ asset, ...rest })).sort((a, b) => a.asset - b.asset);
}
