import { hasText, textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AssetIndex } from '../../../model/units';
import { hostIdOf } from './ids';

/** The host ids of the redundant records, and how many records have none that may be listed. */
export interface HostIds {
  /** Ascending by the record's place; none twice. */
  readonly ids: readonly string[];
  readonly byAsset: ReadonlyMap<AssetIndex, string>;
  /** Records without a host id. */
  readonly none: number;
  /** Records whose host id a record that stays has too: purging it would purge that one. */
  readonly shared: number;
  /** Records whose two host ids differ. */
  readonly differing: number;
}

/** Reads the host ids of the listed records. Linear in the assets of the dataset, since any may have the same one. */
export function hostIdsOf(dataset: Dataset, listed: ReadonlySet<AssetIndex>): HostIds {
  const own = new Map<AssetIndex, string>();
  const wanted = new Set<string>();
  let none = 0;
  let differing = 0;
  for (const asset of listed) {
    const id = hostIdOf(dataset, asset);
    if (id === null) none++;
    else if (id === 'differing') differing++;
    else {
      own.set(asset, id);
      wanted.add(id);
    }
  }
  const staying = idsOfOthers(dataset, listed, wanted);
  const byAsset = new Map([...own].filter(([, id]) => !staying.has(id)).sort(([a], [b]) => a - b));
  return {
    ids: [...new Set(byAsset.values())],
    byAsset,
    none,
    shared: own.size - byAsset.size,
    differing,
  };
}

/** Which of the wanted host ids a record has that is not listed. Either field counts: rather one id too few. */
function idsOfOthers(
  dataset: Dataset,
  listed: ReadonlySet<AssetIndex>,
  wanted: ReadonlySet<string>,
): Set<string> {
  const { hostId, qwebHostId } = dataset.columns;
  const found = new Set<string>();
  if (wanted.size === 0) return found;
  for (let asset = 0; asset < dataset.size; asset++) {
    if (listed.has(asset)) continue;
    for (const column of [hostId, qwebHostId]) {
      if (!hasText(column, asset)) continue;
      const id = textAt(column, asset).trim();
      if (wanted.has(id)) found.add(id);
    }
  }
  return found;
}
