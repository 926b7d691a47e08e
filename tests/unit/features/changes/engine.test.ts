import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/app/engine';
import { DEFAULT_HAND_OVER_SETTINGS } from '../../../../src/features/hand-over/settings';
import { NOVEMBER, OCTOBER, SEPTEMBER } from '../../../fixtures/machines/exports-over-time';
import { freshIndexedDb } from '../../store/support';
import { engineIn, jsonFile, must, opened, silent } from '../../worker/support';
import { csvRows } from '../hand-over/kit-of';

const FILES = { origin: 'files', add: false } as const;

beforeEach(() => {
  freshIndexedDb();
});

async function imported(engine: Engine, records: readonly object[], name: string): Promise<string> {
  const { header } = opened(await engine.importSources([jsonFile(records, name)], FILES, silent));
  await engine.idle();
  return header.id;
}

async function handedOver(engine: Engine): Promise<string> {
  must(await engine.handOver({ ...DEFAULT_HAND_OVER_SETTINGS, proposals: true }));
  const kit = must(await engine.saveHandOverKit(silent));
  expect(kit.rows).toBe(3);
  return must(await engine.handOversToFollow())[0]!.id;
}

const lines = async (engine: Engine, list: 'new' | 'gone' | 'back' | 'still' | 'changed') => {
  const count = must(await engine.openChanges({ list, cause: null }));
  return must(await engine.changeLines(0, count));
};
const idsOf = async (...args: Parameters<typeof lines>) =>
  (await lines(...args)).map(({ assetId }) => assetId);

