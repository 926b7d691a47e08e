import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Engine } from '../../../src/app/engine';
import { FIELD_IDS, FIELDS, type FieldId } from '../../../src/model/field';
import type { ReportKind } from '../../../src/worker/api';
import { engineIn, must, opened, silent } from '../worker/support';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 4, 25);
const KINDS: readonly ReportKind[] = ['xlsx', 'html', 'json', 'csv'];
const KEY = Uint8Array.from({ length: 16 }, (_, at) => at * 7);

/** Assets with a value of its own in every field that says something about a machine; neighbours share all but the id. */
function asset(at: number, source: string, time = NOW) {
  const pair = at >> 1;
  return {
    assetId: 771_000_100 + at,
    assetUUID: `uuid-canary-${at}`,
    hostId: 662_000_100 + at,
    qwebHostId: 663_000_100 + at,
    agentId: `agent-canary-${at}`,
    hwUUID: `hardware-canary-${pair}`,
    assetName: `name-canary-${pair}`,
    dnsName: `dns-canary-${pair}.corp-canary.example`,
    fqdn: `fqdn-canary-${pair}.corp-canary.example`,
    netbiosName: `NETBIOS-CANARY-${pair}`,
    address: `10.77.${pair}.61`,
    biosSerialNumber: `serial-canary-${pair}`,
    biosAssetTag: `assettag-canary-${pair}`,
    networkUuid: 'network-canary',
    networkName: 'netname-canary',
    correlationId: `correlation-canary-${pair}`,
    cloudProvider: { aws: { ec2: { instanceId: `i-canary-${pair}` } } },
    tagList: { tag: [{ tagName: `tag-canary-${at}` }] },
    customAttributes: { list: [{ key: 'key-canary', value: `attribute-canary-${at}` }] },
    passiveSensor: { name: `sensor-canary-${at}` },
    operatingSystem: { fullName: at % 3 === 0 ? 'Windows 11' : 'Ubuntu 24.04' },
    networkInterfaceListData: {
      networkInterface: [
        {
          hostname: `interface-canary-${pair}`,
          addressIpV4: `10.88.${pair}.62`,
          addressIpV6: `2a00:77:88:${pair}::63`,
          macAddress: `00:1b:77:ca:aa:${String(10 + pair)}`,
        },
      ],
    },
    inventoryListData: { inventory: [{ source, lastUpdated: time, created: NOW - 90 * DAY }] },
  };
}

const ASSETS = [
  ...Array.from({ length: 12 }, (_, at) => asset(at, at % 2 === 0 ? 'QAGENT' : 'IP')),
  // Passive ones: one merges, one lies outside the window, one has an excluded name.
  { ...asset(13, 'PASSIVE_SENSOR'), agentId: null },
  {
    assetId: 771_000_200,
    address: '10.77.0.61',
    inventoryListData: { inventory: [{ source: 'PASSIVE_SENSOR', lastUpdated: NOW - 60 * DAY }] },
  },
  {
    assetId: 771_000_201,
    dnsName: 'excluded-canary.corp-canary.example',
    inventoryListData: { inventory: [{ source: 'PASSIVE_SENSOR', lastUpdated: NOW }] },
  },
  {
    assetId: 771_000_202,
    dnsName: 'excluded-canary.corp-canary.example',
    inventoryListData: { inventory: [{ source: 'QAGENT', lastUpdated: NOW }] },
  },
  // Values of the ignored list, of the built-in one and of one's own.
  ...['ignored-canary', 'ignored-canary', 'localhost', 'localhost'].map((assetName, at) => ({
    assetId: 771_000_300 + at,
    assetName,
  })),
  // Cannot become an asset.
  'text-canary',
];

async function openEngine(): Promise<{ engine: Engine; fieldsSeen: readonly FieldId[] }> {
  const { engine } = await engineIn();
  const blob = new Blob([JSON.stringify(ASSETS)]);
  const broken = new Blob(['{"no": "asset-canary"}']);
  const { header } = opened(
    await engine.importSources(
      [
        { name: 'export-canary.json', blob },
        { name: 'broken-canary.json', blob: broken },
      ],
      { origin: 'files', add: false },
      silent,
    ),
  );
  const settings = must(await engine.defaultSettings());
  const own = [
    { field: 'name', pattern: 'ignored-canary', reason: 'reason-canary', enabled: true },
    { field: 'macAddress', pattern: '00:1b:77:ca:bb:xx', reason: 'reason-canary', enabled: true },
  ] as const;
  const changed = { ...settings, sharedWidelyFrom: 2, ignored: [...settings.ignored, ...own] };
  must(await engine.detect(changed, silent));
  const sensor = must(await engine.defaultSensorSettings());
  must(
    await engine.changeSensorSettings(
      {
        ...sensor,
        networkFeature: true,
        networks: [{ name: 'zone-canary', sensors: ['sensor-canary-13'], ranges: ['10.77.9.0/24'] }],
        ranges: [{ range: '10.77.0.0/24', assignment: 'dynamic', leaseHours: 8, network: 'zone-canary' }],
        domains: ['corp-canary.example'],
        excludedHostnames: ['excluded-canary*'],
        mobilePatterns: ['phone-canary'],
        correlationIdField: 'key-canary',
      },
      'dataset',
      silent,
    ),
  );
  return { engine, fieldsSeen: header.fieldsSeen };
}

