import { listOf, type RaggedList, RaggedListBuilder } from '../../../arrays/ragged-list';
import { canonicalDnsName } from '../../../identifiers/hostname';
import type { Watch } from '../../../model/progress';
import { encodeText } from '../../../model/text';
import type { Hostnames } from '../read/hostnames';
import { matchesWildcard } from '../read/wildcard';
import { eachInSlices } from '../time-slice';
import type { SensorSettings } from '../types/settings';

/**
 * What host names are compared by: a name itself and, for each configured domain that it ends with, the name
 * without it. Two names are the same if they share one of these.
 */
export interface HostnameKeys {
  /** Keys are numbers of `Hostnames.table`, to which shortened names are added. */
  readonly keyCount: number;
  /** The keys of each distinct name, excluded or not. */
  readonly ofName: RaggedList;
  /** Index into the exclusion list plus one, for each distinct name; 0: not excluded. */
  readonly excludedBy: Uint16Array;
  /** Keys of each asset, excluded names left out. */
  readonly ofAsset: RaggedList;
  /** Keys of each asset, excluded names included; the same object where nothing is excluded. */
  readonly ofAssetWithExcluded: RaggedList;
}

/** A configured domain as it is compared: lower-case, without dots at its ends. */
export function canonicalDomain(domain: string): string {
  return canonicalDnsName(domain).replace(/^\.+/, '');
}

/** Applies domains and exclusions to the host names of the dataset. */
export async function readHostnameKeys(
  hostnames: Hostnames,
  settings: SensorSettings,
  watch: Watch,
): Promise<HostnameKeys> {
  const { table } = hostnames;
  const domains = settings.domains.map(canonicalDomain).filter((domain) => domain !== '');
  const suffixes = domains.map((domain) => encodeText(`.${domain}`));
  const exclusion = exclusionList(settings.excludedHostnames);
  const names = table.size;
  const keys = new RaggedListBuilder(names);
  const excludedBy = new Uint16Array(names);
  await eachInSlices(names, watch, 'Comparing host names', (name) => {
    keys.add(name);
    for (const suffix of suffixes) {
      const bytes = table.view(name);
      const length = bytes.length - suffix.length;
      if (length > 0 && endsWith(bytes, suffix)) keys.add(table.intern(bytes.slice(0, length), 0, length));
    }
    keys.close();
  });
  const ofName = keys.finish();
  if (exclusion.size > 0) {
    await eachInSlices(names, watch, 'Comparing host names', (name) => {
      for (const key of listOf(ofName, name)) excludedBy[name] ||= exclusion.find(table.text(key));
    });
  }
  const withExcluded = suffixes.length === 0 ? hostnames.ofAsset : spread(hostnames.ofAsset, ofName, null);
  return {
    keyCount: table.size,
    ofName,
    excludedBy,
    ofAsset: excludedBy.some((entry) => entry > 0)
      ? spread(hostnames.ofAsset, ofName, excludedBy)
      : withExcluded,
    ofAssetWithExcluded: withExcluded,
  };
}

/** From names of assets to keys of assets. */
function spread(ofAsset: RaggedList, ofName: RaggedList, excludedBy: Uint16Array | null): RaggedList {
  const size = ofAsset.starts.length - 1;
  const lists = new RaggedListBuilder(size);
  for (let asset = 0; asset < size; asset++) {
    for (let at = ofAsset.starts[asset]!; at < ofAsset.starts[asset + 1]!; at++) {
      const name = ofAsset.ids[at]!;
      if (excludedBy !== null && excludedBy[name] !== 0) continue;
      for (let key = ofName.starts[name]!; key < ofName.starts[name + 1]!; key++) lists.add(ofName.ids[key]!);
    }
    lists.close();
  }
  return lists.finish();
}

/** Looks names up in the exclusion list: whole names by hash, only the entries with `*` one after another. */
export function exclusionList(patterns: readonly string[]): {
  readonly size: number;
  /** The number of the first entry that covers the name, from 1; 0 if none does. */
  find(name: string): number;
} {
  const whole = new Map<string, number>();
  const wild: [string, number][] = [];
  patterns.forEach((text, index) => {
    const pattern = canonicalDnsName(text);
    if (pattern.includes('*')) wild.push([pattern, index + 1]);
    else if (!whole.has(pattern)) whole.set(pattern, index + 1);
  });
  return {
    size: patterns.length,
    find: (name) => {
      let first = whole.get(name) ?? Number.POSITIVE_INFINITY;
      for (const [pattern, entry] of wild) {
        if (entry >= first) break;
        if (matchesWildcard(pattern, name)) first = entry;
      }
      return first === Number.POSITIVE_INFINITY ? 0 : first;
    },
  };
}

function endsWith(bytes: Uint8Array, suffix: Uint8Array): boolean {
  const offset = bytes.length - suffix.length;
  for (let at = suffix.length - 1; at >= 0; at--) if (bytes[offset + at] !== suffix[at]) return false;
  return true;
}
