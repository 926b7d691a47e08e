import type { RaggedList } from '../../../arrays/ragged-list';
import type { AssetIndex } from '../../../model/units';
import { closer, distance, type KeyIndex, nearest } from './key-index';
import { CLASS, type Matching } from './matching';

/** Codes of `SENSOR_CRITERIA` plus one. */
export const CRITERION = { none: 0, correlationId: 1, macAddress: 2, hostname: 3, ipAddress: 4 } as const;

/** What one passive asset comes to against all managed ones. */
export interface ManagedMatch {
  /** `CRITERION`; `none` if it folds into no managed asset. */
  readonly criterion: number;
  /** Number of the row, 1 to 7; 0 for none. */
  readonly row: number;
  /** The managed asset of the row, -1 for none. */
  readonly target: AssetIndex;
  /** Number of the row (4 or 6) from which only the time keeps it; 0 for none. */
  readonly outside: number;
}

/**
 * Tries the criteria in their order and stops at the first that holds (Qualys, "Asset De-duplication With
 * Managed Assets"): correlation ID, MAC, host name, then IP within one network and the time allowed. CAPS
 * matches by host name only where the managed asset has no MAC, and never by IP.
 */
export function matchManaged(matching: Matching, asset: AssetIndex): ManagedMatch {
  const { managed, correlation, inventory, hostnames, classes } = matching;
  const caps = classes[asset] === CLASS.caps;
  const byCorrelation = nearestByKeys(matching, managed.correlation, correlation.ofAsset, asset);
  if (byCorrelation >= 0) return found(CRITERION.correlationId, 1, byCorrelation);
  const byMac = nearestByKeys(matching, managed.mac, inventory.macs.ofAsset, asset);
  if (byMac >= 0) return found(CRITERION.macAddress, 2, byMac);
  const names = caps ? managed.hostnameWithoutMac : managed.hostname;
  const byHostname = nearestByKeys(matching, names, hostnames.ofAsset, asset);
  if (byHostname >= 0) return found(CRITERION.hostname, 3, byHostname);
  return caps ? NONE : matchByAddress(matching, asset);
}

const NONE: ManagedMatch = { criterion: CRITERION.none, row: 0, target: -1, outside: 0 };

function found(criterion: number, row: number, target: AssetIndex): ManagedMatch {
  return { criterion, row, target, outside: 0 };
}

/** The nearest asset of the index that shares a key with `asset`, -1 if none does. */
export function nearestByKeys(
  matching: Matching,
  index: KeyIndex,
  keys: RaggedList,
  asset: AssetIndex,
): AssetIndex {
  const time = matching.timing.lastSeen[asset]!;
  let best = -1;
  for (let at = keys.starts[asset]!; at < keys.starts[asset + 1]!; at++) {
    const candidate = nearest(index, keys.ids[at]!, time);
    if (candidate >= 0) best = closer(matching.timing, time, best, candidate);
  }
  return best;
}

/**
 * Same IP in the same network: R4 where both have MACs, R6 where one has none, if the time allows it. Same IP
 * in other networks only: R5 and R7, no.
 */
function matchByAddress(matching: Matching, asset: AssetIndex): ManagedMatch {
  const { addresses, managed, timing, inventory } = matching;
  const { ids, starts } = addresses.ofAsset;
  const time = timing.lastSeen[asset]!;
  let best = -1;
  let outside = -1;
  for (let at = starts[asset]!; at < starts[asset + 1]!; at++) {
    const candidate = nearest(managed.networkAddress, ids[at]!, time);
    if (candidate < 0) continue;
    const window = addresses.windows[ids[at]!]!;
    const holds = window === Number.POSITIVE_INFINITY || distance(timing, time, candidate) <= window;
    if (holds) best = closer(timing, time, best, candidate);
    else outside = closer(timing, time, outside, candidate);
  }
  if (best >= 0) return found(CRITERION.ipAddress, macsDiffer(matching, asset, best) ? 4 : 6, best);
  if (outside >= 0) {
    return { criterion: 0, row: 0, target: -1, outside: macsDiffer(matching, asset, outside) ? 4 : 6 };
  }
  const elsewhere = nearestByKeys(matching, managed.ip, inventory.addresses.ofAsset, asset);
  if (elsewhere < 0) return NONE;
  return { criterion: 0, row: macsDiffer(matching, asset, elsewhere) ? 5 : 7, target: elsewhere, outside: 0 };
}

/** Both have MACs: since the criterion before found none in common, they differ. */
function macsDiffer(matching: Matching, asset: AssetIndex, other: AssetIndex): boolean {
  return matching.hasMac(asset) && matching.hasMac(other);
}
