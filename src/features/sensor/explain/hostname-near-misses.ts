import { listOf, sharedIds } from '../../../arrays/ragged-list';
import type { AssetIndex } from '../../../model/units';
import { type DomainLinks, domainLinks, domainOfLink } from '../match/domain-links';
import { closer, type KeyIndex, nearestWhere } from '../match/key-index';
import { CLASS, type Matching } from '../match/matching';
import { excludedNames } from '../read/excluded-names';
import { assetWords } from '../report/words';
import type { NearMiss } from '../types/result';

/** Domains named for one asset, and links followed from one name. */
const MOST_DOMAINS = 3;
const MOST_LINKS = 32;

/** Near misses by host name: a domain to add, the exclusion list, a mobile device, CAPS's own rule. */
export function hostnameNearMisses(matching: Matching, asset: AssetIndex): NearMiss[] {
  return [
    ...domainNearMisses(matching, asset),
    ...excludedNearMisses(matching, asset),
    ...capsNearMiss(matching, asset),
    ...mobileNearMiss(matching, asset),
  ];
}

/** The index of managed assets that may match this one by host name. */
function managedByName({ managed, classes }: Matching, asset: AssetIndex): KeyIndex {
  return classes[asset] === CLASS.caps ? managed.hostnameWithoutMac : managed.hostname;
}

function domainNearMisses(matching: Matching, asset: AssetIndex): NearMiss[] {
  const links = domainLinks(matching);
  if (links.names.length === 0) return [];
  const found = new Map<string, { candidate: AssetIndex; managed: boolean; hostname: number }>();
  const time = matching.timing.lastSeen[asset]!;
  const consider = (domain: string, candidate: AssetIndex, managed: boolean, hostname: number) => {
    const before = found.get(domain);
    if (candidate < 0 || (before?.managed && !managed)) return;
    const best =
      before?.managed === managed ? closer(matching.timing, time, before.candidate, candidate) : candidate;
    if (best !== before?.candidate) found.set(domain, { candidate: best, managed, hostname });
  };
  for (const { link, key, hasName } of linksOf(matching, links, asset)) {
    const domain = domainOfLink(matching, links, link);
    const accepts = (other: AssetIndex) =>
      other !== asset &&
      (hasName < 0 || listOf(matching.inventory.hostnames.ofAsset, other).includes(hasName));
    const hostname = links.names[link]!;
    consider(domain, nearestWhere(managedByName(matching, asset), key, time, accepts), true, hostname);
    if (matching.isMobile(asset)) continue;
    const sameKind = (other: AssetIndex) => accepts(other) && !matching.isMobile(other);
    consider(domain, nearestWhere(matching.pool!.hostname, key, time, sameKind), false, hostname);
  }
  return [...found]
    .sort(([, a], [, b]) => Number(b.managed) - Number(a.managed))
    .slice(0, MOST_DOMAINS)
    .map(([domain, { candidate, managed, hostname }]) => {
      const name = matching.inventory.hostnames.table.text(hostname);
      return {
        kind: 'domain',
        criterion: 'hostname',
        candidate,
        candidateClass: managed ? 'managed' : 'passive',
        row: managed ? 'R3' : null,
        text: `Merges with ${assetWords(matching.inventory.dataset, candidate)} by host name if ${domain} is among the configured domains.`,
        domain,
        hostname: name,
      };
    });
}

/**
 * Links between the asset's names and those of others: either its own name shortened is the other's key, or
 * the other's name (`hasName`) shortened is a key of this asset.
 */
function* linksOf(matching: Matching, links: DomainLinks, asset: AssetIndex) {
  for (const name of listOf(matching.inventory.hostnames.ofAsset, asset)) {
    for (let link = links.startsByName[name]!; link < links.startsByName[name + 1]!; link++) {
      yield { link, key: links.keys[link]!, hasName: -1 };
    }
  }
  for (const key of listOf(matching.hostnames.ofAsset, asset)) {
    const start = links.startsByKey[key]!;
    const stop = Math.min(links.startsByKey[key + 1]!, start + MOST_LINKS);
    for (let at = start; at < stop; at++) {
      const link = links.byKey[at]!;
      yield { link, key: links.names[link]!, hasName: links.names[link]! };
    }
  }
}

