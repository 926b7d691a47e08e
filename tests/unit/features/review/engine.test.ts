import { beforeEach, describe, expect, test } from 'vitest';
import { freshIndexedDb, rowsOf } from '../../store/support';
import { engineIn, must, silent } from '../../worker/support';
import { decide, openRecords, pairsOf, queueOf, recordOf } from './support';

beforeEach(() => {
  freshIndexedDb();
});

async function reviewing(records = pairsOf(3), place: 'web' | 'disk' = 'web') {
  const { engine, notices } = await engineIn(place);
  await openRecords(engine, records);
  return { engine, notices, view: must(await engine.review(silent)) };
}

describe('the review', () => {
  test('asks one question for each proposed machine, and counts answers', async () => {
    const { engine, view } = await reviewing();
    expect(view.figures).toMatchObject({ questions: 3, decided: 0, left: 3, freed: 0, freedIfAll: 3 });
    expect(view).toMatchObject({ canUndo: null, canRedo: null, end: null, kept: { in: 'browser' } });
    const [first, second, third] = await queueOf(engine);
    expect(first).toMatchObject({ kind: 'machine', status: 'left', at: 0, of: 3, assetIds: ['1', '2'] });
    expect(first!.proposal).toMatchObject({ answer: 'same', keep: '1', redundant: ['2'] });
    expect(first!.evidence).toHaveLength(1);
    const after = await decide(engine, first!, 'same', { note: 'as it should' });
    expect(after.figures).toMatchObject({ decided: 1, left: 2, freed: 1, freedIfAll: 2, onlyHere: 1 });
    expect(after.canUndo).toContain('2 records are one machine');
    await decide(engine, second!, 'different');
    const end = await decide(engine, third!, 'notSure');
    expect(end.figures).toMatchObject({ decided: 2, left: 0, notSure: 1, freed: 1, freedIfAll: 0 });
    expect(end.end).toContain('Nothing is left that is worth your time');
    expect(await queueOf(engine)).toEqual([]);
    expect(must(await engine.reviewItem(first!.id))).toMatchObject({
      status: 'decided',
      at: -1,
      decision: { answer: 'same', note: 'as it should', assetIds: ['1', '2'], revision: 1 },
    });
    expect(await queueOf(engine, { part: 'decided' })).toHaveLength(2);
    expect(await queueOf(engine, { part: 'notSure' })).toHaveLength(1);
  });

  test('takes back and does again, as often as one likes, and shows what was done', async () => {
    const { engine } = await reviewing();
    const items = await queueOf(engine);
    for (const item of items) await decide(engine, item, 'same');
    for (const left of [1, 2, 3]) expect(must(await engine.undoDecision()).figures.left).toBe(left);
    expect(await engine.undoDecision()).toMatchObject({ ok: false, trouble: { code: 'nothing-to-undo' } });
    expect(must(await engine.redoDecision()).figures).toMatchObject({ left: 2, freed: 1 });
    await decide(engine, items[2]!, 'different');
    expect(await engine.redoDecision()).toMatchObject({ ok: false, trouble: { code: 'nothing-to-redo' } });
    const history = must(await engine.decisionHistory(0, 100));
    expect(history).toHaveLength(8);
    expect(history[0]).toMatchObject({ decision: { answer: 'different' }, undone: false });
    expect(history.filter(({ undone }) => undone)).toHaveLength(2);
    const view = must(
      await engine.editDecision(history[0]!.decision!.id, { answer: 'same', note: 'after all' }),
    );
    expect(view.figures).toMatchObject({ freed: 2 });
  });

  test('keeps each decision before it answers, and finds it again', async () => {
    const { engine } = await reviewing();
    const [first] = await queueOf(engine);
    await decide(engine, first!, 'same');
    expect(await rowsOf('decisions')).toHaveLength(1);
    const { engine: other } = await engineIn('web', 'other');
    await openRecords(other, pairsOf(3));
    expect(must(await other.review(silent)).figures).toMatchObject({ decided: 1, left: 2 });
    const [item] = await queueOf(other);
    await decide(other, item!, 'different');
    expect(must(await engine.review(silent)).figures).toMatchObject({ decided: 2, left: 1 });
    must(await engine.deleteAllData());
    expect(await rowsOf('decisions')).toHaveLength(0);
    await openRecords(engine, pairsOf(3));
    expect(must(await engine.review(silent)).figures).toMatchObject({ decided: 0, left: 3, onlyHere: 0 });
    await openRecords(other, pairsOf(3));
    expect(must(await other.review(silent)).figures).toMatchObject({ decided: 0, left: 3 });
  });

  test('works in memory where nothing is kept, and says so', async () => {
    const { engine } = await reviewing(pairsOf(3), 'disk');
    const [first] = await queueOf(engine);
    const view = await decide(engine, first!, 'same');
    expect(view.kept).toMatchObject({ in: 'page', reason: expect.stringContaining('nothing is kept') });
    expect(view.figures).toMatchObject({ decided: 1, onlyHere: 1 });
  });

  test('takes records out, adds others, and splits', async () => {
    const three = [1, 2, 3].map((id) => recordOf(id, 'web', 'PFAA11', id));
    const { engine } = await reviewing([...three, recordOf(9, 'other', null, 3)]);
    const [item] = await queueOf(engine);
    expect(item!.assetIds).toEqual(['1', '2', '3']);
    await decide(engine, item!, 'same', { assetIds: ['1', '3', '9'], keep: '3' });
    const decided = must(await engine.reviewItem(item!.id))!;
    expect(decided.decision).toMatchObject({ assetIds: ['1', '3', '9'], keep: '3' });
    expect(decided.decision!.basis.records.map(({ assetId }) => assetId)).toEqual(['1', '2', '3', '9']);
    must(
      await engine.decide({
        item: item!.id,
        answer: 'same',
        assetIds: [],
        parts: [['1'], ['2', '3']],
        keep: null,
        note: '',
      }),
    );
    expect(must(await engine.reviewItem(item!.id))!.decision).toMatchObject({
      assetIds: ['2', '3'],
      revision: 2,
    });
    const refused = await engine.decide({
      item: item!.id,
      answer: 'same',
      assetIds: ['1', '77'],
      keep: null,
      note: '',
    });
    expect(refused).toMatchObject({ ok: false, trouble: { code: 'reply-refused' } });
    expect(must(await engine.findMember('OTHER'))).toMatchObject([{ assetId: '9', title: 'other' }]);
  });

  test('saves all decisions to a file, and reads them back elsewhere', async () => {
    const { engine } = await reviewing();
    for (const item of await queueOf(engine)) await decide(engine, item, 'same');
    const saved = must(await engine.saveDecisions(silent));
    expect(saved.fileName).toMatch(/^doublet-decisions_\d{8}_\d{6}\.json$/);
    expect(must(await engine.review(silent)).figures.onlyHere).toBe(0);
    freshIndexedDb();
    const { engine: other } = await reviewing();
    const file = new File([saved.blob], saved.fileName);
    expect(must(await other.loadDecisions([file], silent))).toEqual({
      added: 3,
      changed: 0,
      known: 0,
      elsewhere: 0,
      conflicts: 0,
      unread: [],
    });
    expect(must(await other.review(silent)).figures).toMatchObject({ decided: 3, onlyHere: 0 });
    const again = must(await other.loadDecisions([file], silent));
    expect(again).toMatchObject({ added: 0, changed: 0, known: 3 });
    const resaved = must(await other.saveDecisions(silent));
    expect(await resaved.blob.text()).toBe(await saved.blob.text());
  });

  test('answers a whole cause in one step, and takes it back in one', async () => {
    const { engine } = await reviewing(pairsOf(30));
    const [item] = await queueOf(engine);
    await decide(engine, item!, 'same');
    const { cause } = item!.proposal;
    const preview = must(await engine.previewTemplate(cause, 'same'));
    expect(preview).toMatchObject({ questions: 29, freed: 29 });
    expect(preview.exceptions.length + preview.rest.length).toBe(29);
    const except = preview.rest[0]?.item ?? preview.exceptions[0]!.item;
    const view = must(await engine.applyTemplate(cause, 'same', [except]));
    expect(view.figures).toMatchObject({ decided: 29, left: 1, freed: 29 });
    expect(view.canUndo).toContain('28 questions');
    expect(must(await engine.undoDecision()).figures).toMatchObject({ decided: 1, left: 29 });
  });

  test('looks ahead without moving the place where it was left', async () => {
    const { engine } = await reviewing(pairsOf(4));
    const items = await queueOf(engine);
    must(await engine.reviewItem(1));
    expect(must(await engine.reviewItem(3, true))).toMatchObject({ id: items[3]!.id, at: 3 });
    expect(must(await engine.reviewPlace())).toBe(1);
  });

  test('leads back from a step to its question', async () => {
    const { engine } = await reviewing(pairsOf(3));
    const [, second] = await queueOf(engine);
    await decide(engine, second!, 'same');
    expect(must(await engine.decisionHistory(0, 1))[0]).toMatchObject({ item: second!.id });
    must(await engine.undoDecision());
    expect(must(await engine.decisionHistory(0, 1))[0]).toMatchObject({ item: second!.id });
  });

  test('compares the records of a question with further ones', async () => {
    const { engine } = await reviewing();
    const [first] = await queueOf(engine);
    const { comparison, evidence } = must(await engine.compareWith(first!.id, ['5', 'no such']));
    expect(comparison.assets.map(({ assetId }) => assetId)).toEqual(['1', '2', '5']);
    expect(evidence.map(({ assetIds }) => assetIds.join())).toEqual(['1,2', '1,5']);
  });

  test('does not end the judging of another call, nor is ended by it', async () => {
    const { engine } = await reviewing();
    const [judged, view] = await Promise.all([engine.judgement(silent), engine.review(silent)]);
    expect([judged.ok, view.ok]).toEqual([true, true]);
  });

  test('goes on where it was left', async () => {
    const { engine } = await reviewing(pairsOf(8));
    const items = await queueOf(engine);
    for (const item of items.slice(0, 3)) await decide(engine, item, 'same');
    must(await engine.reviewItem(4));
    must(await engine.openQueue({ part: 'left', order: 'freed', cause: null, strength: null }));
    const at = must(await engine.reviewPlace());
    expect(must(await engine.reviewItem(at))!.id).toBe(items[4]!.id);
    const view = await decide(engine, items[4]!, 'same');
    expect(view.query).toMatchObject({ part: 'left' });
    must(await engine.openQueue(view.query!));
    expect(must(await engine.reviewItem(must(await engine.reviewPlace())))!.id).toBe(items[5]!.id);
  });

  test('goes on in each part of the queue where that part was left', async () => {
    const { engine } = await reviewing(pairsOf(8));
    const left = { part: 'left', order: 'freed', cause: null, strength: null } as const;
    const decided = { ...left, part: 'decided' } as const;
    const items = await queueOf(engine);
    for (const item of items.slice(0, 4)) await decide(engine, item, 'same');
    must(await engine.openQueue(decided));
    const second = must(await engine.reviewItem(2))!;
    must(await engine.openQueue(left));
    const third = must(await engine.reviewItem(3))!;
    const placeIn = async (query: typeof left | typeof decided) => {
      must(await engine.openQueue(query));
      return must(await engine.reviewItem(must(await engine.reviewPlace()), true))!.id;
    };
    expect([await placeIn(decided), await placeIn(left)]).toEqual([second.id, third.id]);
    must(await engine.openQueue({ ...left, order: 'risk' }));
    expect(must(await engine.reviewPlace())).toBe(0);
  });

  test('finds the question about the records of a machine', async () => {
    const { engine } = await reviewing(pairsOf(4));
    const items = await queueOf(engine);
    const about = items[2]!.assets;
    expect(must(await engine.questionAbout(about))).toBe(items[2]!.id);
    expect(must(await engine.questionAbout([about[1]!]))).toBe(items[2]!.id);
    expect(must(await engine.questionAbout([about[0]!, items[0]!.assets[0]!]))).toBeNull();
    expect(must(await engine.questionAbout([Number.NaN]))).toBeNull();
  });
});
