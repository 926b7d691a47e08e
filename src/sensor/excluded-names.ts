import type { AssetIndex } from '../model/units';
import { indexKeys, type KeyIndex } from './key-index';
import { CLASS, type Matching } from './matching';

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
  const inPool = new Uint8Array(classes.length);
  for (const asset of pool!.members) inPool[asset] = 1;
  const index = (takes: (asset: AssetIndex) => boolean) =>
    indexKeys(hostnames.ofAssetWithExcluded, hostnames.keyCount, timing, takes);
  const managed = (asset: AssetIndex) => classes[asset] === CLASS.managed;
  const indexes: ExcludedNames = {
    managed: index(managed),
    managedWithoutMac: index((asset) => managed(asset) && !hasMac(asset)),
    pool: index((asset) => inPool[asset] === 1),
  };
  made.set(matching, indexes);
  return indexes;
}