describe('two datasets compared', () => {
  test('every asset is in one list, with its cause', async () => {
    const { engine } = await engineIn();
    const earlier = await imported(engine, SEPTEMBER, 'september.json');
    await imported(engine, OCTOBER, 'october.json');
    const view = must(await engine.compareDatasets(earlier, null, silent));
    expect(view.counts).toEqual({ new: 1, gone: 2, back: 2, still: 4, changed: 2 });
    expect(view.earlier).toMatchObject({ name: 'september.json', assets: 10 });
    expect(await idsOf(engine, 'new')).toEqual(['213']);
    expect(await idsOf(engine, 'gone')).toEqual(['102', '106']);
    expect(await idsOf(engine, 'still')).toEqual(['101', '103', '111', '112']);
    expect(
      (await lines(engine, 'back')).map(({ assetId, before, cause }) => [assetId, before, cause]),
    ).toEqual([
      ['204', '104', 'Under another ID'],
      ['210', '110', 'Agent provisioned again'],
    ]);
    expect(
      (await lines(engine, 'changed')).map(({ assetId, what, cause }) => [assetId, what, cause]),
    ).toEqual([
      ['105', 'name', 'Renamed'],
      ['108', 'name, serial number, hardware UUID, MAC addresses', 'One asset ID, several machines'],
    ]);
    expect(must(await engine.openChanges({ list: 'changed', cause: 'renamed' }))).toBe(1);
    const changed = must(await engine.openChange('changed', 3))!;
    expect(changed.rows.find(({ label }) => label === 'Asset name')).toEqual({
      label: 'Asset name',
      before: 'WKS-003',
      after: 'WKS-NEW',
      differs: true,
    });
    const gone = must(await engine.openChange('gone', 5))!;
    expect(gone.rows.find(({ label }) => label === 'Asset ID')).toMatchObject({ before: '106', after: '' });
  });

  test('a third export shows that a record goes to and fro', async () => {
    const { engine } = await engineIn();
    const september = await imported(engine, SEPTEMBER, 'september.json');
    const october = await imported(engine, OCTOBER, 'october.json');
    await imported(engine, NOVEMBER, 'november.json');
    const view = must(await engine.compareDatasets(october, null, silent));
    expect(view.alsoLookedInto).toBe('september.json');
    expect((await lines(engine, 'changed')).map(({ cause }) => cause)).toEqual([
      'One asset ID, several machines',
    ]);
    expect(must(await engine.compareDatasets(september, null, silent)).counts.changed).toBe(0);
  });

  test('two datasets of which neither is open', async () => {
    const { engine } = await engineIn();
    const september = await imported(engine, SEPTEMBER, 'september.json');
    const october = await imported(engine, OCTOBER, 'october.json');
    const asOpen = must(await engine.compareDatasets(september, null, silent));
    const linesThen = await lines(engine, 'changed');
    await imported(engine, NOVEMBER, 'november.json');
    const view = must(await engine.compareDatasets(september, october, silent));
    expect(view).toEqual({ ...asOpen, decisions: null });
    expect(await lines(engine, 'changed')).toEqual(linesThen);
    expect(await idsOf(engine, 'new')).toEqual(['213']);
    expect(must(await engine.openChange('changed', 3))!.rows).toContainEqual({
      label: 'Asset name',
      before: 'WKS-003',
      after: 'WKS-NEW',
      differs: true,
    });
  });

  test('the one that is called earlier may be the newer one, which is said', async () => {
    const { engine } = await engineIn();
    const september = await imported(engine, SEPTEMBER, 'september.json');
    const october = await imported(engine, OCTOBER, 'october.json');
    expect(must(await engine.compareDatasets(september, october, silent)).isReversed).toBe(false);
    const turned = must(await engine.compareDatasets(october, september, silent));
    expect(turned.isReversed).toBe(true);
    expect(turned.counts).toMatchObject({ new: 2, gone: 1, back: 2 });
  });

  test('a comparison is cancelled, and the next one is made', async () => {
    const { engine } = await engineIn();
    const september = await imported(engine, SEPTEMBER, 'september.json');
    await imported(engine, OCTOBER, 'october.json');
    const comparing = engine.compareDatasets(september, null, () => void engine.cancelComparison());
    expect(await comparing).toMatchObject({ ok: false, trouble: null });
    expect(must(await engine.openChanges({ list: 'new', cause: null }))).toBe(0);
    expect(must(await engine.compareDatasets(september, null, silent)).counts.new).toBe(1);
  });

  test('what it finds to be several machines stands in the kit, and in no list of it', async () => {
    const { engine } = await engineIn();
    const september = await imported(engine, SEPTEMBER, 'september.json');
    const october = await imported(engine, OCTOBER, 'october.json');
    const collisionsOf = async (of: Engine) => {
      const kit = must(await of.saveHandOverKit(silent));
      const text = strFromU8(unzipSync(new Uint8Array(await kit.blob.arrayBuffer()))['collisions.csv']!);
      return csvRows(text).slice(1);
    };
    expect(await collisionsOf(engine)).toEqual([]);
    must(await engine.compareDatasets(september, null, silent));
    expect(await collisionsOf(engine)).toEqual([
      ['108', expect.any(String), expect.any(String), expect.stringContaining('serial number')],
    ]);
    expect(must(await engine.handOver(null)).figures.collisions).toBe(1);
    // Kept beside the dataset: also after the page was closed, and of that dataset alone.
    const { engine: again } = await engineIn();
    must(await again.openDataset(october, silent));
    expect(await collisionsOf(again)).toHaveLength(1);
    must(await again.openDataset(september, silent));
    expect(await collisionsOf(again)).toEqual([]);
  });

  test('a dataset that is gone says so, and nothing is compared', async () => {
    const { engine } = await engineIn();
    await imported(engine, OCTOBER, 'october.json');
    expect(await engine.compareDatasets('nowhere', null, silent)).toMatchObject({
      ok: false,
      trouble: { code: 'dataset-gone' },
    });
    expect(must(await engine.openChanges({ list: 'new', cause: null }))).toBe(0);
  });
});

