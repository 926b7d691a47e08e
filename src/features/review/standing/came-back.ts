import {
  agreementOf,
  type IDENTITY_KINDS,
  identityAt,
  UNIQUE_KINDS,
  valuesOf,
} from '../../../identifiers/record-identity';
import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { IdentityValues, RecordIdentity } from '../../../model/decision';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import type { AssetIndex } from '../../../model/units';
import { canonicalText } from '../journal/forms';

/** Records whose asset ID is not in the dataset, with those in it that have their identity, the best first. */
export interface CameBack {
  candidates(record: RecordIdentity): readonly AssetIndex[];
}

type Kind = (typeof IDENTITY_KINDS)[number];
/** Kinds by which a record is looked for; a name alone finds none. */
const LOOKED_FOR: readonly Kind[] = [...UNIQUE_KINDS, 'macAddress'];
/** Values that more records share than this are nobody's own. */
const MOST_HOLDERS = 200;

/** Looks through the dataset once for records that came back under another id. Nothing is done where none is gone. */
export async function findCameBack(
  dataset: Dataset,
  gone: readonly RecordIdentity[],
  watch: Watch,
): Promise<CameBack> {
  const wanted = new Map<string, AssetIndex[]>();
  const kinds = new Set<Kind>();
  for (const { values } of gone) {
    for (const kind of LOOKED_FOR) {
      for (const value of values[kind] ?? []) wanted.set(`${kind} ${value}`, []);
      if ((values[kind]?.length ?? 0) > 0) kinds.add(kind);
    }
  }
  await markHolders(dataset, kinds, wanted, watch);
  const known = new Map<string, readonly AssetIndex[]>();
  return {
    candidates: ({ values }) => {
      const key = canonicalText(values);
      const found = known.get(key) ?? rank(dataset, values, holdersOf(values, wanted));
      known.set(key, found);
      return found;
    },
  };
}

async function markHolders(
  dataset: Dataset,
  kinds: ReadonlySet<Kind>,
  wanted: ReadonlyMap<string, AssetIndex[]>,
  watch: Watch,
): Promise<void> {
  const slices = new Slices(watch);
  for (const kind of LOOKED_FOR) {
    if (!kinds.has(kind)) continue;
    for (let asset = 0; asset < dataset.size; asset++) {
      for (const value of valuesOf(dataset, kind, asset)) {
        const holders = wanted.get(`${kind} ${value}`);
        if (holders !== undefined && holders.length <= MOST_HOLDERS) holders.push(asset);
      }
      if ((asset & 255) === 0 && slices.due) {
        watch.report({
          phase: 'Looking for records that came back',
          done: asset,
          total: dataset.size,
          unit: 'assets',
        });
        await slices.rest();
      }
    }
  }
}

function holdersOf(values: IdentityValues, wanted: ReadonlyMap<string, AssetIndex[]>): AssetIndex[] {
  const holders = new Set<AssetIndex>();
  for (const kind of LOOKED_FOR)
    for (const value of values[kind] ?? [])
      for (const asset of wanted.get(`${kind} ${value}`) ?? []) holders.add(asset);
  return [...holders];
}

/** Those that have the identity, by how well it agrees; ties by asset id, so that no order of records decides. */
function rank(dataset: Dataset, values: IdentityValues, holders: readonly AssetIndex[]): AssetIndex[] {
  return holders
    .map((asset) => ({
      asset,
      agrees: agreementOf(values, identityAt(dataset, asset)),
      id: textAt(dataset.columns.assetId, asset),
    }))
    .filter(({ agrees }) => agrees > 0)
    .sort((a, b) => b.agrees - a.agrees || (a.id < b.id ? -1 : 1))
    .map(({ asset }) => asset);
}
