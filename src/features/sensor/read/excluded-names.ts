import { indexKeys, type KeyIndex } from '../match/key-index';
import { type Matching, managedAssets } from '../match/matching';

/** Assets by host name as if nothing were excluded: shows what the exclusion list keeps apart. */
export interface ExcludedNames {
  readonly managed: KeyIndex;
  readonly managedWithoutMac: KeyIndex;
  readonly pool: KeyIndex;
}

const made = new WeakMap<Matching, ExcludedNames>();

/** Made at the first call; `null` where nothing is excluded. */
export function excludedNames(matching: Matching): ExcludedNames | null {
  const { hostnames, classes, timing, hasMac, pool } = matching;
  if (hostnames.ofAsset === hostnames.ofAssetWithExcluded) return null;
  const known = made.get(matching);
  if (known !== undefined) return known;
  const managed = managedAssets(classes);
  const index = (members: Uint32Array) =>
    indexKeys(hostnames.ofAssetWithExcluded, hostnames.keyCount, timing, members);
  const indexes: ExcludedNames = {
    managed: index(managed),
    managedWithoutMac: index(managed.filter((asset) => !hasMac(asset))),
    pool: index(pool!.members),
  };
  made.set(matching, indexes);
  return indexes;
}