describe('the read-back of a hand-over', () => {
  test('says of each id whether it is gone, still there, or came back, without the old dataset', async () => {
    const { engine } = await engineIn();
    const september = await imported(engine, SEPTEMBER, 'september.json');
    const id = await handedOver(engine);
    expect(must(await engine.readBack(id, null))).toMatchObject({ sameDataset: true, counts: { still: 3 } });
    await imported(engine, OCTOBER, 'october.json');
    must(await engine.deleteDataset(september));
    const view = must(await engine.readBack(id, null));
    expect(view).toMatchObject({ sameDataset: false, counts: { gone: 1, still: 1, back: 1 }, results: null });
    expect(must(await engine.readBackLines(null, 0, 10))).toEqual([
      { assetId: '102', hostId: '9002', survivor: '101', state: 'gone', backAs: null, said: null },
      {
        assetId: '104',
        hostId: '9004',
        survivor: '103',
        state: 'back',
        backAs: { assetId: '204', title: 'WKS-002' },
        said: null,
      },
      { assetId: '112', hostId: '', survivor: '111', state: 'still', backAs: null, said: null },
    ]);
    expect(must(await engine.readBackLines('back', 0, 10))).toHaveLength(1);
  });

  test('reads a result file, and what it says against what is there', async () => {
    const { engine } = await engineIn();
    await imported(engine, SEPTEMBER, 'september.json');
    const id = await handedOver(engine);
    await imported(engine, OCTOBER, 'october.json');
    const text = 'Asset ID,Result\n102,PURGED\n104,PURGED\n112,ERROR\n999,PURGED\n';
    const view = must(await engine.readBack(id, { name: 'results.csv', blob: new Blob([text]) }));
    expect(view.results).toEqual({
      fileName: 'results.csv',
      space: 'asset',
      said: { purged: 2, error: 1, notFound: 0 },
      unsaid: 0,
      unknown: 1,
      contradicted: 1,
    });
    const hosts = new Blob(['host 9002: purged\r\nhost 9004: not found (error)\r\n']);
    const byHost = must(await engine.readBack(id, { name: 'hosts.log', blob: hosts }));
    expect(byHost.results).toMatchObject({
      space: 'host',
      said: { purged: 1, notFound: 1, error: 0 },
      unsaid: 1,
    });
  });

  test('outlives the page, until it is forgotten', async () => {
    const { engine } = await engineIn();
    await imported(engine, SEPTEMBER, 'september.json');
    const id = await handedOver(engine);
    const { engine: next } = await engineIn('web', 'next');
    expect(must(await next.handOversToFollow())).toMatchObject([{ id, records: 3 }]);
    await imported(next, OCTOBER, 'october.json');
    expect(must(await next.readBack(id, null)).counts.gone).toBe(1);
    must(await next.forgetHandOver(id));
    expect(must(await next.handOvers())).toEqual([]);
    expect(await next.readBack(id, null)).toMatchObject({ trouble: { code: 'hand-over-forgotten' } });
  });

  test('is remembered in memory where nothing is kept', async () => {
    const { engine } = await engineIn('disk');
    await imported(engine, SEPTEMBER, 'september.json');
    must(await engine.handOver({ ...DEFAULT_HAND_OVER_SETTINGS, proposals: true }));
    expect(must(await engine.saveHandOverKit(silent)).remembered).toBe(false);
    expect(must(await engine.handOvers())).toHaveLength(1);
  });
});

describe('the figures over all datasets', () => {
  test('are those of each dataset, by time, without opening them', async () => {
    const { engine } = await engineIn();
    await imported(engine, OCTOBER, 'october.json');
    await imported(engine, SEPTEMBER, 'september.json');
    const points = must(await engine.figuresOverTime());
    expect(points.map(({ dataset, assets, open }) => [dataset.name, assets, open])).toEqual([
      ['september.json', 10, true],
      ['october.json', 9, false],
    ]);
    expect(points.map(({ judged }) => judged?.redundant)).toEqual([3, 2]);
    expect(points[0]!.judged!.byCause.reduce((sum, { redundant }) => sum + redundant, 0)).toBe(3);
  });
});
