import { canonicalName } from '../../../identifiers/hostname';
import { codeAt, itemStart, itemStop } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AssetIndex } from '../../../model/units';
import type { SensorSettings } from '../types/settings';
import type { Addresses } from './addresses';
import { RangeList } from './range-list';

/** The number of the global default network. */
export const GLOBAL_DEFAULT = 0;
const GLOBAL_NAME = 'global default network';
/** What stands in a network field for "there is none". Ours. */
const PLACEHOLDERS = new Set(['', '0', '-', 'n/a', 'none', 'null', 'not specified']);
const NIL_UUID = /^[0-]+$/;

/** Where the network of an asset's address comes from. */
export type NetworkOrigin = 'feature-off' | 'export' | 'sensor' | 'range' | 'default';

/**
 * Networks as numbers. A name that goes with exactly one network ID in the export is that network: so a sensor
 * put into "N1" by the settings meets assets that the export puts there by ID (ours).
 */
export class Networks {
  private readonly labels: string[] = ['Global default network'];
  private readonly numbers = new Map<string, number>([[GLOBAL_NAME, GLOBAL_DEFAULT]]);
  private readonly idOfName: ReadonlyMap<string, string>;
  private readonly ofSensor = new Map<string, number>();
  private readonly ranges: RangeList<number>;
  private readonly ofAddress: Int32Array;
  private readonly ofPair = new Map<number, number>();
  private readonly ofSensorCode: Int32Array;

  constructor(
    private readonly dataset: Dataset,
    private readonly settings: SensorSettings,
    private readonly addresses: Addresses,
  ) {
    this.idOfName = namesWithOneId(dataset);
    const ranges: [string, number][] = [];
    for (const network of settings.networks) {
      const number = this.numberOf(network.name, network.name);
      for (const sensor of network.sensors) this.ofSensor.set(canonicalName(sensor), number);
      for (const range of network.ranges) ranges.push([range, number]);
    }
    // A range that is given out in a network lies in it, unless `networks` says where it lies.
    for (const range of settings.ranges) {
      const name = range.network?.trim();
      if (name) ranges.push([range.range, this.numberOf(name, name)]);
    }
    this.ranges = new RangeList(ranges);
    this.ofAddress = new Int32Array(addresses.table.size).fill(-1);
    this.ofSensorCode = Int32Array.from(
      dataset.columns.sensorName.dictionary,
      (sensor) => this.ofSensor.get(canonicalName(sensor)) ?? -1,
    );
  }

  get size(): number {
    return this.labels.length;
  }

  label(network: number): string {
    return this.labels[network]!;
  }

  /** The number of the network that the settings call so. */
  named(name: string): number {
    return this.numberOf(name, name);
  }

  /** The networks in which the asset has the address, at least one, and where that is known from. */
  of(asset: AssetIndex, ip: number): { networks: readonly number[]; origin: NetworkOrigin } {
    if (!this.settings.networkFeature) return { networks: [GLOBAL_DEFAULT], origin: 'feature-off' };
    const exported = this.exportedNetwork(asset);
    if (exported >= 0) return { networks: [exported], origin: 'export' };
    const bySensor = this.sensorNetworks(asset);
    if (bySensor.length > 0) return { networks: bySensor, origin: 'sensor' };
    const byRange = this.rangeNetwork(ip);
    if (byRange >= 0) return { networks: [byRange], origin: 'range' };
    return { networks: [GLOBAL_DEFAULT], origin: 'default' };
  }

  /** What the export says: ID before name; -1 if it says nothing. */
  private exportedNetwork(asset: AssetIndex): number {
    const { networkId, networkName } = this.dataset.columns;
    const id = asset < networkId.codes.length ? networkId.codes[asset]! : 0;
    const name = asset < networkName.codes.length ? networkName.codes[asset]! : 0;
    if (id === 0 && name === 0) return -1;
    const pair = id * networkName.dictionary.length + name;
    let network = this.ofPair.get(pair);
    if (network === undefined) {
      network = this.exportedPair(codeAt(networkId, asset), codeAt(networkName, asset));
      this.ofPair.set(pair, network);
    }
    return network;
  }

  private exportedPair(id: string, name: string): number {
    if (canonicalName(name) === GLOBAL_NAME) return GLOBAL_DEFAULT;
    if (!isBlank(id)) return this.numberOf(id, isBlank(name) ? id : name);
    return isBlank(name) ? -1 : this.numberOf(name, name);
  }

  private sensorNetworks(asset: AssetIndex): number[] {
    const { stops, codes } = this.dataset.columns.sensorName;
    const found: number[] = [];
    const stop = itemStop(stops, asset);
    for (let item = itemStart(stops, asset); item < stop; item++) {
      const network = this.ofSensorCode[codes[item]!]!;
      if (network >= 0 && !found.includes(network)) found.push(network);
    }
    return found;
  }

  private rangeNetwork(ip: number): number {
    if (this.ranges.size === 0) return -1;
    if (this.ofAddress[ip] === -1) {
      const [network = -2] = this.ranges.at(this.addresses.table.address(ip));
      this.ofAddress[ip] = network;
    }
    return this.ofAddress[ip]!;
  }

  private numberOf(idOrName: string, label: string): number {
    const key = canonicalName(idOrName);
    const resolved = this.idOfName.get(key) ?? key;
    const known = this.numbers.get(resolved) ?? this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.labels.push(label.trim()) - 1;
    this.numbers.set(resolved, number);
    return number;
  }
}

function isBlank(text: string): boolean {
  const name = canonicalName(text);
  return PLACEHOLDERS.has(name) || NIL_UUID.test(name);
}

/** Names of networks that stand beside one ID only, with that ID. */
function namesWithOneId(dataset: Dataset): Map<string, string> {
  const { networkId, networkName } = dataset.columns;
  const pairs = new Set<number>();
  const size = Math.min(networkId.codes.length, networkName.codes.length);
  const names = networkName.dictionary.length;
  for (let asset = 0; asset < size; asset++) {
    if (networkId.codes[asset] !== 0 && networkName.codes[asset] !== 0) {
      pairs.add(networkId.codes[asset]! * names + networkName.codes[asset]!);
    }
  }
  const ids = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const id = networkId.dictionary[Math.floor(pair / names)]!;
    const name = canonicalName(networkName.dictionary[pair % names]!);
    if (isBlank(id) || isBlank(name) || name === GLOBAL_NAME) continue;
    ids.set(name, (ids.get(name) ?? new Set()).add(canonicalName(id)));
  }
  return new Map([...ids].flatMap(([name, set]) => (set.size === 1 ? [[name, [...set][0]!]] : [])));
}
