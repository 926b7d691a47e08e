import { listOf } from '../../../arrays/ragged-list';
import type { Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import { counted } from '../../../wording/counts';
import { OUTCOME } from '../match/check';
import { CRITERION } from '../match/managed-match';
import { CLASS, type Matching, matchingOf } from '../match/matching';
import { excludedNames } from '../read/excluded-names';
import { eachInSlices } from '../time-slice';
import type { ExclusionEffect, SensorSuggestion } from '../types/list';
import type { SensorResult } from '../types/result';

/** From how many assets, and distinct MACs or IPs, on a shared host name looks like a default. Ours. */
const MANY = 5;
/** Assets of one name that are looked at; more change nothing in the advice. */
const LOOKED_AT = 5000;

/** Host names shared by many assets with different MACs or IPs: defaults that identify no device. */
export async function suggestExclusions(result: SensorResult, watch: Watch): Promise<SensorSuggestion[]> {
  const matching = matchingOf(result);
  const { managed, pool, inventory } = matching;
  const byName = new Map<number, number>();
  for (let verdict = 0; verdict < result.passive.length; verdict++) {
    if (result.criteria[verdict] !== CRITERION.hostname) continue;
    for (const key of listOf(matching.hostnames.ofAsset, result.passive[verdict]!)) {
      byName.set(key, (byName.get(key) ?? 0) + 1);
    }
  }
  const found: SensorSuggestion[] = [];
  const keys = [...byName.keys()];
  await eachInSlices(keys.length, watch, 'Looking for default host names', (at) => {
    const key = keys[at]!;
    const merging = byName.get(key)!;
    const others = listOf(managed.hostname.lists, key).length + listOf(pool!.hostname.lists, key).length;
    if (Math.max(merging, others) < MANY) return;
    const assets = sharing(matching, result, key);
    if (assets.length < MANY) return;
    const macs = distinct(inventory.macs.ofAsset, assets);
    const ips = distinct(inventory.addresses.ofAsset, assets);
    if (Math.max(macs, ips) < MANY) return;
    const hostname = inventory.hostnames.table.text(key);
    const text = `Exclude the host name ${hostname}: ${counted(assets.length, 'asset')} share it with ${counted(macs, 'MAC address', 'MAC addresses')} and ${counted(ips, 'IP address', 'IP addresses')}.`;
    found.push({ kind: 'exclude-hostname', hostname, assets: assets.length, macs, ips, merging, text });
  });
  return found;
}

/** Managed and passive assets with the key. */
function sharing(matching: Matching, result: SensorResult, key: number): AssetIndex[] {
  const all = [
    ...listOf(matching.managed.hostname.lists, key).subarray(0, LOOKED_AT),
    ...passiveByKey(matching, result, key),
  ];
  return [...new Set(all)];
}

const passiveKeys = new WeakMap<SensorResult, Map<number, AssetIndex[]>>();

function passiveByKey(matching: Matching, result: SensorResult, key: number): AssetIndex[] {
  let index = passiveKeys.get(result);
  if (index === undefined) {
    index = new Map();
    for (const asset of result.passive) {
      for (const own of listOf(matching.hostnames.ofAsset, asset)) {
        const known = index.get(own);
        if (known === undefined) index.set(own, [asset]);
        else if (known.length < LOOKED_AT) known.push(asset);
      }
    }
    passiveKeys.set(result, index);
  }
  return index.get(key) ?? [];
}

function distinct(keys: Matching['hostnames']['ofAsset'], assets: readonly AssetIndex[]): number {
  const found = new Set<number>();
  for (const asset of assets) for (const id of listOf(keys, asset)) found.add(id);
  return found.size;
}

/** What each entry of the exclusion list does: separate assets that would merge by a name it covers. */
export async function countExclusions(result: SensorResult, watch: Watch): Promise<ExclusionEffect[]> {
  const matching = matchingOf(result);
  const { excludedHostnames } = result.settings;
  if (excludedHostnames.length === 0) return [];
  const { excludedBy, ofName } = matching.hostnames;
  const hostnames = excludedHostnames.map(() => 0);
  const keptApart = excludedHostnames.map(() => 0);
  const seen = new Uint8Array(excludedBy.length);
  for (const name of matching.inventory.hostnames.ofAsset.ids) {
    if (excludedBy[name]! > 0 && seen[name] === 0) hostnames[excludedBy[name]! - 1]!++;
    seen[name] = 1;
  }
  const excluded = excludedNames(matching);
  await eachInSlices(
    excluded === null ? 0 : result.passive.length,
    watch,
    'Looking at exclusions',
    (verdict) => {
      const asset = result.passive[verdict]!;
      if (result.outcomes[verdict] !== OUTCOME.separate) return;
      const entries = new Set<number>();
      for (const name of listOf(matching.inventory.hostnames.ofAsset, asset)) {
        const entry = excludedBy[name]!;
        if (entry > 0 && listOf(ofName, name).some((key) => wouldMerge(matching, asset, key)))
          entries.add(entry);
      }
      for (const entry of entries) keptApart[entry - 1]!++;
    },
  );
  return excludedHostnames.map((pattern, at) => ({
    pattern,
    hostnames: hostnames[at]!,
    keptApart: keptApart[at]!,
  }));
}

function wouldMerge(matching: Matching, asset: AssetIndex, key: number): boolean {
  const excluded = excludedNames(matching)!;
  const caps = matching.classes[asset] === CLASS.caps;
  if (listOf((caps ? excluded.managedWithoutMac : excluded.managed).lists, key).length > 0) return true;
  if (matching.isMobile(asset)) return false;
  const members = listOf(excluded.pool.lists, key);
  const looked = Math.min(members.length, 64);
  for (let at = 0; at < looked; at++) {
    if (members[at] !== asset && !matching.isMobile(members[at]!)) return true;
  }
  return false;
}
