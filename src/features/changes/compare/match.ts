import { NumberMultimap } from '../../../arrays/number-multimap';
import {
  agreesIn,
  agreesInMac,
  IDENTITY_KINDS,
  type Identities,
  type IdentityKind,
  identityScore,
} from '../../../identifiers/identity';
import type { Slices } from '../../../model/slices';
import type { AssetIndex } from '../../../model/units';
import { changedIn, relationOf } from './relation';

/** What became of an asset of the later dataset. */
export const STILL = 0;
export const CHANGED = 1;
export const BACK = 2;
export const NEW = 3;

/** Two datasets matched record by record; one to one. */
export interface Matches {
  /** For each asset of the later dataset: `STILL`, `CHANGED`, `BACK` or `NEW`. */
  readonly kinds: Uint8Array;
  /** The asset of the earlier dataset that it was, -1 for a new one. */
  readonly before: Int32Array;
  /** Assets of the earlier dataset that are in the later one neither by id nor by what they are known by. */
  readonly gone: Uint32Array;
}

/** A value that more new records have than this identifies none of them. */
const MOST_WITH_VALUE = 8;
const BLOCK = 4096;
const INDEXED: readonly IdentityKind[] = IDENTITY_KINDS.filter((kind) => kind !== 'hostName');

/**
 * Matches by asset id, then what is left by identity: a record came back if its machine has a new id. Linear in both.
 * `sameId` compares two ids as text: those of equal hash are asked for.
 */
export async function matchRecords(
  earlier: Identities,
  later: Identities,
  sameId: (earlier: AssetIndex, later: AssetIndex) => boolean,
  slices: Slices,
): Promise<Matches> {
  const kinds = new Uint8Array(later.size).fill(NEW);
  const before = new Int32Array(later.size).fill(-1);
  const isThere = new Uint8Array(earlier.size);
  const byId = new NumberMultimap(earlier.ids);
  for (let asset = 0; asset < later.size; asset++) {
    if (asset % BLOCK === 0) await slices.rest();
    const found = findById(byId, later.ids[asset]!, (record) => sameId(record, asset));
    if (found < 0 || isThere[found] === 1) continue;
    isThere[found] = 1;
    before[asset] = found;
    kinds[asset] = isUnchanged(earlier, found, later, asset) ? STILL : CHANGED;
  }
  const find = await indexNew(later, before, slices);
  const gone: AssetIndex[] = [];
  for (let record = 0; record < earlier.size; record++) {
    if (record % BLOCK === 0) await slices.rest();
    if (isThere[record] === 1) continue;
    const asset = find(earlier, record);
    if (asset < 0) gone.push(record);
    else {
      before[asset] = record;
      kinds[asset] = BACK;
    }
  }
  return { kinds, before, gone: Uint32Array.from(gone) };
}

/** Most records have nothing that differs: only for the others an object is made. */
function isUnchanged(earlier: Identities, record: AssetIndex, later: Identities, asset: AssetIndex): boolean {
  const isSame = IDENTITY_KINDS.every((kind) => agreesIn(kind, earlier, record, later, asset) >= 0);
  if (isSame && agreesInMac(earlier, record, later, asset) >= 0) return true;
  return changedIn(relationOf(earlier, record, later, asset)).length === 0;
}

function findById(byId: NumberMultimap, id: number, isSame: (record: number) => boolean): number {
  let record = byId.first(id);
  while (record >= 0 && !isSame(record)) record = byId.after(record);
  return record;
}

/** Finds the new asset that a record is most surely; none that was found before. */
async function indexNew(
  later: Identities,
  before: Int32Array,
  slices: Slices,
): Promise<(earlier: Identities, record: AssetIndex) => AssetIndex> {
  const isNew = (asset: AssetIndex) => before[asset] === -1;
  const indexes: (readonly [IdentityKind, NumberMultimap])[] = [];
  for (const kind of INDEXED) {
    indexes.push([kind, new NumberMultimap(later.values[kind], isNew)]);
    await slices.rest();
  }
  const owner = ownersOfMacs(later);
  const byMac = new NumberMultimap(later.macs, (item) => isNew(owner[item]!));
  await slices.rest();
  return (earlier, record) => {
    let best = -1;
    let most = 0;
    const look = (map: NumberMultimap, value: number, assetOf: (at: number) => AssetIndex) => {
      let left = MOST_WITH_VALUE;
      for (let at = map.first(value); at >= 0; at = map.after(at)) if (left-- === 0) return;
      for (let at = map.first(value); at >= 0; at = map.after(at)) {
        const asset = assetOf(at);
        const score = isNew(asset) ? identityScore(earlier, record, later, asset) : 0;
        if (score > most || (score === most && score > 0 && asset < best)) {
          most = score;
          best = asset;
        }
      }
    };
    for (const [kind, map] of indexes) look(map, earlier.values[kind][record]!, (at) => at);
    for (let item = earlier.macStarts[record]!; item < earlier.macStarts[record + 1]!; item++)
      look(byMac, earlier.macs[item]!, (at) => owner[at]!);
    return best;
  };
}

function ownersOfMacs({ macs, macStarts, size }: Identities): Uint32Array {
  const owner = new Uint32Array(macs.length);
  for (let record = 0; record < size; record++)
    owner.fill(record, macStarts[record]!, macStarts[record + 1]!);
  return owner;
}
