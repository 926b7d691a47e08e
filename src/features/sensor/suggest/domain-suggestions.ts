import { listOf } from '../../../arrays/ragged-list';
import type { Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import { counted } from '../../../wording/counts';
import { verdictOf } from '../explain/explain';
import { OUTCOME } from '../match/check';
import { type DomainLinks, domainLinks, domainOfLink } from '../match/domain-links';
import type { KeyIndex } from '../match/key-index';
import { CLASS, type Matching, matchingOf } from '../match/matching';
import { eachInSlices } from '../time-slice';
import type { SensorSuggestion } from '../types/list';
import type { SensorResult } from '../types/result';

/** Domains whose effect is counted exactly: those that could have the most. */
const COUNTED = 50;

/**
 * For each possible domain how many more would merge if it were added, most first. Counted over the names that
 * the domain would make the same, not by checking again. Where the exclusion list covers names that the domain
 * shortens, fewer may merge.
 */
export async function suggestDomains(result: SensorResult, watch: Watch): Promise<SensorSuggestion[]> {
  const matching = matchingOf(result);
  const links = domainLinks(matching);
  const byDomain = new Map<string, number[]>();
  const bounds = new Map<string, number>();
  const { pool } = matching;
  await eachInSlices(links.names.length, watch, 'Looking for domains', (link) => {
    const open = count(pool!.hostname, links.names[link]!) + count(pool!.hostname, links.keys[link]!);
    if (open === 0) return;
    const domain = domainOfLink(matching, links, link);
    const known = byDomain.get(domain);
    if (known) known.push(link);
    else byDomain.set(domain, [link]);
    bounds.set(domain, (bounds.get(domain) ?? 0) + open);
  });
  const likely = [...bounds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, COUNTED);
  const found: SensorSuggestion[] = [];
  for (const [domain] of likely) {
    await watch.pause();
    const gain = countGain(result, matching, links, byDomain.get(domain)!);
    if (gain.moreMerges + gain.moreMergesPassive === 0) continue;
    found.push({ kind: 'domain', domain, ...gain, text: words(domain, gain) });
  }
  return found;
}

function words(domain: string, gain: { moreMerges: number; moreMergesPassive: number }): string {
  const parts = [
    gain.moreMerges > 0
      ? `${counted(gain.moreMerges, 'more passive asset')} would merge into a managed one`
      : '',
    gain.moreMergesPassive > 0
      ? `${counted(gain.moreMergesPassive, 'more', 'more')} with other passive assets`
      : '',
  ];
  return `Add the domain ${domain}: ${parts.filter((part) => part !== '').join(', ')}.`;
}

function countGain(
  result: SensorResult,
  matching: Matching,
  links: DomainLinks,
  ofDomain: readonly number[],
): { moreMerges: number; moreMergesPassive: number } {
  const intoManaged = new Set<AssetIndex>();
  for (const link of ofDomain) {
    const name = links.names[link]!;
    const key = links.keys[link]!;
    for (const asset of withName(matching, matching.pool!.hostname, name)) {
      if (count(managedIndex(matching, asset), key) > 0) intoManaged.add(asset);
    }
    const named = [matching.managed.hostname, matching.managed.hostnameWithoutMac].map(
      (index) => withName(matching, index, name).length > 0,
    );
    if (!named[0]) continue;
    for (const asset of listOf(matching.pool!.hostname.lists, key)) {
      if (named[matching.classes[asset] === CLASS.caps ? 1 : 0]) intoManaged.add(asset);
    }
  }
  const withPassive = new Set<AssetIndex>();
  const joins = (asset: AssetIndex) => !intoManaged.has(asset) && !matching.isMobile(asset);
  for (const link of ofDomain) {
    const named = withName(matching, matching.pool!.hostname, links.names[link]!).filter(joins);
    const keyed = [...listOf(matching.pool!.hostname.lists, links.keys[link]!)].filter(joins);
    if (named.length === 0 || keyed.length === 0 || new Set([...named, ...keyed]).size < 2) continue;
    for (const asset of [...named, ...keyed]) {
      if (result.outcomes[verdictOf(result, asset)] === OUTCOME.separate) withPassive.add(asset);
    }
  }
  return { moreMerges: intoManaged.size, moreMergesPassive: withPassive.size };
}

function managedIndex(matching: Matching, asset: AssetIndex): KeyIndex {
  const caps = matching.classes[asset] === CLASS.caps;
  return caps ? matching.managed.hostnameWithoutMac : matching.managed.hostname;
}

/** Assets that carry the name itself, rather than a longer one that is shortened to it. */
function withName(matching: Matching, index: KeyIndex, name: number): AssetIndex[] {
  const { ofAsset } = matching.inventory.hostnames;
  return [...listOf(index.lists, name)].filter((asset) => listOf(ofAsset, asset).includes(name));
}

function count(index: KeyIndex, key: number): number {
  return index.lists.starts[key + 1]! - index.lists.starts[key]!;
}
