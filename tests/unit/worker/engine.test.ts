import { beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/app/engine';
import type { TableQuery } from '../../../src/model/table';
import type { ReportChoices, ReportKind } from '../../../src/worker/api';
import { freshIndexedDb, rowsOf } from '../store/support';
import { engineIn, FIVE, jsonFile, must, opened, silent, stuckFile } from './support';

const ALL: TableQuery = {
  search: '',
  rules: null,
  overlap: null,
  matching: null,
  cluster: null,
  group: null,
  sort: null,
  together: false,
  bands: true,
};
const FILES = { origin: 'files', add: false } as const;

beforeEach(() => {
  freshIndexedDb();
});

async function importFive(engine: Engine, name?: string) {
  return opened(await engine.importSources([jsonFile(FIVE, name)], FILES, silent));
}

describe('from a file to reports', () => {
  test('imports, finds, shows, compares', async () => {
    const { engine } = await engineIn();
    const phases: string[] = [];
    const result = opened(
      await engine.importSources([jsonFile(FIVE)], FILES, ({ phase }) => phases.push(phase)),
    );
    expect(result.header.balance).toEqual({ records: 5, assets: 5, repeated: 0, skipped: 0 });
    expect(result.summary).toMatchObject({ hostAssets: 5, duplicateAssets: 4, groups: 2, clusters: 2 });
    expect(phases).toContain('Finding duplicates');
    expect(must(await engine.openTable(ALL))).toMatchObject({ rows: 4, lines: 6, groups: 2 });
    const lines = must(await engine.tableLines(0, 10));
    expect(lines.map(({ kind }) => kind)).toEqual(['band', 'asset', 'asset', 'band', 'asset', 'asset']);
    expect(must(await engine.findLine(3, 1))).toBe(5);
    expect(must(await engine.columnText('assetName'))).toContain('db02');
    const { assets, agreement } = must(await engine.compareGroup(1, 3));
    expect(assets.map(({ assetId }) => assetId)).toEqual(['4', '3']);
    expect(agreement.macAddresses).toBe('same');
    expect(must(await engine.openClusters({ sort: 'order', search: '', joined: false }))).toBe(2);
    expect(must(await engine.clusterLines(0, 5))).toMatchObject([{ assets: 2 }, { assets: 2 }]);
    expect(must(await engine.compareCluster(0)).assets).toHaveLength(2);
  });

  test.each<[ReportKind, string]>([
    ['xlsx', 'PK'],
    ['html', '<!doctype html>'],
    ['json', '{'],
    ['csv', '\ufeff'],
  ])('writes %s', async (kind, first) => {
    const { engine } = await engineIn();
    await importFive(engine);
    const report = must(await engine.saveReport(kind, { query: null }, silent));
    expect(report.rows).toBe(4);
    expect(report.fileName).toMatch(new RegExp(`^duplicate_assets_\\d{8}_\\d{6}\\.${kind}$`));
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await report.blob.arrayBuffer());
    expect(text.toLowerCase().startsWith(first)).toBe(kind !== 'xlsx');
    expect(report.blob.size).toBeGreaterThan(100);
    if (kind === 'xlsx') expect(text.startsWith('PK')).toBe(true);
  });

  test('writes into CSV what features say beside each row, also in a redacted copy', async () => {
    const { engine } = await engineIn();
    const records = [1, 2].map((assetId) => ({ assetId, assetName: 'a', biosSerialNumber: 'serial-aaaa' }));
    opened(await engine.importSources([jsonFile(records)], FILES, silent));
    const headOf = async (redaction: ReportChoices['redaction']) => {
      const report = must(
        await engine.saveReport('csv', { query: null, redaction: redaction ?? null }, silent),
      );
      return (await report.blob.text()).replace('\ufeff', '').split('\r\n')[0]!.split(',').slice(0, 9);
    };
    const public5 = ['Asset ID', 'Address', 'DNS Name', 'Asset Name', 'Source'];
    const added = ['Keep?', 'Machine', 'Cause', 'Strength'];
    expect(await headOf(null)).toEqual([...public5, ...added]);
    expect(await headOf({ key: new Uint8Array(16).fill(7), keyKept: false })).toEqual([...public5, ...added]);
  });

  test('saves the assets, all or those that are shown, as a file that is read again', async () => {
    const { engine } = await engineIn();
    const before = await importFive(engine);
    const search = { ...ALL, search: 'db0' };
    for (const [query, assets] of [
      [null, 5],
      [search, 2],
    ] as const) {
      const saved = must(await engine.saveReport('assets', { query }, silent));
      expect(saved.fileName).toMatch(/^assets_\d{8}_\d{6}\.ndjson\.gz$/);
      expect(saved.rows).toBe(assets);
      const again = await engineIn();
      const source = { name: saved.fileName, blob: saved.blob };
      const { summary, header } = opened(await again.engine.importSources([source], FILES, silent));
      expect(header.balance.assets).toBe(assets);
      if (query === null) expect(summary).toEqual(before.summary);
    }
  });

  test('shows a record as it stands in its file, ids exact', async () => {
    const { engine } = await engineIn();
    const big = '{"assetId":9007199254740993,"assetName":"big","softwareListData":null}';
    const blob = new Blob([`[{"assetId":1,"assetName":"a"},\n${big}]`]);
    opened(await engine.importSources([{ name: 'a.json', blob }], FILES, silent));
    expect(must(await engine.originalRecord(1))).toBe(
      '{\n  "assetId": 9007199254740993,\n  "assetName": "big",\n  "softwareListData": null\n}',
    );
  });

  test('shows the line of a table as it stands in its file, below the names of its columns', async () => {
    const { engine } = await engineIn();
    const text = 'Asset ID;Asset Name;MAC Address\r\n1;"web;01";00:50:56:00:00:01\r\n2;Müller;\r\n';
    opened(await engine.importSources([{ name: 'a.csv', blob: new Blob([text]) }], FILES, silent));
    const columns = 'Asset ID | Asset Name | MAC Address';
    expect(must(await engine.originalRecord(0))).toBe(`${columns}\n\n1;"web;01";00:50:56:00:00:01`);
    expect(must(await engine.originalRecord(1))).toBe(`${columns}\n\n2;Müller;`);
  });

  test('a note among exports is told, and nothing counts as missing', async () => {
    const { engine } = await engineIn();
    const files = [jsonFile(FIVE), { name: 'readme.txt', blob: new Blob(['These are our exports.']) }];
    const { header } = opened(await engine.importSources(files, FILES, silent));
    expect(header.unfinished).toBeUndefined();
    expect(header.notices).toContainEqual(
      expect.objectContaining({ kind: 'otherFile', severity: 'note', file: 'readme.txt' }),
    );
  });

  test('adds files to what is open', async () => {
    const { engine } = await engineIn();
    await importFive(engine);
    const more = jsonFile([{ assetId: 77, assetName: 'alone' }], 'more.json');
    const result = opened(await engine.importSources([more], { ...FILES, add: true }, silent));
    expect(result.summary).toMatchObject({ hostAssets: 6, groups: 3 });
    expect(result.header.files.map(({ name }) => name)).toEqual(['assets.json', 'more.json']);
    expect(must(await engine.originalRecord(5))).toContain('"assetId": 77');
    expect(result.header.name).toBe('assets.json + 1 file');
  });

  test('finds again under other settings, and keeps them with the dataset', async () => {
    const { engine } = await engineIn();
    const { header, settings } = await importFive(engine);
    await engine.idle();
    const names = must(await engine.detect({ ...settings, rules: ['assetName'] }, silent));
    expect(names.summary.groups).toBe(1);
    await engine.idle();
    const { engine: next } = await engineIn('web', 'next');
    const reopened = must(await next.openDataset(header.id, silent));
    expect(reopened.settings.rules).toEqual(['assetName']);
    expect(reopened.summary.groups).toBe(1);
  });
});

