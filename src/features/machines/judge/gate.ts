import type { AssetIndex } from '../../../model/units';
import { areTwoSystems } from '../evidence/facts';
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
 * survivor, not the survivor itself, none with a living agent, none in conflict with the survivor, none that comes
 * back or folds by itself, none that stands for several machines, and no other operating system of the computer.
 */
export function redundantOf({ candidates, ...gate }: GateInput): AssetIndex[] {
  return candidates.filter((asset) => leaveReason(gate, asset) === null);
}

/** Why a record may not be listed as redundant, as a sentence; `null` where it may. */
export function leaveReason(
  { records, keep, inConflict }: Omit<GateInput, 'candidates'>,
  asset: AssetIndex,
): string | null {
  if (keep === null) return 'Nothing is kept of this machine, so nothing is listed.';
  if (asset === keep) return 'It is the record to keep.';
  if (records.alive[asset] !== 0)
    return 'Its agent is alive: a purged record would come back under a new asset ID.';
  if (comesBackByItself(records, asset))
    return 'A connector, a passive sensor or an external scan made it: it comes back, or is merged, by itself.';
  if (records.several.has(asset)) return 'It stands for several machines: purging it would lose the others.';
  if (areTwoSystems(records, asset, keep))
    return 'It is another operating system of the same computer, with vulnerabilities of its own.';
  if (inConflict(asset, keep)) return 'Something forbids that it is the same machine as the record to keep.';
  return null;
}
