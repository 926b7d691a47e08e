import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeExport } from '../fixtures/generate.mjs';

const CACHE = '.cache/bench';
/** Files made beforehand, by their names: full.json, light.json, huge.json. */
const GIVEN = process.env.DOUBLET_BENCH_FILES;
const NAMES = { 'full-100000': 'full.json', 'light-1000000': 'light.json', 'full-940000': 'huge.json' };

/** The path of an export of that kind (`full`, `light`, `shared`, `pairs`) and size; made when it is first asked for. */
export async function benchFile(kind, count) {
  const given = GIVEN && NAMES[`${kind}-${count}`] && join(GIVEN, NAMES[`${kind}-${count}`]);
  if (given && existsSync(given)) return given;
  const path = join(CACHE, `${kind}-${count}.json`);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  console.log(`  making ${path}`);
  // Under another name until it is whole, for a run that is stopped meanwhile.
  const part = `${path}.part`;
  await (kind === 'pairs' ? writePairs(count, part) : writeExport(kind, count, part));
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
