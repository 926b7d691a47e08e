import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeExport } from '../fixtures/generate.mjs';

const CACHE = '.cache/bench';
/** Files made beforehand, by their names: full.json, light.json, huge.json. */
const GIVEN = process.env.DOUBLET_BENCH_FILES;
const NAMES = { 'full-100000': 'full.json', 'light-1000000': 'light.json', 'full-940000': 'huge.json' };

/**
 * The path of an export of that kind (`full`, `light`, `shared`, `pairs`; `hosts` of QPS as JSON or XML) and size; made
 * when it is first asked for.
 */
export async function benchFile(kind, count, format = 'json') {
  const given = GIVEN && NAMES[`${kind}-${count}`] && join(GIVEN, NAMES[`${kind}-${count}`]);
  if (given && existsSync(given)) return given;
  const path = join(CACHE, `${kind}-${count}.${format}`);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  console.log(`  making ${path}`);
  // Under another name until it is whole, for a run that is stopped meanwhile.
  const part = `${path}.part`;
  if (kind === 'hosts') await writeHosts(count, part, format);
  else await (kind === 'pairs' ? writePairs(count, part) : writeExport(kind, count, part));
  renameSync(part, path);
  return path;
}

/** Assets of which every two share a name: as many rows in the table as assets. */
async function writePairs(count, path) {
  const out = createWriteStream(path);
  const put = (text) => out.write(text) || new Promise((resolve) => out.once('drain', resolve));
  await put('[');
  for (let first = 0; first < count; first += 10_000) {
    const lines = [];
    for (let i = first; i < Math.min(first + 10_000, count); i++) lines.push(JSON.stringify(pairedAsset(i)));
    await put((first > 0 ? ',\n' : '\n') + lines.join(',\n'));
  }
  await put('\n]\n');
  await new Promise((resolve) => out.end(resolve));
}

/** Every column in another order than the file, so that each sort has another first row. */
function pairedAsset(i) {
  const time = 1_760_000_000_000 + ((i * 7_919) % 30_000_000) * 1000;
  const mac = (0x005056000000 + ((i * 16_807 + 11) % 1_000_003)).toString(16).padStart(12, '0');
  const place = (i * 48_271 + 7) % 1_000_003;
  const address = `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`;
  return {
    assetId: 100_000_000 + ((i * 40_503 + 13) % 1_000_003),
    assetName: `host-${((i >> 1) * 69_621 + 17) % 1_000_003}`,
    dnsName: `h${i}.corp.example.com`,
    address,
    networkInterfaceListData: { networkInterface: [{ macAddress: mac, addressIpV4: address }] },
    inventoryListData: { inventory: [{ source: i % 2 ? 'QAGENT' : 'IP', created: time, lastUpdated: time }] },
  };
}

/** QPS host assets, the same in both formats, some 2 kB each in XML. */
async function writeHosts(count, path, format) {
  const [before, between, after] =
    format === 'xml'
      ? [
          '<?xml version="1.0" encoding="UTF-8"?>\n<ServiceResponse><responseCode>SUCCESS</responseCode><data>\n',
          '\n',
          '\n</data></ServiceResponse>\n',
        ]
      : ['{"ServiceResponse":{"responseCode":"SUCCESS","data":[\n', ',\n', '\n]}}\n'];
  const out = createWriteStream(path);
  const put = (text) => out.write(text) || new Promise((resolve) => out.once('drain', resolve));
  await put(before);
  for (let first = 0; first < count; first += 5_000) {
    const texts = [];
    for (let i = first; i < Math.min(first + 5_000, count); i++) {
      const host = { HostAsset: hostAsset(i) };
      texts.push(format === 'xml' ? xmlOf(host) : JSON.stringify(host));
    }
    await put((first > 0 ? between : '') + texts.join(between));
  }
  await put(after);
  await new Promise((resolve) => out.end(resolve));
}

function hostAsset(i) {
  const { assetId, assetName, dnsName, address, networkInterfaceListData } = pairedAsset(i);
  const mac = networkInterfaceListData.networkInterface[0].macAddress;
  return {
    id: assetId,
    name: assetName,
    created: '2026-01-02T03:04:05Z',
    modified: '2026-11-10T08:00:00Z',
    type: 'HOST',
    tags: { list: [1, 2, 3].map((id) => ({ TagSimple: { id, name: `Tag ${id} & more` } })) },
    os: 'Debian GNU/Linux 12',
    dnsHostName: dnsName,
    netbiosName: assetName.toUpperCase(),
    address,
    trackingMethod: i % 2 ? 'QAGENT' : 'IP',
    agentInfo: {
      agentVersion: '6.1.0',
      agentId: `6a000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      lastCheckedIn: '2026-11-10T07:00:00Z',
    },
    networkInterface: {
      list: [0, 1].map((n) => ({
        HostAssetInterface: {
          hostname: dnsName,
          interfaceName: `eth${n}`,
          macAddress: `${mac.slice(0, 11)}${n}`,
          address,
        },
      })),
    },
    openPort: {
      list: Array.from({ length: 4 }, (_, n) => ({
        HostAssetOpenPort: { port: 22 + n, protocol: 'TCP', serviceName: 'ssh' },
      })),
    },
    software: {
      list: Array.from({ length: 8 }, (_, n) => ({
        HostAssetSoftware: { name: `package-${n}`, version: `1.${n}` },
      })),
    },
  };
}

/** The members of an object as elements; a list is what lies in it. */
function xmlOf(value) {
  if (Array.isArray(value)) return value.map(xmlOf).join('');
  if (typeof value !== 'object') return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return Object.entries(value)
    .map(([name, inner]) => `<${name}>${xmlOf(inner)}</${name}>`)
    .join('');
}