describe('what can go wrong', () => {
  test('a file that cannot be read leaves what is open', async () => {
    const { engine } = await engineIn();
    const { revision } = await importFive(engine);
    const bad = { name: 'x.json', blob: new Blob(['<html>Sign in</html>']) };
    const answer = await engine.importSources([bad], FILES, silent);
    expect(answer).toMatchObject({ ok: false, trouble: { what: expect.stringContaining('x.json') } });
    expect(must(await engine.openTable(ALL)).rows).toBe(4);
    const again = must(await engine.detect(must(await engine.defaultSettings()), silent));
    expect(again.revision).toBeGreaterThan(revision);
  });

  test('without a dataset every question says so', async () => {
    const { engine } = await engineIn();
    const nothing = { ok: false, trouble: { code: 'nothing-open', what: 'No dataset is open.' } };
    expect(await engine.openTable(ALL)).toMatchObject(nothing);
    expect(await engine.compareGroup(0, null)).toMatchObject(nothing);
    expect(await engine.saveReport('csv', { query: null }, silent)).toMatchObject(nothing);
    expect(must(await engine.tableLines(0, 5))).toEqual([]);
    expect(must(await engine.findLine(0, 0))).toBe(-1);
  });

  test('an error that nobody foresaw names what was being done', async () => {
    const { engine } = await engineIn();
    const blob = Object.defineProperty(new Blob(['[]']), 'size', {
      get: () => {
        throw new TypeError('boom');
      },
    });
    const broken = { name: 'a.json', blob };
    expect(await engine.importSources([broken], FILES, silent)).toMatchObject({
      trouble: { what: expect.stringContaining('Reading the files was stopped'), detail: expect.any(String) },
    });
  });

  test('cancel answers while the file does not, and what is open stays', async () => {
    const { engine } = await engineIn();
    await importFive(engine);
    const running = engine.importSources([stuckFile()], FILES, silent);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await engine.cancel();
    expect(await running).toEqual({ ok: false, trouble: null, cancelled: true });
    expect(must(await engine.openTable(ALL)).rows).toBe(4);
  });

  test('cancel in the middle of a report; the next one is whole', async () => {
    const { engine } = await engineIn();
    const many = Array.from({ length: 30_000 }, (_, at) => ({ assetId: at + 1, assetName: 'same' }));
    opened(await engine.importSources([jsonFile(many)], FILES, silent));
    const running = engine.saveReport('xlsx', { query: null }, () => void engine.cancel());
    expect(await running).toEqual({ ok: false, trouble: null, cancelled: true });
    expect(must(await engine.saveReport('csv', { query: null }, silent)).rows).toBe(30_000);
  });

  test('the latest import wins; a report is not dropped for one', async () => {
    const { engine } = await engineIn();
    const first = engine.importSources([jsonFile(FIVE)], FILES, silent);
    const second = engine.importSources([jsonFile(FIVE.slice(0, 2))], FILES, silent);
    expect(await first).toMatchObject({ cancelled: true });
    expect(opened(await second).summary.hostAssets).toBe(2);
    const report = engine.saveReport('csv', { query: null }, silent);
    expect(await engine.importSources([jsonFile(FIVE)], FILES, silent)).toMatchObject({
      trouble: { code: 'busy', what: 'Writing the duplicates as CSV is still running.' },
    });
    must(await report);
  });

  test('the latest table wins', async () => {
    const { engine } = await engineIn();
    await importFive(engine);
    const first = engine.openTable({ ...ALL, search: 'web' });
    const second = engine.openTable({ ...ALL, search: 'db' });
    expect(await first).toMatchObject({ cancelled: true });
    expect(must(await second).rows).toBe(2);
    expect(must(await engine.tableLines(0, 9)).length).toBe(3);
  });

  test('settings from a file are checked', async () => {
    const { engine } = await engineIn();
    expect(await engine.readSettings('{')).toMatchObject({ trouble: { code: 'settings-not-json' } });
    expect(await engine.readSettings('{"version":1,"rules":["x"]}')).toMatchObject({
      trouble: { code: 'settings-refused' },
    });
    const settings = must(await engine.defaultSettings());
    expect(must(await engine.readSettings(JSON.stringify(settings)))).toEqual(settings);
  });
});

test('the import leaves no note behind', async () => {
  const { engine } = await engineIn();
  await importFive(engine);
  await engine.idle();
  expect(await rowsOf('running')).toEqual([]);
});
