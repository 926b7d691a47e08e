import type { Dataset } from '../model/dataset';
import type { Watch } from '../model/progress';
import type { SensorResult } from '../model/sensor';
import type { SensorSettings } from '../model/sensor-settings';
import type { AssetIndex } from '../model/units';
import { sortByNumber } from './asset-order';
import { type CorrelationIds, readCorrelationIds } from './correlation';
import { type HostnameKeys, readHostnameKeys } from './hostname-keys';
import { type Inventory, readInventory } from './inventory';
import { indexKeys, type KeyIndex, type Timing } from './key-index';
import { hasAny, type Lists } from './lists';
import { mobileTeller } from './mobile';
import { type NetworkAddresses, readNetworkAddresses } from './network-addresses';
import { classifyAssets } from './source-class';

/** Codes of `ASSET_CLASSES`. */
export const CLASS = { other: 0, managed: 1, passive: 2, caps: 3 } as const;

/** Everything that assets are compared by under one set of settings. */
export interface Matching {
  readonly inventory: Inventory;
  readonly settings: SensorSettings;
  /** Index into `ASSET_CLASSES`. */
  readonly classes: Uint8Array;
  readonly timing: Timing;
  readonly correlation: CorrelationIds;
  readonly hostnames: HostnameKeys;
  readonly addresses: NetworkAddresses;
  readonly managed: ManagedIndexes;
  /** Filled once it is known which passive assets fold into no managed one. */
  pool: PoolIndexes | null;
  hasMac(asset: AssetIndex): boolean;
  isMobile(asset: AssetIndex): boolean;
}

/** Managed assets by each of their identifiers. */
export interface ManagedIndexes {
  readonly correlation: KeyIndex;
  readonly mac: KeyIndex;
  readonly hostname: KeyIndex;
  /** Those without any MAC: the only ones that CAPS matches by host name. */
  readonly hostnameWithoutMac: KeyIndex;
  readonly networkAddress: KeyIndex;
  readonly ip: KeyIndex;
}

/** Passive assets that fold into no managed one, by their identifiers. */
export interface PoolIndexes {
  readonly members: Uint32Array;
  readonly mac: KeyIndex;
  /** Mobile devices included. */
  readonly hostname: KeyIndex;
  /** Of sensors (not CAPS), without a learnt MAC. */
  readonly networkAddress: KeyIndex;
  readonly ip: KeyIndex;
}

/** Reads the dataset under the settings and indexes its managed assets. */
export async function readMatching(
  dataset: Dataset,
  settings: SensorSettings,
  watch: Watch,
): Promise<Matching> {
  const inventory = await readInventory(dataset, watch);
  const { ofAsset: classes, lastSeen } = await classifyAssets(dataset, settings, watch);
  const correlation = await readCorrelationIds(dataset, settings.correlationIdField, watch);
  const hostnames = await readHostnameKeys(inventory.hostnames, settings, watch);
  const addresses = await readNetworkAddresses(dataset, inventory.addresses, settings, classes, watch);
  const timing = orderByLastSeen(lastSeen, inventory.ranks);
  const hasMac = (asset: AssetIndex) => hasAny(inventory.macs.ofAsset, asset);
  const isManaged = (asset: AssetIndex) => classes[asset] === CLASS.managed;
  const index = async (keys: Lists, count: number, takes = isManaged) => {
    await watch.pause();
    return indexKeys(keys, count, timing, takes);
  };
  const managed: ManagedIndexes = {
    correlation: await index(correlation.ofAsset, correlation.table.size),
    mac: await index(inventory.macs.ofAsset, inventory.macs.table.size),
    hostname: await index(hostnames.ofAsset, hostnames.keyCount),
    hostnameWithoutMac: await index(
      hostnames.ofAsset,
      hostnames.keyCount,
      (asset) => isManaged(asset) && !hasMac(asset),
    ),
    networkAddress: await index(addresses.ofAsset, addresses.count),
    ip: await index(inventory.addresses.ofAsset, inventory.addresses.table.size),
  };
  const isMobile = mobileTeller(dataset, settings);
  return {
    inventory,
    settings,
    classes,
    timing,
    correlation,
    hostnames,
    addresses,
    managed,
    pool: null,
    hasMac,
    isMobile,
  };
}

/** Indexes the passive assets that are left over. */
export function indexPool(matching: Matching, members: Uint32Array): PoolIndexes {
  const { inventory, hostnames, addresses, timing, classes, hasMac } = matching;
  const inPool = new Uint8Array(classes.length);
  for (const asset of members) inPool[asset] = 1;
  const all = (asset: AssetIndex) => inPool[asset] === 1;
  const byAddress = (asset: AssetIndex) => all(asset) && classes[asset] === CLASS.passive && !hasMac(asset);
  const { addresses: ips, macs } = inventory;
  return {
    members,
    mac: indexKeys(macs.ofAsset, macs.table.size, timing, all),
    hostname: indexKeys(hostnames.ofAsset, hostnames.keyCount, timing, all),
    networkAddress: indexKeys(addresses.ofAsset, addresses.count, timing, byAddress),
    ip: indexKeys(ips.ofAsset, ips.table.size, timing, byAddress),
  };
}

function orderByLastSeen(lastSeen: Float64Array, ranks: Uint32Array): Timing {
  const byId = new Uint32Array(ranks.length);
  for (let asset = 0; asset < ranks.length; asset++) byId[ranks[asset]!] = asset;
  return { lastSeen, ranks, order: sortByNumber(byId, lastSeen) };
}

const matchings = new WeakMap<SensorResult, Matching>();

/** Keeps what a result was made from, for its details. */
export function keepMatching(result: SensorResult, matching: Matching): void {
  matchings.set(result, matching);
}

/** What a result was made from. A result is good only in the worker that made it. */
export function matchingOf(result: SensorResult): Matching {
  const matching = matchings.get(result);
  if (matching === undefined) throw new Error('This sensor result was not made here.');
  return matching;
}
