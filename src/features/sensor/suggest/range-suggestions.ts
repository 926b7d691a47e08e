import { listOf, type RaggedList, sharedIds } from '../../../arrays/ragged-list';
import { formatIpv4 } from '../../../identifiers/ip-address';
import type { Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import { counted } from '../../../wording/counts';
import { OUTCOME } from '../match/check';
import { distance, nearest } from '../match/key-index';
import { CLASS, type Matching, matchingOf } from '../match/matching';
import { HOUR } from '../read/assignment';
import { eachInSlices } from '../time-slice';
import type { SensorSuggestion, SharedAddress } from '../types/list';
import type { SensorResult } from '../types/result';

/** Addresses of a /24 that must support an advice, and how many times more than speak against it. Ours. */
const ENOUGH = 3;
const OUTWEIGHS = 4;
/** Assets of one address that are compared. */
const LOOKED_AT = 20;

interface Subnet {
  kept: number;
  reused: number;
  outside: number;
  configured: boolean;
}

/**
 * Subnets (/24, IPv4) that look static or dynamic. An address that assets with different MACs have was given
 * out again: dynamic. One that assets with the same MAC or host name have, last seen further apart than the
 * inactivity period, stayed with its device: static. Ranges that are configured already are left out.
 */
export async function suggestRanges(result: SensorResult, watch: Watch): Promise<SensorSuggestion[]> {
  const matching = matchingOf(result);
  const { addresses } = matching.inventory;
  const subnets = new Map<number, Subnet>();
  const byIp = assetsByIp(matching);
  await eachInSlices(addresses.table.size, watch, 'Looking at ranges', (ip) => {
    const value = addresses.table.ipv4(ip);
    if (value < 0) return;
    const subnet = subnetOf(subnets, Math.floor(value / 256));
    subnet.configured ||= isConfigured(matching, ip);
    const kind = useOf(matching, listOf(byIp, ip).subarray(0, LOOKED_AT));
    if (kind !== null) subnet[kind]++;
  });
  await eachInSlices(result.passive.length, watch, 'Looking at ranges', (verdict) => {
    if (result.outcomes[verdict] !== OUTCOME.separate) return;
    for (const ip of outsideWindow(matching, result.passive[verdict]!)) {
      subnetOf(subnets, Math.floor(addresses.table.ipv4(ip) / 256)).outside++;
    }
  });
  return [...subnets].flatMap(([number, subnet]) => advice(number, subnet));
}

function advice(number: number, subnet: Subnet): SensorSuggestion[] {
  const { kept, reused, outside, configured } = subnet;
  if (configured) return [];
  const range = `${formatIpv4(number * 256)}/24`;
  if (kept >= ENOUGH && kept >= reused * OUTWEIGHS) {
    const text = `${range} looks static: ${counted(kept, 'address', 'addresses')} stayed with one device for longer than the inactivity period.${waiting(outside)}`;
    return [
      {
        kind: 'range',
        range,
        assignment: 'static',
        supporting: kept,
        against: reused,
        outsideWindow: outside,
        text,
      },
    ];
  }
  if (reused >= ENOUGH && reused >= kept * OUTWEIGHS) {
    const text = `${range} looks dynamic: ${counted(reused, 'address', 'addresses')} moved from one MAC address to another.`;
    return [
      {
        kind: 'range',
        range,
        assignment: 'dynamic',
        supporting: reused,
        against: kept,
        outsideWindow: outside,
        text,
      },
    ];
  }
  return [];
}

function subnetOf(subnets: Map<number, Subnet>, number: number): Subnet {
  let subnet = subnets.get(number);
  if (subnet === undefined) {
    subnet = { kept: 0, reused: 0, outside: 0, configured: false };
    subnets.set(number, subnet);
  }
  return subnet;
}

function isConfigured(matching: Matching, ip: number): boolean {
  if (matching.settings.ranges.length === 0) return false;
  const { assignments } = matching.addresses;
  return assignments.covers(matching.inventory.addresses.table.address(ip));
}

/** Whether the assets with one address show that it stayed with a device or went to another. */
function useOf(matching: Matching, assets: Uint32Array): 'kept' | 'reused' | null {
  const { macs, hostnames } = matching.inventory;
  const { lastSeen } = matching.timing;
  const window = matching.settings.ipInactivityHours * HOUR;
  let kept = false;
  for (let first = 0; first < assets.length; first++) {
    for (let second = first + 1; second < assets.length; second++) {
      const [a, b] = [assets[first]!, assets[second]!];
      const sameMac = sharedIds(macs.ofAsset, a, b).length > 0;
      if (matching.hasMac(a) && matching.hasMac(b) && !sameMac) return 'reused';
      const same = sameMac || sharedIds(hostnames.ofAsset, a, b).length > 0;
      if (same && Math.abs(lastSeen[a]! - lastSeen[b]!) > window) kept = true;
    }
  }
  return kept ? 'kept' : null;
}

/** Addresses that a managed asset has in the same network, outside the window. */
function outsideWindow(matching: Matching, asset: AssetIndex): number[] {
  const { addresses, managed, timing, classes, inventory } = matching;
  if (classes[asset] === CLASS.caps) return [];
  const found: number[] = [];
  for (const pair of listOf(addresses.ofAsset, asset)) {
    const time = timing.lastSeen[asset]!;
    const other = nearest(managed.networkAddress, pair, time);
    if (other < 0 || distance(timing, time, other) === Number.POSITIVE_INFINITY) continue;
    if (inventory.addresses.table.ipv4(addresses.ip(pair)) >= 0) found.push(addresses.ip(pair));
  }
  return [...new Set(found)];
}

/** Managed and passive assets of each address, in dataset order. */
function assetsByIp(matching: Matching): RaggedList {
  const { ofAsset, table } = matching.inventory.addresses;
  const starts = new Uint32Array(table.size + 1);
  const each = (visit: (ip: number, asset: AssetIndex) => void) =>
    matching.classes.forEach((code, asset) => {
      if (code !== CLASS.other) for (const ip of listOf(ofAsset, asset)) visit(ip, asset);
    });
  each((ip) => {
    starts[ip + 1]!++;
  });
  for (let ip = 0; ip < table.size; ip++) starts[ip + 1]! += starts[ip]!;
  const next = starts.slice();
  const ids = new Uint32Array(starts[table.size]!);
  each((ip, asset) => {
    ids[next[ip]!++] = asset;
  });
  return { ids, starts };
}

/** Shared addresses that are listed. */
const MOST_ADDRESSES = 1000;

/** IP addresses that managed or passive assets have in more than one network, most assets first. */
export function findSharedAddresses(result: SensorResult): { list: SharedAddress[]; count: number } {
  const matching = matchingOf(result);
  const { addresses, inventory } = matching;
  const networks = new Map<number, number[]>();
  const seen = new Int32Array(inventory.addresses.table.size).fill(-1);
  for (let pair = 0; pair < addresses.count; pair++) {
    const ip = addresses.ip(pair);
    const known = networks.get(ip);
    if (seen[ip] === -1) seen[ip] = pair;
    else if (known) known.push(addresses.network(pair));
    else networks.set(ip, [addresses.network(seen[ip]!), addresses.network(pair)]);
  }
  const byIp = networks.size === 0 ? null : assetsByIp(matching);
  const list = [...networks].map(([ip, numbers]) => ({
    ip: inventory.addresses.table.text(ip),
    networks: numbers.map((network) => addresses.networks.label(network)),
    assets: listOf(byIp!, ip).length,
  }));
  list.sort((a, b) => b.assets - a.assets || (a.ip < b.ip ? -1 : 1));
  return { list: list.slice(0, MOST_ADDRESSES), count: list.length };
}

/** Separate assets that the advice would help at once; nothing where there are none. */
function waiting(outside: number): string {
  if (outside === 0) return '';
  return ` Only the time keeps ${counted(outside, 'separate asset')} apart there.`;
}
