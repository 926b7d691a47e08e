import { decodeText } from '../../../model/text';
import { exclusionList } from './hostname-keys';
import type { Matching } from './matching';

/**
 * Pairs of host names that one more domain would make the same: name `names[i]`, without what follows byte
 * `cuts[i]`, is key `keys[i]`. Only where the key is known already: two names that are both shortened by the
 * new domain to the same text are the same now.
 */
export interface DomainLinks {
  readonly names: Uint32Array;
  readonly keys: Uint32Array;
  readonly cuts: Uint32Array;
  /** Links of name `n` are `startsByName[n] … startsByName[n + 1]`. */
  readonly startsByName: Uint32Array;
  /** Links of key `k` are `byKey[startsByKey[k] … startsByKey[k + 1])`. */
  readonly byKey: Uint32Array;
  readonly startsByKey: Uint32Array;
}

const DOT = 46;
const made = new WeakMap<Matching, DomainLinks>();

/** The links of a matching, made at the first call: linear in the bytes of the distinct names. */
export function domainLinks(matching: Matching): DomainLinks {
  const known = made.get(matching);
  if (known !== undefined) return known;
  const links = findLinks(matching);
  made.set(matching, links);
  return links;
}

function findLinks({ inventory, hostnames, settings }: Matching): DomainLinks {
  const { table } = inventory.hostnames;
  const { keyCount, excludedBy, ofName } = hostnames;
  const exclusion = exclusionList(settings.excludedHostnames);
  const nameCount = excludedBy.length;
  const names: number[] = [];
  const keys: number[] = [];
  const cuts: number[] = [];
  const startsByName = new Uint32Array(keyCount + 1);
  for (let name = 0; name < nameCount; name++) {
    startsByName[name] = names.length;
    if (excludedBy[name] !== 0) continue;
    const own = ofName.ids.subarray(ofName.starts[name]!, ofName.starts[name + 1]!);
    const bytes = table.view(name);
    for (let cut = bytes.indexOf(DOT); cut >= 0; cut = bytes.indexOf(DOT, cut + 1)) {
      const key = cut === 0 || cut === bytes.length - 1 ? -1 : table.findPrefix(name, cut);
      if (key < 0 || key >= keyCount || own.includes(key)) continue;
      if (exclusion.size > 0 && exclusion.find(table.text(key)) > 0) continue;
      names.push(name);
      keys.push(key);
      cuts.push(cut);
    }
  }
  startsByName.fill(names.length, nameCount);
  const startsByKey = new Uint32Array(keyCount + 1);
  for (const key of keys) startsByKey[key + 1]!++;
  for (let key = 0; key < keyCount; key++) startsByKey[key + 1]! += startsByKey[key]!;
  const next = startsByKey.slice();
  const byKey = new Uint32Array(keys.length);
  keys.forEach((key, link) => {
    byKey[next[key]!++] = link;
  });
  return {
    names: Uint32Array.from(names),
    keys: Uint32Array.from(keys),
    cuts: Uint32Array.from(cuts),
    startsByName,
    byKey,
    startsByKey,
  };
}

/** The domain that would make the link's name and key the same. */
export function domainOfLink({ inventory }: Matching, links: DomainLinks, link: number): string {
  const bytes = inventory.hostnames.table.view(links.names[link]!);
  return decodeText(bytes, links.cuts[link]! + 1, bytes.length);
}
