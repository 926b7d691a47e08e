import type { Dataset } from '../../../model/dataset';
import type { Watch } from '../../../model/progress';
import { type Addresses, readAddresses } from './addresses';
import { rankAssetIds } from './asset-order';
import { type Hostnames, readHostnames } from './hostnames';
import { type Macs, readMacs } from './mac-addresses';

/** What the check reads from a dataset whatever the settings say: done once, so that a changed setting is quick. */
export interface Inventory {
  readonly dataset: Dataset;
  readonly hostnames: Hostnames;
  readonly addresses: Addresses;
  readonly macs: Macs;
  /** Place of each asset in the numeric order of asset ids. */
  readonly ranks: Uint32Array;
}

const read = new WeakMap<Dataset, Inventory>();

/** Reads the dataset, or takes what was read before. */
export async function readInventory(dataset: Dataset, watch: Watch): Promise<Inventory> {
  const known = read.get(dataset);
  if (known !== undefined) return known;
  const inventory: Inventory = {
    dataset,
    hostnames: await readHostnames(dataset, watch),
    addresses: await readAddresses(dataset, watch),
    macs: await readMacs(dataset, watch),
    ranks: rankAssetIds(dataset.columns.assetId, dataset.size),
  };
  read.set(dataset, inventory);
  return inventory;
}
