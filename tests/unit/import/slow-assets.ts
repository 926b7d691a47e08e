import { fillerMac } from '../../../src/identifiers/filler-macs';
import { hostNameOf } from '../../../src/identifiers/identity';
import { isPlaceholder } from '../../../src/identifiers/placeholder';

/**
 * What an import must make of parsed Gateway assets: written out slowly, without looking at how the scanner does
 * it. Takes assets as `JSON.parse` gives them; answers what `plainAssets` gives for the dataset.
 */
type Value = unknown;
type Plain = Record<string, Value>;

const isObject = (value: Value): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: Value): Value[] =>
  Array.isArray(value) ? value.flatMap(list) : value == null ? [] : [value];

function text(value: Value): string {
  if (isObject(value)) {
    const [key] = Object.keys(value)
      .filter((name) => name.startsWith('$'))
      .slice(-1);
    return key === undefined ? '' : text(value[key]);
  }
  if (Array.isArray(value)) return value.map(text).find((item) => item !== '') ?? '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function time(value: Value): number {
  const words = text(value).trim();
  if (words === '') return Number.NaN;
  if (/^-?\d+$/.test(words)) {
    const number = Number(words);
    return number <= 0 ? Number.NaN : number < 1e11 ? number * 1000 : number;
  }
  return Date.parse(words);
}

const trim = (words: string) => words.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
const trimmed = (value: Value) => trim(text(value));
const pieces = (value: Value) =>
  list(value)
    .flatMap((item) => text(item).split(/[\t-\r ,;]+/))
    .filter((piece) => piece !== '');

function mac(piece: string): string | null {
  const digits = piece.replace(/[:.-]/g, '').toLowerCase();
  return /^[0-9a-f]{12}$/.test(digits) ? digits : null;
}

const unique = <T>(items: T[]): T[] => [...new Set(items)];
const first = (...texts: string[]) => texts.find((item) => item !== '') ?? '';

export function slowAsset(asset: Plain, number: number): Plain {
  const interfaces = list(
    isObject(asset['networkInterfaceListData'])
      ? asset['networkInterfaceListData']['networkInterface']
      : null,
  ).filter(isObject);
  const listed = isObject(asset['inventoryListData']) ? asset['inventoryListData']['inventory'] : null;
  const inventory = list(listed ?? asset['inventory']).filter(isObject);
  const agent = isObject(asset['agent']) ? asset['agent'] : {};
  const plain: Plain = {
    assetId:
      trimmed(asset['assetId'] === true || asset['assetId'] === false ? '' : asset['assetId']) ||
      `#${number}`,
    assetName: text(asset['assetName']),
    dnsName: text(asset['dnsName']),
    netbiosName: text(asset['netbiosName']),
    address: trimmed(asset['address']),
    macAddresses: unique(
      Object.entries(asset)
        .flatMap(([key, value]) => {
          if (key === 'macAddress') return pieces(value);
          return key === 'networkInterfaceListData'
            ? interfaces.flatMap((item) => pieces(item['macAddress']))
            : [];
        })
        .map(mac)
        .filter((item) => item !== null),
    ),
    interfaceAddresses: unique(
      interfaces.flatMap((item) =>
        Object.entries(item).flatMap(([key, value]) => (key.startsWith('address') ? pieces(value) : [])),
      ),
    ),
    interfaceHostnames: unique(
      interfaces.map((item) => text(item['hostname'])).filter((name) => name !== ''),
    ),
    sources: inventory
      .filter((item) => trimmed(item['source']) !== '')
      .map((item) => ({
        source: trimmed(item['source']),
        created: time(item['created']),
        lastUpdated: time(item['lastUpdated']),
      })),
    agentId: trimmed(asset['agentId']),
    agentVersion: trimmed(agent['version']),
    agentLastCheckedIn: time(agent['lastCheckedIn']),
    networkId: first(
      trimmed(asset['networkUuid']),
      trimmed(asset['networkGuid']),
      trimmed(asset['networkId']),
    ),
    lastModified: time(asset['lastModifiedDate']),
    tags: unique(
      list(isObject(asset['tagList']) ? asset['tagList']['tag'] : null)
        .map((tag) => (isObject(tag) ? trimmed(tag['tagName']) : trimmed(tag)))
        .filter((tag) => tag !== ''),
    ),
  };
  return withoutEmpty(plain);
}

function withoutEmpty(plain: Plain): Plain {
  const empty = (value: Value) =>
    value === '' || Number.isNaN(value) || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => !empty(value)));
}

type Sameness = 'same' | 'different' | 'unclear';

/** Of what these assets have: agent ID, MAC addresses, names, address (docs/contract.md, "Records with one asset id"). */
function sameness(one: Plain, other: Plain): Sameness {
  const agents = compare(idsOf(one), idsOf(other));
  const macs = compare(ownMacs(one), ownMacs(other));
  if (agents === 'same' || macs === 'same') return 'same';
  const differing = [agents, macs].filter((found) => found === 'different').length;
  if (compare(namesOf(one), namesOf(other)) !== 'different' || differing === 0) return 'unclear';
  const addresses = compare(listed(one['address']), listed(other['address']));
  return differing === 2 || addresses === 'different' ? 'different' : 'unclear';
}

function compare(own: readonly string[], others: readonly string[]): Sameness {
  if (own.length === 0 || others.length === 0) return 'unclear';
  return own.some((value) => others.includes(value)) ? 'same' : 'different';
}

const listed = (value: Value) => (typeof value === 'string' ? [value.toLowerCase()] : []);
const idsOf = ({ agentId }: Plain) =>
  listed(agentId).filter((id) => /[^0\s-]/.test(id) && !isPlaceholder(id));
