import type { AssetIndex } from '../../../model/units';
import type { Records } from '../records/records';
import { comesBackByItself } from './survivor';

/** What a list of redundant records is made of. */
export interface GateInput {
  readonly records: Records;
  readonly keep: AssetIndex | null;
  readonly candidates: readonly AssetIndex[];
  readonly inConflict: (a: AssetIndex, b: AssetIndex) => boolean;
}

/**
 * The one gate that every list of redundant records passes (docs/judgement.md, "What to keep"): none without a
 * survivor, not the survivor itself, none with a living agent, none in conflict with the survivor, and none that
 * comes back or folds by itself.
 */
export function redundantOf({ records, keep, candidates, inConflict }: GateInput): AssetIndex[] {
  if (keep === null) return [];
  return candidates.filter(
    (asset) =>
      asset !== keep &&
      records.alive[asset] === 0 &&
      !comesBackByItself(records, asset) &&
      !inConflict(asset, keep),
  );
}
