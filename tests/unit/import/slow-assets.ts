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

/** The same for a whole file: the last record with an id stands, in the place of the first. */
export function slowAssets(assets: readonly Plain[]): Plain[] {
  const byId = new Map<string, Plain>();
  for (const [index, asset] of assets.entries()) {
    const plain = slowAsset(asset, index + 1);
    byId.set(String(plain['assetId']), plain);
  }
  return [...byId.values()];
}