function excludedNearMisses(matching: Matching, asset: AssetIndex): NearMiss[] {
  const excluded = excludedNames(matching);
  if (excluded === null) return [];
  const names = matching.classes[asset] === CLASS.caps ? excluded.managedWithoutMac : excluded.managed;
  const byManaged = nearestSharing(matching, names, asset, () => true);
  const mobile = matching.isMobile(asset);
  const byPassive = mobile
    ? null
    : nearestSharing(matching, excluded.pool, asset, (other) => !matching.isMobile(other));
  return [byManaged, byPassive].flatMap((found, at): NearMiss[] => {
    if (found === null) return [];
    const { dataset, hostnames } = matching.inventory;
    const { name, entry } = excludedName(matching, asset, found);
    const pattern = matching.settings.excludedHostnames[entry - 1] ?? '';
    const hostname = hostnames.table.text(name);
    return [
      {
        kind: 'excluded-hostname',
        criterion: 'hostname',
        candidate: found,
        candidateClass: at === 0 ? 'managed' : 'passive',
        row: at === 0 ? 'R3' : null,
        text: `Shares the host name ${hostname} with ${assetWords(dataset, found)}, but “${pattern}” is on the exclusion list.`,
        pattern,
        hostname,
      },
    ];
  });
}

/** The excluded name through which two assets would match, with the entry that excludes it. */
function excludedName(matching: Matching, asset: AssetIndex, other: AssetIndex) {
  const { ofAsset } = matching.inventory.hostnames;
  const { ofName, excludedBy, ofAssetWithExcluded } = matching.hostnames;
  const shared = new Set(sharedIds(ofAssetWithExcluded, asset, other));
  for (const name of [...listOf(ofAsset, asset), ...listOf(ofAsset, other)]) {
    if (excludedBy[name] !== 0 && listOf(ofName, name).some((key) => shared.has(key))) {
      return { name, entry: excludedBy[name]! };
    }
  }
  return { name: listOf(ofAsset, asset)[0] ?? 0, entry: 0 };
}

function capsNearMiss(matching: Matching, asset: AssetIndex): NearMiss[] {
  if (matching.classes[asset] !== CLASS.caps) return [];
  const found = nearestSharing(matching, matching.managed.hostname, asset, () => true, false);
  if (found === null) return [];
  const other = assetWords(matching.inventory.dataset, found);
  return [
    {
      kind: 'caps',
      criterion: 'hostname',
      candidate: found,
      candidateClass: 'managed',
      row: 'R3',
      text: `Shares a host name with ${other}, but that asset has a MAC address: Cloud Agent Passive Sensing then matches by MAC only.`,
    },
  ];
}

function mobileNearMiss(matching: Matching, asset: AssetIndex): NearMiss[] {
  const mobile = matching.isMobile(asset);
  const found = nearestSharing(
    matching,
    matching.pool!.hostname,
    asset,
    (other) => other !== asset && (mobile || matching.isMobile(other)),
    false,
  );
  if (found === null) return [];
  const { dataset } = matching.inventory;
  const which = mobile ? 'this asset is' : 'that one is';
  return [
    {
      kind: 'mobile',
      criterion: 'hostname',
      candidate: found,
      candidateClass: 'passive',
      row: null,
      text: `Shares a host name with ${assetWords(dataset, found)}, but ${which} a mobile device by the patterns of the settings, and passive mobile devices are not matched by host name.`,
    },
  ];
}

/** The nearest other asset of the index with a name in common, excluded names included where `all`. */
function nearestSharing(
  matching: Matching,
  index: KeyIndex,
  asset: AssetIndex,
  accepts: (asset: AssetIndex) => boolean,
  all = true,
): AssetIndex | null {
  const keys = all ? matching.hostnames.ofAssetWithExcluded : matching.hostnames.ofAsset;
  const time = matching.timing.lastSeen[asset]!;
  let best = -1;
  for (const key of listOf(keys, asset)) {
    const other = nearestWhere(index, key, time, (candidate) => candidate !== asset && accepts(candidate));
    best = closer(matching.timing, time, best, other);
  }
  return best < 0 ? null : best;
}