const ownMacs = ({ macAddresses }: Plain) =>
  ((macAddresses ?? []) as string[]).filter((address) => fillerMac(Number.parseInt(address, 16)) === null);
const namesOf = ({ assetName, dnsName, netbiosName }: Plain) =>
  [assetName, dnsName, netbiosName]
    .map((name) => hostNameOf(text(name)).slice(0, 15))
    .filter((name) => !isPlaceholder(name));

function newest(asset: Plain): number {
  const sources = (asset['sources'] ?? []) as { lastUpdated: number }[];
  const times = [
    asset['agentLastCheckedIn'],
    asset['lastModified'],
    ...sources.map(({ lastUpdated }) => lastUpdated),
  ];
  const known = times.filter((one): one is number => typeof one === 'number' && !Number.isNaN(one));
  return known.length === 0 ? Number.NEGATIVE_INFINITY : Math.max(...known);
}

const LISTS = ['macAddresses', 'interfaceAddresses', 'interfaceHostnames'] as const;
type Lists = Record<(typeof LISTS)[number], string[]>;

const listOf = (asset: Plain, field: string) => (asset[field] ?? []) as string[];

const alike = (one: Plain, other: Plain) =>
  ['agentId', 'assetName', 'dnsName', 'netbiosName'].every(
    (field) => text(one[field]) === text(other[field]),
  );

/** What `silent` has and the record that stands has not. */
function extrasOf(silent: Plain, standing: Plain): Lists {
  const address = listed(silent['address']).filter((one) => !listed(standing['address']).includes(one));
  const lists = {
    macAddresses: listOf(silent, 'macAddresses'),
    interfaceAddresses: [...listOf(silent, 'interfaceAddresses'), ...address],
    interfaceHostnames: listOf(silent, 'interfaceHostnames'),
  };
  return {
    ...lists,
    ...Object.fromEntries(
      LISTS.map((field) => [field, lists[field].filter((one) => !listOf(standing, field).includes(one))]),
    ),
  };
}

function withExtras(standing: Plain, extras: Lists): Plain {
  const lists = LISTS.map(
    (field) => [field, unique([...listOf(standing, field), ...extras[field]])] as const,
  );
  return { ...standing, ...Object.fromEntries(lists.filter(([, items]) => items.length > 0)) };
}

const NO_EXTRAS: Lists = { macAddresses: [], interfaceAddresses: [], interfaceHostnames: [] };

/** All that tells one host without an id from another; `null` where it has no address. */
function hostKey(asset: Plain, file: number): string | null {
  const address = trim(text(asset['address'])).toLowerCase();
  if (address === '' || isPlaceholder(address)) return null;
  const texts = ['assetName', 'dnsName', 'netbiosName', 'agentId'].map((field) =>
    field === 'agentId' ? (idsOf(asset)[0] ?? '') : text(asset[field]).trim().toLowerCase(),
  );
  return JSON.stringify([file, address, texts, text(asset['networkId']), asset['macAddresses'] ?? []]);
}

interface Standing {
  readonly id: string;
  standing: Plain;
  file: number;
  extras: Lists;
  identifying: Plain | null;
}

/**
 * The same for whole files, `fileOf` says which: records with one id are one asset, the newer one stands; or they
 * are kept apart.
 */
export function slowAssets(assets: readonly Plain[], fileOf = (_index: number) => 0): Plain[] {
  const found: Standing[] = [];
  const hosts = new Set<string>();
  for (const [index, asset] of assets.entries()) {
    const plain = slowAsset(asset, index + 1);
    const id = String(plain['assetId']);
    const host = id.startsWith('#') ? hostKey(plain, fileOf(index)) : null;
    if (host !== null && hosts.has(host)) continue;
    if (host !== null) hosts.add(host);
    const ofId = found.filter((one) => one.id === id);
    const compared = ofId.map((one) => {
      const standing = sameness(one.standing, plain);
      if (standing === 'same' || one.identifying === null) return standing;
      const identifying = sameness(one.identifying, plain);
      return identifying === 'same' || standing === 'unclear' ? identifying : standing;
    });
    const at = compared.includes('same') ? compared.indexOf('same') : compared.indexOf('unclear');
    const own = ofId[at];
    if (own === undefined) {
      found.push({ id, standing: plain, identifying: null, file: fileOf(index), extras: NO_EXTRAS });
      continue;
    }
    const isOlder = newest(plain) < newest(own.standing);
    const silent = isOlder ? plain : own.standing;
    if (newest(plain) > newest(own.standing)) own.extras = NO_EXTRAS;
    else if (!isOlder && (own.file !== fileOf(index) || !alike(own.standing, plain))) own.extras = NO_EXTRAS;
    else if (!isOlder) {
      const more = extrasOf(own.standing, plain);
      own.extras = Object.fromEntries(
        LISTS.map((field) => [field, [...own.extras[field], ...more[field]]]),
      ) as Lists;
    }
    if (!isOlder) {
      own.standing = plain;
      own.file = fileOf(index);
    }
    if (idsOf(silent).length > Math.max(idsOf(own.standing).length, idsOf(own.identifying ?? {}).length))
      own.identifying = silent;
  }
  const times = new Map<string, number>();
  return found.map(({ id, standing: alone, extras }) => {
    const standing = withExtras(alone, extras);
    const number = (times.get(id) ?? 0) + 1;
    times.set(id, number);
    return number === 1 ? standing : { ...standing, assetId: `${id} (${number})` };
  });
}
