import { createRoot, createSignal } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { TableLine, TableQuery, TableSize } from '../../../src/model/table';
import { createTable } from '../../../src/ui/state/table';
import { TABLE, type TableView } from '../../../src/ui/state/table-address';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const size = (lines: number): TableSize => ({ lines, rows: lines, groups: 1, assets: lines });
const line = (search: string) => ({ kind: 'band', group: 0, value: search }) as unknown as TableLine;

/** A table whose engine answers when the test says so, with lines that name the search. */
function tableWith() {
  return createRoot((dispose) => {
    const [view, setView] = createSignal<TableView>(TABLE.start);
    const [revision, setRevision] = createSignal<number | null>(null);
    const [cards, setCards] = createSignal(false);
    const asked: { readonly query: TableQuery; answer(lines: number): void }[] = [];
    let current = '';
    const engine = {
      openTable: (query: TableQuery) =>
        new Promise<{ ok: true; value: TableSize }>((resolve) => {
          const answer = (lines: number) => {
            current = query.search;
            resolve({ ok: true, value: size(lines) });
          };
          asked.push({ query, answer });
        }),
      tableLines: async () => ({ ok: true, value: [line(current)] }) as never,
    };
    const table = createTable(engine, revision, view, cards);
    return { table, asked, setView, setRevision, setCards, dispose };
  });
}

describe('the result table', () => {
  it('asks nothing without a result, and again for each new question only', async () => {
    const { asked, setView, setRevision, dispose } = tableWith();
    setView({ ...TABLE.start, search: ' a ' });
    expect(asked).toHaveLength(0);
    setRevision(1);
    setView({ ...TABLE.start, search: 'a' });
    await settled();
    expect(asked.map(({ query }) => query.search)).toEqual(['a']);
    setRevision(2);
    expect(asked).toHaveLength(2);
    dispose();
  });

  it('has bands only in the order of detection, and none on cards', () => {
    const { table, setView, setCards, dispose } = tableWith();
    expect(table.query().bands).toBe(true);
    setView({ ...TABLE.start, sort: { column: 'dnsName', descending: false } });
    expect(table.query().bands).toBe(false);
    setView(TABLE.start);
    setCards(true);
    expect(table.query().bands).toBe(false);
    dispose();
  });

  it('keeps the size of the question before until the new answer is here, and takes only the last', async () => {
    const { table, asked, setView, setRevision, dispose } = tableWith();
    setRevision(1);
    asked[0]!.answer(3);
    await settled();
    expect([table.size()?.lines, table.version()]).toEqual([3, 1]);
    setView({ ...TABLE.start, search: 'a' });
    setView({ ...TABLE.start, search: 'ab' });
    expect([table.size()?.lines, table.waiting()]).toEqual([3, true]);
    asked[2]!.answer(1);
    asked[1]!.answer(9);
    await settled();
    expect(table.size()?.lines).toBe(1);
    dispose();
  });

  it('says that it waits until the first new lines are in sight', async () => {
    const { table, asked, setRevision, dispose } = tableWith();
    setRevision(1);
    asked[0]!.answer(1);
    await settled();
    expect(table.waiting()).toBe(true);
    table.want(0, 1);
    await settled();
    expect([table.waiting(), table.line(0)?.group]).toEqual([false, 0]);
    dispose();
  });

  it('is done at once where nothing answers the question', async () => {
    const { table, asked, setRevision, dispose } = tableWith();
    setRevision(1);
    asked[0]!.answer(0);
    await settled();
    expect([table.waiting(), table.size()?.lines]).toEqual([false, 0]);
    dispose();
  });
});
