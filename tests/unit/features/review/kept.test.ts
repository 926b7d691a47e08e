import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { freshIndexedDb, rowsOf } from '../../store/support';
import { engineIn, must, silent } from '../../worker/support';
import { decide, openRecords, pairsOf, queueOf, recordOf } from './support';

beforeEach(() => {
  freshIndexedDb();
});

async function reviewing(tab = 'tab', records = pairsOf(4)) {
  const { engine, notices } = await engineIn('web', tab);
  await openRecords(engine, records);
  must(await engine.review(silent));
  return { engine, notices };
}

describe('decisions in the browser', () => {
  test('that find no room stay in the page, which says so, and are kept once there is room', async () => {
    const { engine } = await reviewing();
    const [first, second, third] = await queueOf(engine);
    await decide(engine, first!, 'same');
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError');
    });
    onTestFinished(() => full.mockRestore());
    const view = await decide(engine, second!, 'same');
    expect(view.figures).toMatchObject({ decided: 2, onlyHere: 2 });
    expect(view.kept).toMatchObject({ in: 'page' });
    expect(await rowsOf('decisions')).toHaveLength(1);
    full.mockRestore();
    expect((await decide(engine, third!, 'same')).kept).toEqual({ in: 'browser' });
    expect(await rowsOf('decisions')).toHaveLength(3);
    const { engine: other } = await reviewing('other');
    expect(must(await other.review(silent)).figures).toMatchObject({ decided: 3, left: 1 });
  });

  test('of which the last breaks off half way are whole up to the one before', async () => {
    const { engine } = await reviewing('tab', pairsOf(30));
    const [first] = await queueOf(engine);
    await decide(engine, first!, 'same');
    // The tab dies while the template is written: its transaction never ends.
    const dying = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
    ) {
      this.transaction.abort();
      throw new DOMException('Gone.', 'AbortError');
    });
    onTestFinished(() => dying.mockRestore());
    await engine.applyTemplate(first!.proposal.cause, 'same', []);
    dying.mockRestore();
    const { engine: other } = await reviewing('other', pairsOf(30));
    expect(must(await other.review(silent)).figures).toMatchObject({ decided: 1, left: 29 });
  });

  test('are seen by another tab, which hears of each', async () => {
    const { engine } = await reviewing();
    const { engine: other, notices } = await reviewing('other');
    const [first] = await queueOf(engine);
    await decide(engine, first!, 'same');
    await vi.waitFor(() => expect(notices).toContainEqual({ kind: 'decisions' }));
    expect(must(await other.review(silent))).toMatchObject({
      figures: { decided: 1 },
      canUndo: expect.stringContaining('one machine'),
    });
    must(await other.undoDecision());
    expect(must(await engine.review(silent)).figures).toMatchObject({ decided: 0, left: 4 });
  });

  test('made in memory are kept once keeping is switched on', async () => {
    const { engine } = await engineIn('disk');
    await openRecords(engine, pairsOf(4));
    const [first] = await queueOf(engine);
    await decide(engine, first!, 'same');
    must(await engine.setCaching(true));
    expect(must(await engine.review(silent)).kept).toEqual({ in: 'browser' });
    expect(await rowsOf('decisions')).toHaveLength(1);
  });

  test('outlast their dataset', async () => {
    const { engine } = await reviewing();
    const [first] = await queueOf(engine);
    await decide(engine, first!, 'same');
    await engine.idle();
    for (const { header } of must(await engine.datasets())) must(await engine.deleteDataset(header.id));
    expect(await rowsOf('datasets')).toEqual([]);
    expect(await rowsOf('decisions')).toHaveLength(1);
  });
});

describe('with the next import', () => {
  const next = async (
    decided: 'same' | 'different',
    change: (records: ReturnType<typeof pairsOf>) => object[],
  ) => {
    const { engine } = await reviewing('tab', pairsOf(2));
    const [first] = await queueOf(engine);
    await decide(engine, first!, decided, { note: 'last month' });
    await openRecords(engine, change(pairsOf(2)) as never, 'next.json');
    const view = must(await engine.review(silent));
    return { engine, view, asked: await queueOf(engine, { part: 'asked' }) };
  };

  test('what is unchanged applies by itself', async () => {
    const { view, asked } = await next('same', (records) => [...records, recordOf(99, 'new', 'PFNEW1', 1)]);
    expect(view.figures).toMatchObject({ decided: 1, left: 1, freed: 1 });
    expect(asked).toEqual([]);
  });

  test.each(['same', 'different'] as const)('“%s” is asked again where a value changed', async (answer) => {
    const { view, asked } = await next(answer, ([first, second, ...others]) => [
      first!,
      { ...second, dnsName: 'renamed.corp.example' },
      ...others,
    ]);
    expect(view.figures).toMatchObject({ decided: 0, left: 2, asked: 1, freed: 0 });
    expect(asked[0]).toMatchObject({
      status: 'asked',
      decision: null,
      decisions: [{ answer, note: 'last month' }],
      changed: ['DNS name of 2 (host1): host1.corp.example before, renamed.corp.example now.'],
    });
  });

  test('a record that came back under another id is followed, and asked again', async () => {
    const { asked } = await next('same', ([first, second, ...others]) => [
      first!,
      { ...second, assetId: 77 },
      ...others,
    ]);
    expect(asked[0]!.assetIds).toEqual(['1', '77']);
    expect(asked[0]!.changed).toEqual(['2 came back under another asset ID: 77 (host1).']);
  });

  test('a record that joined makes the question a new one', async () => {
    const { asked } = await next('same', (records) => [...records, recordOf(99, 'host1', 'PF00001', 1)]);
    expect(asked[0]!.assetIds).toEqual(['1', '2', '99']);
    expect(asked[0]!.changed).toEqual(['99 (host1) has joined since.']);
  });

  test('a purged record ends its question, and the decision waits for its return', async () => {
    const { engine, view } = await next('same', ([first, , ...others]) => [first!, ...others]);
    expect(view.figures).toMatchObject({ questions: 1, asked: 0, elsewhere: 1 });
    await openRecords(engine, pairsOf(2), 'back.json');
    expect(must(await engine.review(silent)).figures).toMatchObject({ decided: 1, elsewhere: 0 });
  });

  test('what nothing proposes any more is asked by itself', async () => {
    const { asked } = await next('same', ([first, second, ...others]) => [
      first!,
      { ...second, assetName: 'other', dnsName: 'other.corp.example', biosSerialNumber: 'PFOTHER' },
      ...others,
    ]);
    expect(asked[0]).toMatchObject({ kind: 'own', assetIds: ['1', '2'] });
    expect(asked[0]!.changed).toHaveLength(4);
  });
});
