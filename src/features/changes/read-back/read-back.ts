import { NumberMultimap } from '../../../arrays/number-multimap';
import {
  IDENTITY_KINDS,
  type Identities,
  identityScore,
  readIdentitiesInSlices,
} from '../../../identifiers/identity';
import type { Dataset } from '../../../model/dataset';
import type { HandOver } from '../../../model/hand-over';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import type { AssetIndex } from '../../../model/units';
import { findAssets } from '../compare/find-assets';
import { READ_BACK_STATES, type ReadBackState } from '../types';

/** What became of each record of a hand-over in a dataset. */
export interface ReadBack {
  /** Index into `READ_BACK_STATES` by record. */
  readonly states: Uint8Array;
  /** The asset as which it came back, -1 for none. */
  readonly backAs: Int32Array;
}

const GONE = READ_BACK_STATES.indexOf('gone');
const STILL = READ_BACK_STATES.indexOf('still');
const BACK = READ_BACK_STATES.indexOf('back');
/** A value that more new assets have than this identifies none of them. */
const MOST_WITH_VALUE = 8;

export function stateAt({ states }: ReadBack, record: number): ReadBackState {
  return READ_BACK_STATES[states[record]!]!;
}

/**
 * Compares a later dataset with what was handed over. Came back: the id is gone, and an asset whose id was not in the
 * dataset of then is the same machine. The survivor is the same machine too, but its id was there.
 */
export async function readBack(handOver: HandOver, dataset: Dataset, watch: Watch): Promise<ReadBack> {
  const slices = new Slices(watch);
  const { assetIds, known } = handOver;
  const there = await findAssets(dataset, assetIds, slices);
  const identities = await readIdentitiesInSlices(dataset, slices);
  await slices.rest();
  const isNew = newSince(identities, known);
  const then = identitiesOf(handOver);
  const maps = IDENTITY_KINDS.filter((kind) => kind !== 'hostName').map(
    (kind) => [kind, new NumberMultimap(identities.values[kind], (asset) => isNew[asset] === 1)] as const,
  );
  const states = new Uint8Array(assetIds.length).fill(GONE);
  const backAs = new Int32Array(assetIds.length).fill(-1);
  for (let record = 0; record < assetIds.length; record++) {
    if ((record & 1023) === 0) await slices.rest();
    if (there[record]! >= 0) {
      states[record] = STILL;
      continue;
    }
    let most = 0;
    for (const [kind, map] of maps) {
      for (const asset of holders(map, then.values[kind][record]!)) {
        const score = identityScore(then, record, identities, asset);
        if (score <= most) continue;
        most = score;
        backAs[record] = asset;
        states[record] = BACK;
      }
    }
  }
  return { states, backAs };
}

/** The assets with the value; none where too many have it. */
function holders(map: NumberMultimap, value: number): AssetIndex[] {
  const found: AssetIndex[] = [];
  for (let at = map.first(value); at >= 0; at = map.after(at)) {
    if (found.length === MOST_WITH_VALUE) return [];
    found.push(at);
  }
  return found;
}

/** 1 for each asset whose id was not in the dataset of then; `known` is ascending. */
function newSince({ ids, size }: Identities, known: Float64Array): Uint8Array {
  const isNew = new Uint8Array(size);
  for (let asset = 0; asset < size; asset++) {
    const id = ids[asset]!;
    let [low, high] = [0, known.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (known[middle]! < id) low = middle + 1;
      else high = middle;
    }
    isNew[asset] = known[low] === id ? 0 : 1;
  }
  return isNew;
}

/** What was remembered, as it is compared; MAC addresses were not remembered. */
function identitiesOf({ assetIds, identities }: HandOver): Identities {
  const size = assetIds.length;
  const values = Object.fromEntries(
    IDENTITY_KINDS.map((kind, at) => {
      const column = new Float64Array(size);
      for (let record = 0; record < size; record++)
        column[record] = identities[record * IDENTITY_KINDS.length + at] ?? 0;
      return [kind, column];
    }),
  ) as unknown as Identities['values'];
  return {
    size,
    ids: new Float64Array(size),
    values,
    macs: new Float64Array(0),
    macStarts: new Uint32Array(size + 1),
  };
}
