import { isDefaultName } from '../../../identifiers/default-names';
import { canonicalName } from '../../../identifiers/hostname';
import { assetsKeptApart } from '../../../identifiers/kept-apart-ids';
import { itemStart, itemStop, textsAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AssetIndex } from '../../../model/units';

/** Interfaces with so many unrelated names are those of several machines. */
const MOST_NAMES = 3;

/** Names of the asset's interfaces where they are those of three machines or more, else none. */
export function namesOfSeveralMachines(
  { columns: { interfaceHostnames } }: Dataset,
  asset: AssetIndex,
): readonly string[] {
  const count = itemStop(interfaceHostnames.stops, asset) - itemStart(interfaceHostnames.stops, asset);
  if (count < MOST_NAMES) return [];
  const names = new Set(
    textsAt(interfaceHostnames, asset)
      .map((name) => canonicalName(name).split('.')[0]!)
      .filter((name) => name !== '' && !isDefaultName(name)),
  );
  return names.size < MOST_NAMES ? [] : [...names];
}

/** Assets that stand for several machines: by the names of their interfaces, or because their ID is not theirs alone. */
export function assetsOfSeveralMachines(dataset: Dataset): ReadonlySet<AssetIndex> {
  const found = new Set([...assetsKeptApart(dataset.columns.assetId).values()].flat());
  for (let asset = 0; asset < dataset.size; asset++)
    if (namesOfSeveralMachines(dataset, asset).length > 0) found.add(asset);
  return found;
}
