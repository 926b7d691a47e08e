import { type Identities, readIdentitiesInSlices } from '../../../identifiers/identity';
import { lastActivityAt, textAt } from '../../../model/columns';
import type { Dataset, DatasetHeader } from '../../../model/dataset';
import type { CauseId } from '../../../model/judgement';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import type { AssetIndex, EpochMilliseconds } from '../../../model/units';
import { findAssets } from './find-assets';
import { keepRows } from './kept-rows';
import { BACK, CHANGED, type Matches, matchRecords } from './match';
import { causeOverTime } from './over-time';
import { CHANGING_WORDS, causeOfChange, changedIn, relationOf } from './relation';

/** What changed of one asset, or how it came back. */
export interface Change {
  readonly cause: CauseId;
  /** In words: "serial number, hardware UUID". */
  readonly what: string;
}

/** Two datasets compared; of the earlier one only the records are kept that the later one does not hold as they were. */
export interface DatasetComparison {
  readonly earlier: { readonly header: DatasetHeader; readonly size: number };
  readonly matches: Matches;
  /** Records of the earlier dataset: of what changed, came back or is gone. */
  readonly kept: Dataset;
  /** Where in `kept` a record of the earlier dataset stands, -1 for those that are not kept. */
  readonly placeOf: Int32Array;
  /** By asset of the later dataset: of what changed and came back. */
  readonly changes: ReadonlyMap<AssetIndex, Change>;
  /** The dataset before both that was looked into, `null` for none. */
  readonly third: DatasetHeader | null;
  /** Whether the newest activity of the earlier dataset is newer than that of the later one. */
  readonly isReversed: boolean;
}

/** Records between two looks at the time. */
const BLOCK = 4096;

/**
 * Compares the dataset that `open` gives with the later one. `third` opens one before both, and is asked only where a
 * record may go to and fro between machines. The opened datasets are let go before the answer.
 */
export async function compareDatasets(
  open: () => Promise<Dataset>,
  later: Dataset,
  third: () => Promise<Dataset | null>,
  watch: Watch,
): Promise<DatasetComparison> {
  const slices = new Slices(watch);
  const progress = (done: number) =>
    watch.report({ phase: 'Comparing', done, total: later.size, unit: 'assets' });
  progress(0);
  const identities = await readIdentitiesInSlices(later, slices);
  const { newest, earlier, size, matches, kept, placeOf, changes, suspects } = await compareOpened(
    await open(),
    later,
    identities,
    slices,
  );
  progress(later.size / 2);
  const looked = suspects.length === 0 ? null : await third();
  if (looked !== null)
    await lookBack(looked, { later, identities, suspects, changes, earlier, matches }, slices);
  progress(later.size);
  return {
    earlier: { header: kept.header, size },
    matches,
    kept,
    placeOf,
    changes,
    third: looked?.header ?? null,
    isReversed: newest > (await newestActivity(later, slices)),
  };
}

/** In a function of its own, so that nothing holds the earlier dataset once it has ended. */
async function compareOpened(dataset: Dataset, later: Dataset, identities: Identities, slices: Slices) {
  const before = await readIdentitiesInSlices(dataset, slices);
  const [own, others] = [dataset.columns.assetId, later.columns.assetId];
  const sameId = (a: AssetIndex, b: AssetIndex) => textAt(own, a) === textAt(others, b);
  const matches = await matchRecords(before, identities, sameId, slices);
  const changes = new Map<AssetIndex, Change>();
  const rows: number[] = [...matches.gone];
  const suspects: AssetIndex[] = [];
  for (let asset = 0; asset < later.size; asset++) {
    if (asset % BLOCK === 0) await slices.rest();
    const kind = matches.kinds[asset]!;
    if (kind !== CHANGED && kind !== BACK) continue;
    const record = matches.before[asset]!;
    const relation = relationOf(before, record, identities, asset);
    rows.push(record);
    const changed = changedIn(relation);
    const cause = kind === CHANGED ? causeOfChange(relation) : causeOfReturn(relation.agentId);
    changes.set(asset, { cause, what: changed.map((what) => CHANGING_WORDS[what]).join(', ') });
    if (kind === CHANGED && changed.some((what) => what !== 'hostName' && what !== 'agentId'))
      suspects.push(asset);
  }
  const kept = await keepRows(dataset, Uint32Array.from(rows), slices);
  const placeOf = new Int32Array(dataset.size).fill(-1);
  for (const [at, record] of rows.entries()) placeOf[record] = at;
  // Of the identities only those of suspects are asked for again.
  const earlier = suspects.length === 0 ? null : before;
  const newest = await newestActivity(dataset, slices);
  return { newest, earlier, size: dataset.size, matches, kept, placeOf, changes, suspects };
}

/** The latest that any record was seen; `-Infinity` where none says. */
async function newestActivity({ columns, size }: Dataset, slices: Slices): Promise<EpochMilliseconds> {
  let newest = Number.NEGATIVE_INFINITY;
  for (let asset = 0; asset < size; asset++) {
    if (asset % BLOCK === 0) await slices.rest();
    const at = lastActivityAt(columns.sources, asset);
    if (at > newest) newest = at;
  }
  return newest;
}

/** A new id for a machine that was there: its agent says whether it was provisioned again. */
function causeOfReturn(agentId: number): CauseId {
  if (agentId > 0) return 'agentReprovisioned';
  return agentId < 0 ? 'agentReinstalled' : 'unclear';
}

/** The comparison of two datasets into which a third one is looked. */
interface LookedBack {
  readonly later: Dataset;
  readonly identities: Identities;
  /** Records of which more than the name changed. */
  readonly suspects: readonly AssetIndex[];
  readonly changes: Map<AssetIndex, Change>;
  readonly earlier: Identities | null;
  readonly matches: Matches;
}

/** Looks whether a record is again what it was before the change. */
async function lookBack(
  third: Dataset,
  { later, identities, suspects, changes, earlier, matches: { before } }: LookedBack,
  slices: Slices,
): Promise<void> {
  if (earlier === null) return;
  const oldest = await readIdentitiesInSlices(third, slices);
  const found = await findAssets(
    third,
    suspects.map((asset) => textAt(later.columns.assetId, asset)),
    slices,
  );
  for (const [at, asset] of suspects.entries()) {
    const record = found[at]!;
    if (record < 0) continue;
    const cause = causeOverTime([
      { identities: oldest, asset: record },
      { identities: earlier, asset: before[asset]! },
      { identities, asset },
    ]);
    if (cause === 'identityCollision') changes.set(asset, { ...changes.get(asset)!, cause });
  }
}
