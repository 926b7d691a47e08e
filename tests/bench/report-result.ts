import type { TextColumn } from '../../src/model/columns';
import type { Dataset } from '../../src/model/dataset';
import { emptyColumns } from '../../src/model/field';
import type { Grouping } from '../../src/model/grouping';
import { RULE_IDS } from '../../src/model/rule';

/** Assets in each group: large enough that groups differ, small as in real inventories. */
const GROUP = 3;

/**
 * A made-up result of `count` rows, one for each asset, written straight into columns: 500,000 take a second.
 * Group `g` shares an asset name, a DNS name, a NetBIOS name, a MAC or an address in turn.
 */
export function makeLargeResult(count: number): { dataset: Dataset; grouping: Grouping } {
  const random = randomFrom(20260525);
  const groups = Math.ceil(count / GROUP);
  const text = (of: (asset: number) => string) => textColumn(count, of);
  const noise = Uint32Array.from({ length: count }, () => random());
  const value = (asset: number, rule: number) =>
    Math.floor(asset / GROUP) % 5 === rule ? Math.floor(asset / GROUP) : noise[asset]! % 1_000_000;
  const address = (asset: number) => {
    const number = value(asset, 4);
    return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  };
  const systems = [
    '',
    'Microsoft Windows Server 2019 Standard 64 bit',
    'Red Hat Enterprise Linux 9.4',
    'Ubuntu 24.04',
  ];
  const columns = {
    ...emptyColumns(),
    assetId: text((asset) => String(100_000_000 + ((noise[asset]! % 900) + asset * 1000))),
    assetName: text((asset) => `srv-${value(asset, 0)}`),
    dnsName: text((asset) => `host${value(asset, 1)}.corp.example.com`),
    netbiosName: text((asset) => `SRV${value(asset, 2)}`),
    address: text(address),
    macAddresses: {
      kind: 'macs' as const,
      values: Float64Array.from({ length: count }, (_, asset) => 0x005056000000 + value(asset, 3)),
      stops: Uint32Array.from({ length: count }, (_, asset) => asset + 1),
    },
    operatingSystem: {
      kind: 'code' as const,
      codes: noise.map((number) => number % systems.length),
      dictionary: systems,
    },
    sources: {
      kind: 'sources' as const,
      codes: Uint32Array.from(
        { length: count * 2 },
        (_, item) => 1 + ((noise[item >> 1]! >> (item & 1)) % 3),
      ),
      dictionary: ['', 'QAGENT', 'IP', 'PASSIVE_SENSOR'],
      created: new Float64Array(count * 2).fill(1.6e12),
      lastUpdated: Float64Array.from(
        { length: count * 2 },
        (_, item) => 1.7e12 + (noise[item >> 1]! % 1e6) * 6e4,
      ),
      stops: Uint32Array.from({ length: count }, (_, asset) => 2 * asset + 2),
    },
  };
  return {
    dataset: { header: headerOf(count), size: count, columns, origins: NO_ORIGINS },
    grouping: grouped(count, groups),
  };
}

const NO_ORIGINS = { file: new Uint16Array(0), byte: new Float64Array(0), length: new Uint32Array(0) };

function headerOf(count: number): Dataset['header'] {
  return {
    id: 'bench',
    name: 'bench.json',
    origin: 'files',
    files: [{ name: 'bench.json', bytes: count * 470, format: 'Gateway response', records: count }],
    importedAt: 1779718870000,
    balance: { records: count, assets: count, repeated: 0, skipped: 0 },
    skipped: [],
    unreadable: {},
    fieldsSeen: ['assetId', 'assetName', 'dnsName', 'netbiosName', 'address', 'macAddresses', 'sources'],
  };
}

function grouped(count: number, groups: number): Grouping {
  const rules = Uint8Array.from({ length: groups }, (_, group) => group % 5);
  const stops = Uint32Array.from({ length: groups }, (_, group) => Math.min((group + 1) * GROUP, count));
  const rulesOfAsset = Uint8Array.from(
    { length: count },
    (_, asset) => 1 << rules[Math.floor(asset / GROUP)]!,
  );
  const byRule = Object.fromEntries(
    RULE_IDS.map((rule, at) => [rule, rules.filter((of) => of === at).length]),
  );
  const members = Uint32Array.from({ length: count }, (_, asset) => asset);
  return {
    rules,
    stops,
    members,
    values: textColumn(groups, (group) =>
      group % 5 === 3 ? (0x005056000000 + group).toString(16).padStart(12, '0') : `value-${group}`,
    ),
    clusters: Uint32Array.from({ length: groups }, (_, group) => group),
    clusterStops: stops,
    clusterMembers: members,
    clusterOfAsset: Int32Array.from({ length: count }, (_, asset) => Math.floor(asset / GROUP)),
    rulesOfAsset,
    rulesOfRow: rulesOfAsset,
    rulesOfGroup: rules.map((rule) => 1 << rule),
    ignored: [],
    sharedWidely: [],
    summary: {
      hostAssets: count,
      duplicateAssets: count,
      duplicateRatio: 100,
      groups,
      clusters: groups,
      joinedClusters: 0,
      pairs: count,
      byRule: byRule as Grouping['summary']['byRule'],
      overlap: Array.from({ length: 32 }, (_, bits) => rulesOfAsset.filter((of) => of === bits).length),
      leftOut: 0,
      withValue: byRule as Grouping['summary']['withValue'],
    },
  };
}

function textColumn(count: number, of: (item: number) => string): TextColumn {
  const encoder = new TextEncoder();
  const ends = new Uint32Array(count);
  const bytes = new Uint8Array(count * 40);
  let end = 0;
  for (let item = 0; item < count; item++) {
    end += encoder.encodeInto(of(item), bytes.subarray(end)).written;
    ends[item] = end;
  }
  return { kind: 'text', bytes: bytes.slice(0, end), ends };
}

/** A small generator with a seed: the same result every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 4;
  };
}
