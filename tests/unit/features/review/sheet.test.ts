import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { read, utils, type WorkBook, write } from 'xlsx';
import type { Engine } from '../../../../src/app/engine';
import { freshIndexedDb } from '../../store/support';
import { engineIn, must, silent } from '../../worker/support';
import { decide, openRecords, pairsOf, queueOf } from './support';

beforeEach(() => {
  freshIndexedDb();
});

const SHEETS = new URL('../../../fixtures/review-sheets/', import.meta.url);

type Row = Record<string, string | number>;

async function reportOf(engine: Engine): Promise<WorkBook> {
  const report = must(await engine.saveReport('xlsx', { query: null }, silent));
  return read(new Uint8Array(await report.blob.arrayBuffer()), { type: 'array' });
}

function rowsIn(workbook: WorkBook): Row[] {
  return utils.sheet_to_json<Row>(workbook.Sheets['Review']!, { defval: '' });
}

/** The report as a person filled it in. */
function filled(workbook: WorkBook, change: (rows: Row[]) => Row[]): File {
  const sheet = utils.json_to_sheet(change(rowsIn(workbook)));
  const changed = { ...workbook, Sheets: { ...workbook.Sheets, Review: sheet } };
  return new File([write(changed, { type: 'array', bookType: 'xlsx' })], 'filled.xlsx');
}

async function reviewing() {
  const { engine } = await engineIn();
  await openRecords(engine, pairsOf(6));
  must(await engine.review(silent));
  return engine;
}

describe('the sheet Review of the Excel report', () => {
  test('has a row for each question, and a list of answers in each row', async () => {
    const engine = await reviewing();
    const [first] = await queueOf(engine);
    await decide(engine, first!, 'same', { note: 'seen', keep: '2' });
    const workbook = await reportOf(engine);
    const rows = rowsIn(workbook);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatchObject({
      Answer: 'same',
      Keep: '2',
      Note: 'seen',
      'Asset IDs': '1, 2',
      Question: '1+2',
    });
    expect(rows[1]).toMatchObject({ Answer: '', Proposal: 'same', 'Keep Proposed': '3', Frees: 1 });
    const headers = Object.keys(rows[0]!);
    // Other people's scripts delete what stands under this header.
    expect(headers).not.toContain('Asset ID');
  });

  test.each(readdirSync(SHEETS))('of any released version is read: %s', async (name) => {
    const { engine } = await engineIn();
    await openRecords(engine, pairsOf(4));
    must(await engine.review(silent));
    const file = new File([readFileSync(new URL(name, SHEETS))], name);
    const loaded = must(await engine.loadDecisions([file], silent));
    expect(loaded).toMatchObject({ added: 3, unread: [{ place: 'Review, row 5' }] });
    expect(must(await engine.reviewItem('1+2'))!.decision).toMatchObject({ keep: '2', note: 'by sheet' });
    expect(must(await engine.review(silent)).figures).toMatchObject({ decided: 2, notSure: 1, left: 1 });
  });

  test('is read back row by row; what cannot be read is said by row', async () => {
    const engine = await reviewing();
    const file = filled(await reportOf(engine), (rows) => {
      Object.assign(rows[0]!, { Answer: 'same', Keep: 2, Note: 'by sheet' });
      Object.assign(rows[1]!, { Answer: 'Different ' });
      Object.assign(rows[2]!, { Answer: 'perhaps' });
      Object.assign(rows[3]!, { Answer: 'same', Keep: '1' });
      Object.assign(rows[4]!, { Note: 'no answer' });
      return [...rows, { ...rows[1]! }, { ...rows[5]!, Answer: 'same', Question: '77+78' }];
    });
    const loaded = must(await engine.loadDecisions([file], silent));
    expect(loaded).toMatchObject({ added: 2, changed: 0, known: 0 });
    expect(loaded.unread.map(({ place }) => place)).toEqual([
      'Review, row 4',
      'Review, row 6',
      'Review, row 5',
      'Review, row 8',
      'Review, row 9',
    ]);
    expect(loaded.unread[0]!.why).toContain('“perhaps” is no answer');
    const view = must(await engine.review(silent));
    expect(view.figures).toMatchObject({ decided: 2, left: 4 });
    expect(must(await engine.reviewItem('1+2'))!.decision).toMatchObject({
      answer: 'same',
      keep: '2',
      note: 'by sheet',
      origin: 'sheet',
    });
    must(await engine.undoDecision());
    expect(must(await engine.review(silent)).figures).toMatchObject({ decided: 0 });
  });

  test('comes back unchanged as what is known, and never decides about records that changed since', async () => {
    const engine = await reviewing();
    for (const item of (await queueOf(engine)).slice(0, 3)) await decide(engine, item, 'same');
    const unchanged = filled(await reportOf(engine), (rows) => rows);
    expect(must(await engine.loadDecisions([unchanged], silent))).toMatchObject({
      added: 0,
      changed: 0,
      known: 3,
      unread: [],
    });
    const answered = filled(await reportOf(engine), (rows) =>
      rows.map((row) => ({ ...row, Answer: 'different' })),
    );
    const records = pairsOf(6).map((record) =>
      record['assetId'] === 9 ? { ...record, assetName: 'renamed' } : record,
    );
    await openRecords(engine, records, 'next.json');
    const loaded = must(await engine.loadDecisions([answered], silent));
    expect(loaded).toMatchObject({ added: 2, changed: 3 });
    expect(loaded.unread).toMatchObject([
      { place: 'Review, row 6', why: expect.stringContaining('have changed') },
    ]);
  });

  test.each([
    ['no workbook', new File(['PK\u0003\u0004 not a zip'], 'broken.xlsx')],
    [
      'no report of Doublet',
      new File([write({ SheetNames: ['A'], Sheets: { A: {} } }, { type: 'array' })], 'a.xlsx'),
    ],
  ])('refuses %s with a sentence', async (_, file) => {
    const engine = await reviewing();
    const loaded = await engine.loadDecisions([file], silent);
    expect(loaded).toMatchObject({ ok: false, trouble: { what: expect.stringContaining(file.name) } });
  });
});

describe('the results as JSON', () => {
  test('hold each decision with who, when and what it rested on', async () => {
    const engine = await reviewing();
    must(await engine.setReviewer('ann'));
    const [first] = await queueOf(engine);
    await decide(engine, first!, 'same', { note: 'seen' });
    const report = must(await engine.saveReport('json', { query: null }, silent));
    const { decisions } = JSON.parse(await report.blob.text());
    expect(decisions).toMatchObject([
      { answer: 'same', assetIds: ['1', '2'], by: 'ann', note: 'seen', stands: 'holds', changed: [] },
    ]);
    expect(decisions[0].basis.records[0]).toMatchObject({ assetId: '1', values: { serial: ['PF00001'] } });
  });

  test('in a redacted copy hold neither names, notes nor values', async () => {
    const engine = await reviewing();
    must(await engine.setReviewer('ann'));
    for (const item of await queueOf(engine)) await decide(engine, item, 'same', { note: 'secret' });
    const redaction = { key: new Uint8Array(16).fill(7), keyKept: false };
    const report = must(await engine.saveReport('json', { query: null, redaction }, silent));
    const text = await report.blob.text();
    expect(JSON.parse(text).decisions).toHaveLength(6);
    for (const value of ['ann', 'secret', 'PF00001', 'host1']) expect(text).not.toContain(`"${value}"`);
  });
});