const query = {
  search: 'canary',
  rules: null,
  overlap: null,
  matching: null,
  cluster: null,
  group: null,
  sort: { column: 'assetName', descending: true },
  together: false,
  bands: true,
} as const;

/** Every part of a file as text, and as it is escaped in JSON and XML no value of these tests is. */
async function partsOf(engine: Engine, kind: ReportKind, search: boolean, redact = true) {
  const redaction = redact ? { key: KEY, keyKept: search } : null;
  const saved = must(await engine.saveReport(kind, { query: search ? query : null, redaction }, silent));
  const bytes = new Uint8Array(await saved.blob.arrayBuffer());
  const parts = kind === 'xlsx' ? Object.entries(unzipSync(bytes)) : [[saved.fileName, bytes] as const];
  return { saved, text: parts.map(([path, part]) => `${path}\n${strFromU8(part)}`).join('\n') };
}

/** The values of the test, however they may be written. */
const VALUES = [
  /canary/i,
  /77100\d{4}/,
  /66[23]000\d{3}/,
  /10\.77\./,
  /10\.88\./,
  /2a00:0?0?77/i,
  /00.?1b.?77.?ca/i,
];

/** What the report viewer itself has in its script is no value. */
const withoutScript = (text: string) =>
  text.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '');

const SENSITIVE = FIELD_IDS.filter((field) => FIELDS[field].sensitivity !== 'none');

test('the test has values in all fields, and they stand in reports that are not redacted', async () => {
  const { engine, fieldsSeen } = await openEngine();
  expect(SENSITIVE.filter((field) => !fieldsSeen.includes(field))).toEqual([]);
  const texts: string[] = [];
  for (const kind of KINDS) texts.push((await partsOf(engine, kind, false, false)).text);
  const text = texts.join('\n');
  // Host IDs and interface addresses stand in no report yet.
  const absent = VALUES.filter((value) => !value.test(text));
  expect(absent.map(String)).toEqual(['/66[23]000\\d{3}/', '/10\\.88\\./', '/2a00:0?0?77/i']);
});

test.each(KINDS)('%s: no value is left anywhere, with the whole table or what is shown', async (kind) => {
  const { engine } = await openEngine();
  for (const search of [false, true]) {
    const { saved, text } = await partsOf(engine, kind, search);
    expect(VALUES.filter((value) => value.test(withoutScript(text)))).toEqual([]);
    expect(saved.fileName).toMatch(/^duplicate_assets_\d{8}_\d{6}_redacted\.\w+$/);
    expect(saved.shownName).toBe(saved.fileName);
    if (kind !== 'csv') expect(text.toLowerCase()).toContain('redacted');
    expect(text).toContain('name-');
  }
});

test('the same key gives the same pseudonyms in every file, another one others', async () => {
  const { engine } = await openEngine();
  const json = JSON.parse((await partsOf(engine, 'json', false)).text.replace(/^.*\n/, ''));
  const { text: csv } = await partsOf(engine, 'csv', false);
  const { text: html } = await partsOf(engine, 'html', false);
  const ids: string[] = json.groups.flatMap(({ assetIds }: { assetIds: string[] }) => assetIds);
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) {
    expect(csv).toContain(id);
    expect(html).toContain(id);
  }
  const other = { key: new Uint8Array(16), keyKept: false };
  const saved = must(await engine.saveReport('csv', { query: null, redaction: other }, silent));
  expect(await saved.blob.text()).not.toContain(ids[0]);
});

test('figures, groups and clusters are those of the report that is not redacted', async () => {
  const { engine } = await openEngine();
  const read = async (redact: boolean) =>
    JSON.parse((await partsOf(engine, 'json', false, redact)).text.replace(/^.*\n/, ''));
  const [redacted, plain] = [await read(true), await read(false)];
  expect(redacted.summary).toEqual(plain.summary);
  const shape = (results: { groups: { id: number; rule: string; assetIds: string[]; cluster: number }[] }) =>
    results.groups.map(({ id, rule, assetIds, cluster }) => [id, rule, assetIds.length, cluster]);
  expect(shape(redacted)).toEqual(shape(plain));
  expect(redacted.redacted).toMatchObject({ keyKept: false });
  expect(plain.redacted).toBeUndefined();
  const names = new Map<string, string>();
  plain.groups.forEach((group: { assetIds: string[] }, at: number) => {
    group.assetIds.forEach((id, place) => {
      const pseudonym: string = redacted.groups[at].assetIds[place];
      expect(names.get(id) ?? pseudonym).toBe(pseudonym);
      names.set(id, pseudonym);
    });
  });
  expect(new Set(names.values()).size).toBe(names.size);
});
