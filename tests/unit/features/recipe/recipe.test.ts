import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/app/engine';
import { freshIndexedDb } from '../../store/support';
import { engineIn, FIVE, jsonFile, must, opened, silent } from '../../worker/support';

const FOLDER = new URL('../../../fixtures/recipes/', import.meta.url);
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

async function savedBy(engine: Engine, page: unknown = null) {
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
    const recipe = await savedBy(engine, { keys: { same: 's' } });
    expect(recipe).toMatchObject({
      format: 'doublet-recipe',
      version: 1,
      judgement: { staleDays: 30 },
      detection: { rules: ['macAddress'], sharedWidelyFrom: 7 },
      sensor: { format: 'doublet-sensor-settings' },
      page: { keys: { same: 's' } },
    });
    freshIndexedDb();
    const other = await opening();
    const preview = must(await other.readRecipe(fileOf(recipe)));
    expect(preview).toMatchObject({
      changes: [
        { title: 'Judgement', settings: ['staleDays'] },
        { title: 'Sensor check', settings: [] },
        { title: 'Rules and ignored values', settings: ['rules', 'sharedWidelyFrom'] },
      ],
      absent: [],
      unknown: [],
      page: { keys: { same: 's' } },
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
    const preview = must(await engine.readRecipe(fileOf(text)));
    expect(preview.changes.flatMap(({ settings }) => settings)).toEqual(['aliveDays', 'sharedWidelyFrom']);
    expect(preview.absent).toEqual([]);
    must(await engine.applyRecipe(silent));
    expect(await savedBy(engine)).toMatchObject({
      judgement: { aliveDays: 5 },
      detection: { sharedWidelyFrom: 9 },
    });
  });

  test('with some of the settings leaves the others, and says so', async () => {
    const engine = await opening();
    const preview = must(await engine.readRecipe(fileOf({ format: 'doublet-recipe', version: 1, later: 1 })));
    expect(preview).toMatchObject({ changes: [], unknown: ['later'], page: null });
    expect(preview.absent).toHaveLength(3);
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
    ['with a wrong sensor', { format: 'doublet-recipe', version: 1, sensor: { version: 1 } }, ''],
  ])('%s is refused with a sentence, and nothing waits to be applied', async (_, value, words) => {
    const engine = await opening();
    const before = await savedBy(engine);
    expect(await engine.readRecipe(fileOf(value))).toMatchObject({
      ok: false,
      trouble: { what: expect.stringContaining(words) },
    });
    expect(await engine.applyRecipe(silent)).toMatchObject({
      ok: false,
      trouble: { code: 'no-recipe-read' },
    });
    expect(await savedBy(engine)).toEqual(before);
  });

  test('that is cancelled half way changes nothing', async () => {
    const engine = await opening();
    const before = await savedBy(engine);
    const recipe = {
      ...before,
      judgement: { ...before.judgement, staleDays: 11 },
      detection: { ...before.detection, rules: ['assetName'] },
    };
    must(await engine.readRecipe(fileOf(recipe)));
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
