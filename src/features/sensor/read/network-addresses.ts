import { NumberInterner } from '../../../arrays/number-interner';
import { listOf, type RaggedList, RaggedListBuilder } from '../../../arrays/ragged-list';
import type { Dataset } from '../../../model/dataset';
import type { Watch } from '../../../model/progress';
import { eachInSlices } from '../time-slice';
import type { SensorSettings } from '../types/settings';
import type { Addresses } from './addresses';
import { Assignments } from './assignment';
import { Networks } from './networks';

/** More networks than one dataset has; keeps address and network in one number. */
const MOST_NETWORKS = 2 ** 20;

/** Addresses together with the network they are in: what two assets must share to match by IP. */
export interface NetworkAddresses {
  readonly count: number;
  readonly ofAsset: RaggedList;
  readonly networks: Networks;
  readonly assignments: Assignments;
  /** Milliseconds that two reports of each network address may lie apart; infinite for static. */
  readonly windows: Float64Array;
  ip(pair: number): number;
  network(pair: number): number;
}

/** Puts the addresses of managed and passive assets into networks. */
export async function readNetworkAddresses(
  dataset: Dataset,
  addresses: Addresses,
  settings: SensorSettings,
  classes: Uint8Array,
  watch: Watch,
): Promise<NetworkAddresses> {
  const networks = new Networks(dataset, settings, addresses);
  const assignments = new Assignments(settings, networks);
  const table = new NumberInterner();
  const lists = new RaggedListBuilder(dataset.size);
  await eachInSlices(dataset.size, watch, 'Finding networks', (asset) => {
    if (classes[asset] !== 0) {
      for (const ip of listOf(addresses.ofAsset, asset)) {
        for (const network of networks.of(asset, ip).networks)
          lists.add(table.intern(ip * MOST_NETWORKS + network));
      }
    }
    lists.close();
  });
  const ip = (pair: number) => Math.floor(table.value(pair) / MOST_NETWORKS);
  const network = (pair: number) => table.value(pair) % MOST_NETWORKS;
  const windows = new Float64Array(table.size);
  await eachInSlices(table.size, watch, 'Finding ranges', (pair) => {
    windows[pair] = assignments.at(addresses.table.address(ip(pair)), network(pair)).window;
  });
  return { count: table.size, ofAsset: lists.finish(), networks, assignments, windows, ip, network };
}
