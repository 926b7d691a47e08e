import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/app/engine';
import { freshIndexedDb } from '../../store/support';
import { engineIn, FIVE, jsonFile, must, opened, silent } from '../../worker/support';

const FOLDER = new URL('../../../fixtures/recipes/', import.meta.url);
/** Preferences of the page as it would give them. */
const PAGE = { review: { keys: { same: 's', different: 'd' }, keysOn: true, blind: false } };
const fileOf = (value: unknown) =>
  new File([typeof value === 'string' ? value : JSON.stringify(value)], 'recipe.json');

beforeEach(() => {
  freshIndexedDb();
});

async function opening(): Promise<Engine> {
  const { engine } = await engineIn();
  opened(await engine.importSources([jsonFile(FIVE)], { origin: 'files', add: false }, silent));
  return engine;
}

async function savedBy(engine: Engine, page: Readonly<Record<string, unknown>> = {}) {
  const saved = must(await engine.saveRecipe(page));
  expect(saved.fileName).toMatch(/^doublet-recipe_\d{8}_\d{6}\.json$/);
  return JSON.parse(await saved.blob.text());
}

describe('a recipe', () => {
  test('holds all settings, and gives them to another browser', async () => {
    const engine = await opening();
    const { settings } = must(await engine.judgement(silent));
    must(await engine.changeJudgement({ ...settings, staleDays: 30 }, silent));
    const detection = must(await engine.defaultSettings());
    const only = { ...detection, rules: ['macAddress'] as const, sharedWidelyFrom: 7 };
    opened(wrap(await engine.detect(only, silent)));
    const recipe = await savedBy(engine, { review: { keys: { same: 's' } } });
    expect(recipe).toMatchObject({
      format: 'doublet-recipe',
      version: 1,
      judgement: { staleDays: 30 },
      detection: { rules: ['macAddress'], sharedWidelyFrom: 7 },
      sensor: { format: 'doublet-sensor-settings' },
      page: { review: { keys: { same: 's' } } },
    });
    freshIndexedDb();
    const other = await opening();
    const preview = must(await other.readRecipe(fileOf(recipe), { review: { keys: { same: 'y' } } }));
    expect(preview).toMatchObject({
      changes: [
        {
          title: 'Judgement',
          settings: [{ label: 'Days until an asset is stale', before: '90', after: '30' }],
        },
        { title: 'Sensor check', settings: [] },
        { title: 'Hand-over', settings: [] },
        {
          title: 'Rules and ignored values',
          settings: [
            {
              name: 'rules',
              before: '5 entries',
              after: '1 entry, without “assetName”, “dnsName”, “netbiosName” and 1 more',
            },
            { label: 'Shared widely from', before: '20', after: '7' },
          ],
        },
        {
          title: 'Keys and preferences',
          settings: [{ name: 'review.keys.same', label: 'Review, keys, same', before: 'y', after: 's' }],
        },
      ],
      absent: [],
      unknown: [],
      page: { review: { keys: { same: 's' } } },
    });
    expect(must(await other.judgement(silent)).settings.staleDays).toBe(90);
    const applied = must(await other.applyRecipe(silent));
    expect(applied.result).toMatchObject({ settings: { rules: ['macAddress'] }, summary: { groups: 1 } });
    expect(must(await other.judgement(silent)).settings.staleDays).toBe(30);
    expect({ ...(await savedBy(other)), page: recipe.page }).toEqual(recipe);
  });

  test.each(readdirSync(FOLDER))('of any released version opens: %s', async (name) => {
    const engine = await opening();
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const preview = must(await engine.readRecipe(fileOf(text), PAGE));
    // The list of ignored values has become longer since.
    expect(preview.changes.flatMap(({ settings }) => settings.map((one) => one.name))).toEqual([
      'aliveDays',
      'tagId',
      'ignored',
      'sharedWidelyFrom',
      'review.keys.same',
      'review.blind',
    ]);
    expect(preview.absent).toEqual([]);
    must(await engine.applyRecipe(silent));
    expect(await savedBy(engine)).toMatchObject({
      judgement: { aliveDays: 5 },
      handOver: { tagId: '4711' },
      detection: { sharedWidelyFrom: 9 },
    });
  });

  test('with some of the settings leaves the others, and says so', async () => {
    const engine = await opening();
    const preview = must(
      await engine.readRecipe(
        fileOf({ format: 'doublet-recipe', version: 1, later: 1, page: { soon: 1 } }),
        PAGE,
      ),
    );
    expect(preview).toMatchObject({ changes: [], unknown: ['later', 'page.soon'], page: {} });
    expect(preview.absent).toHaveLength(5);
  });

  test.each([
    ['that is no JSON', '{', 'not JSON'],
    ['that is a list', [], 'does not say'],
    ['of something else', { format: 'doublet-results' }, 'does not say'],
    ['without a version', { format: 'doublet-recipe' }, 'version is missing'],
    ['of a newer version', { format: 'doublet-recipe', version: 2 }, 'newer Doublet'],
    [
      'with a wrong rule',
      { format: 'doublet-recipe', version: 1, detection: { version: 1, rules: ['x'] } },
      'rule',
    ],
    ['with wrong days', { format: 'doublet-recipe', version: 1, judgement: { version: 1 } }, 'judgement'],
    ['with a wrong tag', { format: 'doublet-recipe', version: 1, handOver: { version: 1 } }, 'hand-over'],
    ['with a page that is none', { format: 'doublet-recipe', version: 1, page: 7 }, '“page”'],
    ['with a wrong sensor', { format: 'doublet-recipe', version: 1, sensor: { version: 1 } }, ''],
  ])('%s is refused with a sentence, and nothing waits to be applied', async (_, value, words) => {
    const engine = await opening();
    const before = await savedBy(engine);
    expect(await engine.readRecipe(fileOf(value), PAGE)).toMatchObject({
      ok: false,
      trouble: { what: expect.stringContaining(words) },
    });
    expect(await engine.applyRecipe(silent)).toMatchObject({
      ok: false,
      trouble: { code: 'no-recipe-read' },
    });
    expect(await savedBy(engine)).toEqual(before);
  });

  test('is taken back: the settings are what they were, also those of this dataset alone', async () => {
    const engine = await opening();
    const sensor = must(await engine.defaultSensorSettings());
    must(await engine.changeSensorSettings({ ...sensor, ipInactivityHours: 5 }, 'dataset', silent));
    const before = await savedBy(engine);
    const recipe = {
      ...before,
      judgement: { ...before.judgement, staleDays: 11 },
      sensor: { ...before.sensor, ipInactivityHours: 7 },
      handOver: { ...before.handOver, tagName: 'Other' },
      detection: { ...before.detection, rules: ['assetName'] },
    };
    must(await engine.readRecipe(fileOf(recipe), PAGE));
    must(await engine.applyRecipe(silent));
    expect(await savedBy(engine)).toEqual(recipe);
    expect(must(await engine.sensorCheck(silent))).toMatchObject({ scope: 'all' });
    const { result } = must(await engine.undoRecipe(silent));
    expect(result).toMatchObject({ settings: { rules: before.detection.rules } });
    expect(await savedBy(engine)).toEqual(before);
    expect(must(await engine.sensorCheck(silent))).toMatchObject({
      scope: 'dataset',
      settings: { ipInactivityHours: 5 },
    });
    expect(await engine.undoRecipe(silent)).toMatchObject({ ok: false, trouble: { code: 'no-recipe-read' } });
  });

  test('of the judgement alone makes another result, so that the page reads everything anew', async () => {
    const engine = await opening();
    const before = await savedBy(engine);
    const { revision } = opened(wrap(await engine.detect(before.detection, silent)));
    must(
      await engine.readRecipe(fileOf({ ...before, judgement: { ...before.judgement, staleDays: 9 } }), PAGE),
    );
    expect(must(await engine.applyRecipe(silent)).result!.revision).toBeGreaterThan(revision);
    must(await engine.readRecipe(fileOf(await savedBy(engine)), PAGE));
    expect(must(await engine.applyRecipe(silent)).result).toBeNull();
  });

  test('that is cancelled half way changes nothing', async () => {
    const engine = await opening();
    const before = await savedBy(engine);
    const recipe = {
      ...before,
      judgement: { ...before.judgement, staleDays: 11 },
      detection: { ...before.detection, rules: ['assetName'] },
    };
    must(await engine.readRecipe(fileOf(recipe), PAGE));
    const applying = engine.applyRecipe((progress) => {
      if (progress.phase === 'Finding duplicates') void engine.cancel();
    });
    expect(await applying).toMatchObject({ ok: false });
    await engine.idle();
    await expect.poll(() => savedBy(engine)).toEqual(before);
  });
});

function wrap<T>(outcome: T) {
  const { ok, value } = outcome as never as { ok: true; value: never };
  return { ok, value: { kind: 'opened', result: value } } as never;
}
