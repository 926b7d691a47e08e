import { type Accessor, batch, createEffect, createMemo, createSignal, on, untrack } from 'solid-js';
import type { Outcome } from '../../model/outcome';
import type { TableLine, TableQuery, TableSize } from '../../model/table';
import { createLineCache, type LineCache } from './line-cache';
import type { TableView } from './table-address';

/** The result table: the query that the view asks for, its size, and its lines as they come into sight. */
export interface Table extends Pick<LineCache<TableLine>, 'line' | 'want'> {
  readonly query: Accessor<TableQuery>;
  /** `null` until the first answer. The old size stays while a new query runs. */
  readonly size: Accessor<TableSize | null>;
  /** Whether the lines are still those of the question before. */
  readonly waiting: Accessor<boolean>;
  /** The query that the lines in sight answer. */
  readonly shown: Accessor<TableQuery>;
  /** Grows with each new list of lines, so that rows render anew. */
  readonly version: Accessor<number>;
}

/** What the view asks of the table. Bands stand only where groups are together. Cards name their group themselves. */
export function queryOfView(view: TableView, cards: boolean): TableQuery {
  return {
    search: view.search.trim(),
    rules: view.rules,
    overlap: view.overlap,
    matching: view.matching,
    cluster: view.cluster,
    group: view.group,
    sort: view.sort,
    together: view.sort !== null && view.together,
    bands: (view.sort === null || view.together) && !cards,
  };
}

/** What the table asks of the engine. */
export interface TableEngine {
  openTable(query: TableQuery): Promise<Outcome<TableSize>>;
  tableLines(from: number, count: number): Promise<Outcome<readonly TableLine[]>>;
}

/** Asks the worker for the view's table whenever the view or the result changes; `revision` null: no result. */
export function createTable(
  engine: TableEngine,
  revision: Accessor<number | null>,
  view: Accessor<TableView>,
  cards: Accessor<boolean>,
): Table {
  const [size, setSize] = createSignal<TableSize | null>(null);
  const [waiting, setWaiting] = createSignal(false);
  const [version, setVersion] = createSignal(0);
  const query = createMemo<TableQuery>(() => queryOfView(view(), cards()), queryOfView(view(), cards()), {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  const [shown, setShown] = createSignal<TableQuery>(untrack(query));
  const showLines = () => {
    setShown(answered);
    setWaiting(false);
  };
  const lines = createLineCache<TableLine>((from, count) => engine.tableLines(from, count), showLines);
  let answered = shown();
  let latest = 0;

  createEffect(
    on([revision, query], async ([present, asked]) => {
      const mine = ++latest;
      if (present === null) {
        setSize(null);
        return;
      }
      setWaiting(true);
      const outcome = await engine.openTable(asked);
      if (mine !== latest) return;
      if (!outcome.ok) {
        setWaiting(false);
        return;
      }
      answered = asked;
      batch(() => {
        lines.clear();
        setSize(outcome.value);
        setVersion((before) => before + 1);
        if (outcome.value.lines === 0) showLines();
      });
    }),
  );
  return { query, size, waiting, shown, version, line: lines.line, want: lines.want };
}
