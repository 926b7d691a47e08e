import type { Dataset } from '../../../model/dataset';
import type { Grouping } from '../../../model/grouping';
import type { Judgement, Machine, OneMachineCause } from '../../../model/judgement';
import type { Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import { MACHINE_CAUSES } from '../causes';
import type { MachineContext } from '../causes/cause';
import { compareRecords, isFollowedBy } from '../evidence/facts';
import { DAY, type Records, readRecords } from '../records/records';
import { type SharedValues, shareValues } from '../records/shared-values';
import type { JudgementSettings } from '../types';
import { findApart, findFillerApart } from './apart';
import { causesAtImport, findSharedIds } from './at-import';
import { figuresOf } from './figures';
import { redundantOf } from './gate';
import { findHidden } from './hidden';
import { type Joined, joinRecords, STRENGTHS } from './join';
import { judgePairs } from './judged-pairs';
import { chooseSurvivor } from './survivor';
import { findSuspectValues } from './suspect-values';

/** What any two records are compared by. */
export interface RecordIndex {
  readonly records: Records;
  readonly shared: SharedValues;
}

/** A judgement with what it was made from, so that any two assets can be explained. */
export interface JudgedDataset extends RecordIndex {
  readonly judgement: Judgement;
}

/** Reads and looks up what records are compared by, without judging them. */
export function indexRecords(dataset: Dataset, settings: JudgementSettings): RecordIndex {
  const records = readRecords(dataset, settings);
  return { records, shared: shareValues(records) };
}

/**
 * Judges which records of a dataset are one machine, which to keep, and why (docs/judgement.md). Linear in the
 * records whatever they share; the same for any order of them.
 */
export async function judge(
  dataset: Dataset,
  grouping: Grouping | null,
  settings: JudgementSettings,
  watch: Watch,
): Promise<JudgedDataset> {
  watch.report({ phase: 'Judging', done: 0, total: dataset.size, unit: 'assets' });
  const records = readRecords(dataset, settings);
  await watch.pause();
  const shared = shareValues(records);
  await watch.pause();
  const pairs = await judgePairs(records, shared, watch);
  const joined = joinRecords(records, pairs);
  await watch.pause();
  const machines = machinesOf(records, shared, joined, grouping, settings);
  const machineOfAsset = new Int32Array(dataset.size).fill(-1);
  for (const [at, { assets }] of machines.entries()) for (const asset of assets) machineOfAsset[asset] = at;
  await watch.pause();
  const apart = [
    ...findApart(records, shared, joined.setOf),
    ...findFillerApart(records, pairs, joined.setOf),
  ];
  const { stale, replaced } = silentRecords(records, machineOfAsset, apart, settings);
  const hidden = [...findHidden(records), ...findSharedIds(dataset)];
  const lists = { machines, apart, hidden, stale, replaced };
  const judgement: Judgement = {
    ...lists,
    asOf: records.asOf,
    atImport: causesAtImport(dataset),
    suspects: findSuspectValues(records, shared),
    machineOfAsset,
    figures: figuresOf(lists),
  };
  return { judgement, records, shared };
}

function machinesOf(
  records: Records,
  shared: SharedValues,
  { setOf, strength }: Joined,
  grouping: Grouping | null,
  settings: JudgementSettings,
): Machine[] {
  const members = new Map<number, AssetIndex[]>();
  const sizes = new Uint32Array(records.size);
  for (const set of setOf) sizes[set]!++;
  for (let record = 0; record < records.size; record++) {
    const set = setOf[record]!;
    if (sizes[set] === 1) continue;
    const known = members.get(set);
    if (known === undefined) members.set(set, [record]);
    else known.push(record);
  }
  return [...members].map(([set, assets], at) => {
    const clusters = new Set(assets.map((asset) => grouping?.clusterOfAsset[asset] ?? -1));
    const [cluster = -1] = clusters;
    const machine = machineOf(records, shared, assets, STRENGTHS[strength[set]!]!, settings);
    return { id: at + 1, cluster: clusters.size === 1 && cluster >= 0 ? cluster : null, ...machine };
  });
}

/** Causes of which no record should be kept or listed. */
const NOT_ACTED_UPON: ReadonlySet<OneMachineCause> = new Set(['unclear']);
/** Causes that say why a set is weak; any other would be more than is known. */
const TOLD_OF_WEAK: ReadonlySet<OneMachineCause> = new Set([
  'externalTwin',
  'passiveNotYetMerged',
  'randomMac',
]);

function machineOf(
  records: Records,
  shared: SharedValues,
  assets: readonly AssetIndex[],
  strength: Machine['strength'],
  settings: JudgementSettings,
): Omit<Machine, 'id' | 'cluster'> {
  const kinds = assets.reduce((all, asset) => all | records.kinds[asset]!, 0);
  const context: MachineContext = { records, assets, strength, kinds };
  const cause = MACHINE_CAUSES.find((one) => one.applies(context));
  const id = cause?.id ?? 'unclear';
  const acts = strength !== 'weak' && !NOT_ACTED_UPON.has(id);
  const survivor = chooseSurvivor(records, assets, settings.survivorOrder);
  const keep = acts ? survivor.keep : null;
  const inConflict = (a: AssetIndex, b: AssetIndex) =>
    compareRecords(records, shared, a, b).vetoes.length > 0;
  return {
    assets,
    strength,
    cause: strength === 'weak' && !TOLD_OF_WEAK.has(id) ? 'unclear' : id,
    keep,
    keepReason: acts ? survivor.reason : '',
    redundant: redundantOf({ records, keep, candidates: assets, inConflict }),
    warnings: cause?.warnings ?? [],
  };
}

/** Records that are silent for long, and those whose name a newer machine has: each list of its own, no duplicates. */
function silentRecords(
  records: Records,
  machineOfAsset: Int32Array,
  apart: Judgement['apart'],
  { staleDays }: JudgementSettings,
) {
  const replaced = new Set<AssetIndex>();
  for (const { cause, assets } of apart) {
    if (cause !== 'replacedInstance' && cause !== 'reusedName') continue;
    const newest = assets.reduce((best, asset) =>
      records.last[asset]! > records.last[best]! ? asset : best,
    );
    for (const asset of assets)
      if (records.alive[asset] === 0 && isFollowedBy(records, asset, newest)) replaced.add(asset);
  }
  const stale: AssetIndex[] = [];
  for (let record = 0; record < records.size; record++) {
    const silent = records.last[record]! < records.asOf - staleDays * DAY;
    if (silent && machineOfAsset[record] === -1 && !replaced.has(record)) stale.push(record);
  }
  return { stale, replaced: [...replaced].sort((a, b) => a - b) };
}
