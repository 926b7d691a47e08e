import { beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/app/engine';
import { ALL_VERDICTS } from '../../../../src/features/sensor/types/list';
import type { SensorSettings } from '../../../../src/features/sensor/types/settings';
import { freshIndexedDb } from '../../store/support';
import { engineIn, FIVE, jsonFile, must, opened, silent } from '../../worker/support';

const HOUR = 3_600_000;
const NOW = 1_779_300_000_000;
const AGENT = '11111111-1111-4111-8111-111111111111';
const FILES = { origin: 'files', add: false } as const;

const asset = (assetId: number, source: string, fields: object, hoursAgo = 0) => ({
  assetId,
  ...fields,
  inventoryListData: { inventory: [{ source, lastUpdated: NOW - hoursAgo * HOUR }] },
});

/** A managed asset, and passive ones that merge by name, with a domain, and not at all. */
const SENSED = [
  asset(1, 'QAGENT', { assetName: 'web01', dnsName: 'web01' }),
  asset(2, 'QAGENT', { assetName: 'db01.corp.example', dnsName: 'db01.corp.example' }),
  asset(3, 'PASSIVE_SENSOR', { assetName: 'WEB01' }, 30),
  asset(4, 'PASSIVE_SENSOR', { assetName: 'db01' }),
  asset(5, 'PASSIVE_SENSOR', { assetName: 'nobody' }),
];

beforeEach(() => {
  freshIndexedDb();
});

async function sensed(place: 'web' | 'disk' = 'web') {
  const { engine } = await engineIn(place);
  opened(await engine.importSources([jsonFile(SENSED)], FILES, silent));
  return engine;
}

const withDomain = (settings: SensorSettings) => ({ ...settings, domains: ['corp.example'] });

describe('the sensor check of the open dataset', () => {
  test('gives figures, sources, lines and an explanation', async () => {
    const engine = await sensed();
    const view = must(await engine.sensorCheck(silent));
    expect(view).toMatchObject({ scope: 'all', kept: true, difference: null });
    expect(view.figures).toMatchObject({ managed: 2, passive: 3, outcomes: { merges: 1, separate: 2 } });
    expect(view.sources).toMatchObject([
      { source: 'PASSIVE_SENSOR', sourceClass: 'passive', assets: 3 },
      { source: 'QAGENT', sourceClass: 'managed', assets: 2 },
    ]);
    expect(must(await engine.openVerdicts({ ...ALL_VERDICTS, outcome: 'merges' }))).toBe(1);
    expect(must(await engine.verdictLines(0, 5))).toMatchObject([{ assetId: '3', row: 'R3', targetId: '1' }]);
    expect(must(await engine.findVerdict(2))).toBe(0);
    expect(must(await engine.explainVerdict(2, null))).toMatchObject({ other: { assetId: '1' }, row: 'R3' });
    expect(must(await engine.explainVerdict(0, null))).toBeNull();
  });

  test('says where the judgement holds something else', async () => {
    const { engine } = await engineIn('web');
    const mac = (address: string) => ({
      networkInterfaceListData: { networkInterface: [{ macAddress: address }] },
    });
    const inventory = [
      asset(1, 'QAGENT', { assetName: 'web01', biosSerialNumber: 'serial-aaaa', agentId: AGENT }),
      // The same name, and another serial number.
      asset(2, 'PASSIVE_SENSOR', { assetName: 'web01', biosSerialNumber: 'serial-bbbb' }),
      asset(3, 'QAGENT', { assetName: 'db01', biosSerialNumber: 'serial-cccc', ...mac('00:50:56:11:22:33') }),
      asset(4, 'PASSIVE_SENSOR', { assetName: 'db01', ...mac('00:50:56:11:22:33') }),
      // The same serial number, which no criterion looks at.
      asset(5, 'PASSIVE_SENSOR', { assetName: 'other', biosSerialNumber: 'serial-cccc' }),
    ];
    opened(await engine.importSources([jsonFile(inventory)], FILES, silent));
    must(await engine.sensorCheck(silent));
    const { forbidden, doubtful, missed } = must(await engine.sensorDisagreements());
    expect([[...forbidden], [...doubtful], [...missed]]).toEqual([[1], [], [4]]);
    expect(must(await engine.openVerdicts({ ...ALL_VERDICTS, assets: forbidden }))).toBe(1);
  });

  test('a change checks again and says what it did; the list is then of the new result', async () => {
    const engine = await sensed();
    const before = must(await engine.sensorCheck(silent));
    must(await engine.openVerdicts(ALL_VERDICTS));
    const after = must(await engine.changeSensorSettings(withDomain(before.settings), 'all', silent));
    expect(after.difference).toMatchObject({ more: Uint32Array.of(3), fewer: Uint32Array.of() });
    expect(after.figures.outcomes).toMatchObject({ merges: 2, separate: 1 });
    expect(after.revision).toBeGreaterThan(before.revision);
    expect(must(await engine.verdictLines(0, 5)), 'the list before is gone').toEqual([]);
    expect(must(await engine.openVerdicts({ ...ALL_VERDICTS, assets: after.difference!.more }))).toBe(1);
    const back = must(await engine.changeSensorSettings(before.settings, 'all', silent));
    expect(back.difference!.fewer).toEqual(Uint32Array.of(3));
  });

  test.each([
    ['not JSON', '{', 'This is not a file of sensor settings: it is not JSON.'],
    [
      'something else',
      '{"format":"x"}',
      'format: This is not a file of sensor settings: “format” must be “doublet-sensor-settings” and is “x”.',
    ],
    [
      'a reversed range',
      '{"format":"doublet-sensor-settings","version":1,"ranges":[{"range":"10.0.0.9-10.0.0.1","assignment":"static"}]}',
      'ranges[0].range: The range runs backwards: 10.0.0.9 comes after 10.0.0.1.',
    ],
  ])('refuses settings by name and changes nothing: %s', async (_, text, what) => {
    const engine = await sensed();
    const before = must(await engine.sensorCheck(silent));
    expect(await engine.changeSensorSettings(text, 'all', silent)).toMatchObject({ trouble: { what } });
    expect(must(await engine.sensorCheck(silent))).toEqual(before);
  });

  test('what is wrong as it is typed, and the file that loads again', async () => {
    const engine = await sensed();
    const settings = must(await engine.defaultSensorSettings());
    expect(must(await engine.sensorSettingsFaults({ ...settings, domains: ['a b'] }))).toMatchObject([
      { field: 'domains[0]' },
    ]);
    const text = must(await engine.sensorSettingsFile(withDomain(settings)));
    const view = must(await engine.changeSensorSettings(text, 'all', silent));
    expect(view.settings).toEqual(withDomain(settings));
  });

  test('suggests what would merge more', async () => {
    const engine = await sensed();
    expect(must(await engine.sensorSuggestions()).suggestions[0]).toMatchObject({
      kind: 'domain',
      domain: 'corp.example',
      moreMerges: 1,
    });
    // What is said before is what taking it does.
    const [effect] = must(await engine.sensorSuggestionEffects());
    const settings = must(await engine.sensorCheck(silent)).settings;
    const { difference } = must(
      await engine.changeSensorSettings({ ...settings, domains: ['corp.example'] }, 'all', silent),
    );
    expect(effect).toEqual({ more: difference?.more.length, fewer: 0, moved: difference?.moved.length });
    expect(effect?.more).toBe(1);
  });

  test('a rename keeps the check, another dataset does not', async () => {
    const engine = await sensed();
    const { revision } = must(await engine.sensorCheck(silent));
    must(await engine.renameDataset((await current(engine)).header.id, 'renamed'));
    expect(must(await engine.sensorCheck(silent)).revision).toBe(revision);
    opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    expect(await engine.openVerdicts(ALL_VERDICTS)).toMatchObject({
      trouble: { code: 'sensor-not-checked' },
    });
    expect(must(await engine.sensorCheck(silent)).figures.passive).toBe(0);
  });
});

async function current(engine: Engine) {
  return must(await engine.detect(must(await engine.defaultSettings()), silent));
}

describe('settings are kept', () => {
  test('for every dataset, also by the next page', async () => {
    const engine = await sensed();
    const { settings } = must(await engine.sensorCheck(silent));
    must(await engine.changeSensorSettings(withDomain(settings), 'all', silent));
    const { engine: next } = await engineIn('web', 'next');
    opened(await next.importSources([jsonFile(SENSED, 'other.json')], FILES, silent));
    expect(must(await next.sensorCheck(silent))).toMatchObject({
      scope: 'all',
      settings: { domains: ['corp.example'] },
    });
  });

  test('for one dataset alone, beside those for every dataset', async () => {
    const engine = await sensed();
    const { settings } = must(await engine.sensorCheck(silent));
    must(await engine.changeSensorSettings(withDomain(settings), 'dataset', silent));
    await engine.idle();
    const { id } = (await current(engine)).header;
    opened(await engine.importSources([jsonFile(SENSED, 'other.json')], FILES, silent));
    expect(must(await engine.sensorCheck(silent)).settings.domains).toEqual([]);
    must(await engine.openDataset(id, silent));
    expect(must(await engine.sensorCheck(silent))).toMatchObject({
      scope: 'dataset',
      settings: { domains: ['corp.example'] },
    });
  });

  test('in memory where nothing is kept, and the page is told', async () => {
    const engine = await sensed('disk');
    const view = must(await engine.sensorCheck(silent));
    expect(view.kept).toBe(false);
    must(await engine.changeSensorSettings(withDomain(view.settings), 'all', silent));
    opened(await engine.importSources([jsonFile(SENSED)], FILES, silent));
    expect(must(await engine.sensorCheck(silent)).settings.domains).toEqual(['corp.example']);
  });
});

describe('worked examples', () => {
  test('each opens as a dataset with its settings for it alone', async () => {
    const { engine } = await engineIn();
    const examples = must(await engine.sensorExamples());
    expect(examples).toHaveLength(9);
    for (const { id, title } of examples) {
      const result = must(await engine.openSensorExample(id, silent));
      expect(result.header.name).toContain(title);
      const view = must(await engine.sensorCheck(silent));
      expect(view.scope).toBe('dataset');
      expect(view.figures.passive).toBeGreaterThan(0);
    }
    expect(await engine.openSensorExample('nothing', silent)).toMatchObject({
      trouble: { code: 'no-such-example' },
    });
  });
});

describe('reports', () => {
  const report = async (engine: Engine, kind: 'json' | 'html' | 'xlsx') =>
    must(await engine.saveReport(kind, { query: null }, silent)).blob;

  test('JSON has the sensor part, complete, though the screen was never opened', async () => {
    const engine = await sensed();
    const { sensor } = JSON.parse(await (await report(engine, 'json')).text());
    expect(sensor).toMatchObject({ managed: 2, passive: 3, other: 0, passiveGroups: [] });
    expect(sensor.rows).toMatchObject({ R1: 0, R3: 1 });
    expect(sensor.verdicts).toMatchObject([
      { assetId: '3', outcome: 'merges', criterion: 'hostname', row: 'R3', with: '1', nearMisses: [] },
      { assetId: '4', outcome: 'separate', criterion: null, row: null, with: null },
      { assetId: '5', outcome: 'separate', criterion: null },
    ]);
    expect(sensor.verdicts[1].nearMisses[0]).toMatchObject({
      kind: 'domain',
      with: '2',
      criterion: 'hostname',
    });
  });

  test('the present settings count', async () => {
    const engine = await sensed();
    const { settings } = must(await engine.sensorCheck(silent));
    must(await engine.changeSensorSettings(withDomain(settings), 'all', silent));
    const { sensor } = JSON.parse(await (await report(engine, 'json')).text());
    expect(sensor.settings.domains).toEqual(['corp.example']);
    expect(sensor.verdicts[1]).toMatchObject({ outcome: 'merges', with: '2' });
  });

  test('HTML has the figures, the table and the verdicts, as text', async () => {
    const { engine } = await engineIn();
    const hostile = asset(6, 'PASSIVE_SENSOR', { assetName: '<b>"&' });
    const managed = asset(7, 'QAGENT', { assetName: '<b>"&' });
    opened(await engine.importSources([jsonFile([...SENSED, hostile, managed])], FILES, silent));
    const html = await (await report(engine, 'html')).text();
    expect(html).toContain('<section id="sensor">');
    expect(html).toContain('<section id="sensor-rows">');
    expect(html).toContain('Sensor check: 4 verdicts');
    expect(html).not.toContain('<b>"&');
  });

  test('a dataset that no sensor reported has no sensor part', async () => {
    const { engine } = await engineIn();
    opened(await engine.importSources([jsonFile(FIVE)], FILES, silent));
    expect(JSON.parse(await (await report(engine, 'json')).text())).not.toHaveProperty('sensor');
    expect(await (await report(engine, 'html')).text()).not.toContain('id="sensor"');
  });

  test('Excel has the sheets Sensor Verdicts and Sensor Summary', async () => {
    const XLSX = await import('xlsx');
    const engine = await sensed();
    const book = XLSX.read(await (await report(engine, 'xlsx')).arrayBuffer());
    expect(book.SheetNames).toEqual([
      'Duplicate Assets',
      'Contents',
      'Summary',
      'Machines',
      'Look-alikes',
      'Review',
      'Sensor Verdicts',
      'Sensor Summary',
    ]);
    const rows = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Sensor Verdicts']!);
    expect(rows).toMatchObject([
      { 'Asset ID': '3', Verdict: 'Merges into a managed asset', Row: 'R3', 'With Asset ID': '1' },
      { 'Asset ID': '4', Verdict: 'Stays separate' },
      { 'Asset ID': '5', Verdict: 'Stays separate' },
    ]);
    expect(book.Sheets['Sensor Verdicts']!['A2'].t).toBe('s');
    const summary = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Sensor Summary']!);
    expect(summary.slice(0, 2)).toMatchObject([
      { What: 'Managed', Assets: 2 },
      { What: 'Passive', Assets: 3 },
    ]);
  });
});
