import { sortByNumber } from '../../../arrays/radix-sort';
import { hasAny, type RaggedList } from '../../../arrays/ragged-list';
import type { Dataset } from '../../../model/dataset';
import type { Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import { type CorrelationIds, readCorrelationIds } from '../read/correlation';
import { type Inventory, readInventory } from '../read/inventory';
import { mobileTeller } from '../read/mobile';
import { type NetworkAddresses, readNetworkAddresses } from '../read/network-addresses';
import { classifyAssets } from '../read/source-class';
import type { SensorResult } from '../types/result';
import type { SensorSettings } from '../types/settings';
import { type HostnameKeys, readHostnameKeys } from './hostname-keys';
import { indexKeysInSlices, type KeyIndex, type Timing } from './key-index';

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
  const all = managedAssets(classes);
  const index = (keys: RaggedList, count: number, members = all) =>
    indexKeysInSlices(keys, count, timing, members, watch);
  const withoutMac = classes.includes(CLASS.caps) ? all.filter((asset) => !hasMac(asset)) : NOBODY;
  const managed: ManagedIndexes = {
    correlation: await index(correlation.ofAsset, correlation.table.size),
    mac: await index(inventory.macs.ofAsset, inventory.macs.table.size),
    hostname: await index(hostnames.ofAsset, hostnames.keyCount),
    hostnameWithoutMac: await index(hostnames.ofAsset, hostnames.keyCount, withoutMac),
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

/** Only CAPS assets look among managed assets without a MAC: where there are none, nobody does. */
const NOBODY = new Uint32Array(0);

/** Indexes the passive assets that are left over. */
export async function indexPool(
  matching: Matching,
  members: Uint32Array,
  watch: Watch,
): Promise<PoolIndexes> {
  const { inventory, hostnames, addresses, timing, classes, hasMac } = matching;
  const byAddress = members.filter((asset) => classes[asset] === CLASS.passive && !hasMac(asset));
  const { addresses: ips, macs } = inventory;
  const index = (keys: RaggedList, count: number, of: Uint32Array) =>
    indexKeysInSlices(keys, count, timing, of, watch);
  return {
    members,
    mac: await index(macs.ofAsset, macs.table.size, members),
    hostname: await index(hostnames.ofAsset, hostnames.keyCount, members),
    networkAddress: await index(addresses.ofAsset, addresses.count, byAddress),
    ip: await index(ips.ofAsset, ips.table.size, byAddress),
  };
}

/** In dataset order. */
export function managedAssets(classes: Uint8Array): Uint32Array {
  const found = new Uint32Array(classes.length);
  let count = 0;
  for (let asset = 0; asset < classes.length; asset++) {
    if (classes[asset] === CLASS.managed) found[count++] = asset;
  }
  return found.slice(0, count);
}

function orderByLastSeen(lastSeen: Float64Array, ranks: Uint32Array): Timing {
  const byId = new Uint32Array(ranks.length);
  for (let asset = 0; asset < ranks.length; asset++) byId[ranks[asset]!] = asset;
  const order = sortByNumber(byId, lastSeen);
  const places = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place]!] = place;
  return { lastSeen, ranks, order, places };
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
