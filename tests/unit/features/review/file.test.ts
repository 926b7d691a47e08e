import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { readDecisionsFile } from '../../../../src/features/review/file/decisions-file';
import { freshIndexedDb, tamper } from '../../store/support';
import { engineIn, must, silent } from '../../worker/support';
import { decide, openRecords, pairsOf, queueOf } from './support';

const FOLDER = new URL('../../../fixtures/decisions/', import.meta.url);
const fileOf = (text: string, name = 'decisions.json') => new File([text], name);

beforeEach(() => {
  freshIndexedDb();
});

async function reviewing() {
  const { engine } = await engineIn();
  await openRecords(engine, pairsOf(4));
  must(await engine.review(silent));
  return engine;
}

describe('a file of decisions', () => {
  test.each(readdirSync(FOLDER))('of any released version opens: %s', async (name) => {
    const engine = await reviewing();
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const loaded = must(await engine.loadDecisions([fileOf(text, name)], silent));
    expect(loaded).toMatchObject({ added: 4, changed: 0, known: 0, elsewhere: 1, unread: [] });
    expect(must(await engine.review(silent)).figures).toMatchObject({ decided: 1, asked: 1, onlyHere: 0 });
    const [asked] = await queueOf(engine, { part: 'asked' });
    expect(asked!.changed).toEqual(['Serial number of 4 (host2): CHANGED before, PF00002 now.']);
    expect(await must(await engine.saveDecisions(silent)).blob.text()).toBe(text);
  });

  test.each([
    ['that is no JSON', 'not json', 'not JSON'],
    ['of something else', '{"format":"doublet-results"}', 'does not say'],
    ['that is a list', '[]', 'does not say'],
    ['that is null', 'null', 'does not say'],
    ['without decisions', '{"format":"doublet-decisions","version":1}', 'is missing'],
    ['of a newer version', '{"format":"doublet-decisions","version":2,"decisions":[]}', 'newer Doublet'],
  ])('%s is refused with a sentence, and nothing changes', async (_, text, words) => {
    const engine = await reviewing();
    const refused = await engine.loadDecisions([fileOf(text)], silent);
    expect(refused).toMatchObject({ ok: false, trouble: { what: expect.stringContaining(words) } });
    expect(must(await engine.decisionHistory(0, 9))).toEqual([]);
  });

  test('names the entries that cannot be read, and takes the others', () => {
    const text = readFileSync(new URL('version-1.json', FOLDER), 'utf8');
    const file = JSON.parse(text);
    const [first] = file.decisions;
    file.decisions.push(
      null,
      { ...first, id: '' },
      { ...first, id: 'x', revision: 0 },
      { ...first, id: 'x', assetIds: ['1'] },
      { ...first, id: 'x', assetIds: ['1', '9'] },
      { ...first, id: 'x', at: 1e300 },
      { ...first, id: 'x', basis: { ...first.basis, records: 'none' } },
    );
    const read = readDecisionsFile(JSON.stringify(file), 'mixed.json');
    expect(read.decisions.size).toBe(4);
    expect(read.unread.map(({ place }) => place)).toEqual(
      [5, 6, 7, 8, 9, 10, 11].map((at) => `Decision ${at} of mixed.json`),
    );
  });

  test('of two people who differ makes a conflict, which one answer settles', async () => {
    const ann = await reviewing();
    must(await ann.setReviewer('ann'));
    for (const item of await queueOf(ann)) await decide(ann, item, 'same');
    const fromAnn = must(await ann.saveDecisions(silent));
    freshIndexedDb();
    const bob = await reviewing();
    must(await bob.setReviewer('bob'));
    const [first, second] = await queueOf(bob);
    await decide(bob, first!, 'different');
    await decide(bob, second!, 'same');
    const loaded = must(await bob.loadDecisions([fileOf(await fromAnn.blob.text())], silent));
    expect(loaded).toMatchObject({ added: 4, conflicts: 1 });
    const { figures } = must(await bob.review(silent));
    expect(figures).toMatchObject({ conflicts: 1, decided: 3, left: 1, freed: 3, sample: 2 });
    expect(figures.agreement).toEqual({ both: 2, agree: 0.5 });
    const [conflict] = await queueOf(bob, { part: 'conflicts' });
    expect(conflict!.conflicting.map(({ by }) => by).sort()).toEqual(['ann', 'bob']);
    const settled = await decide(bob, conflict!, 'same');
    expect(settled.figures).toMatchObject({ conflicts: 0, decided: 4, freed: 4 });
    // What a person said once still counts for how far two agree.
    expect(settled.figures.agreement).toEqual({ both: 2, agree: 1 });
    // In the sample an answer stands beside the other, and a difference is a conflict.
    const sample = await queueOf(bob, { part: 'sample' });
    expect(sample).toHaveLength(2);
    const after = await decide(bob, sample[0]!, 'different');
    expect(after.figures).toMatchObject({ conflicts: 1, sample: 1 });
  });
});

test('a damaged step of the journal is named and skipped, and the others stand', async () => {
  const engine = await reviewing();
  for (const item of await queueOf(engine)) await decide(engine, item, 'same');
  await tamper('decisions', (objects) => objects.put({ version: 1, id: 5 }, 2));
  const { engine: other } = await engineIn('web', 'other');
  await openRecords(other, pairsOf(4));
  const view = must(await other.review(silent));
  expect(view.figures).toMatchObject({ decided: 3, left: 1 });
  expect(view.unread).toMatchObject([{ place: 'Step 2', why: expect.stringContaining('id') }]);
  expect(must(await other.undoDecision()).figures.decided).toBe(2);
});
