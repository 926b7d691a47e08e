import { createMemo, createSignal } from 'solid-js';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS, type TableColumnId } from '../../model/table-columns';
import { isNumber, isRecord, readPreference, writePreference } from './preferences';

const NARROWEST = 48;
const WIDEST = 800;
const HIDDEN_AT_FIRST = TABLE_COLUMN_IDS.filter((id) => TABLE_COLUMNS[id].hidden === true);

/** Which columns the table shows and how wide; kept in this browser. */
export function createTableLayout() {
  const stored = readPreference('columns', isRecord);
  const storedWidths = isRecord(stored?.['widths']) ? stored['widths'] : {};
  const storedHidden = Array.isArray(stored?.['hidden']) ? stored['hidden'] : [];
  const [widths, setWidths] = createSignal<ReadonlyMap<TableColumnId, number>>(
    new Map(TABLE_COLUMN_IDS.map((id) => [id, within(storedWidths[id], TABLE_COLUMNS[id].width)])),
  );
  const [hidden, setHidden] = createSignal<ReadonlySet<TableColumnId>>(
    new Set(
      TABLE_COLUMN_IDS.filter((id) =>
        // A column that was not there when they were kept stands as it does at first.
        id in storedWidths ? storedHidden.includes(id) : HIDDEN_AT_FIRST.includes(id),
      ),
    ),
  );
  const save = () =>
    writePreference('columns', { widths: Object.fromEntries(widths()), hidden: [...hidden()] });
  const columns = createMemo(() => TABLE_COLUMN_IDS.filter((id) => !hidden().has(id)));
  return {
    columns,
    hidden,
    width: (column: TableColumnId) => widths().get(column)!,
    /** Sets a width, px, within 48 and 800; `done` false while dragging. */
    resize: (column: TableColumnId, width: number, done = true) => {
      setWidths((before) => new Map(before).set(column, within(width, TABLE_COLUMNS[column].width)));
      if (done) save();
    },
    /** Whether a person has set a width. */
    isAdjusted: createMemo(() => TABLE_COLUMN_IDS.some((id) => widths().get(id) !== TABLE_COLUMNS[id].width)),
    /** Sets several widths at once, px; kept with the next one that is set. */
    take: (taken: ReadonlyMap<TableColumnId, number>) =>
      setWidths((before) => new Map([...before, ...taken])),
    show: (column: TableColumnId, on: boolean) => {
      const next = new Set(hidden());
      if (on) next.delete(column);
      else if (columns().length > 1) next.add(column);
      setHidden(next);
      save();
    },
    reset: () => {
      setWidths(new Map(TABLE_COLUMN_IDS.map((id) => [id, TABLE_COLUMNS[id].width])));
      setHidden(new Set(HIDDEN_AT_FIRST));
      writePreference('columns', null);
    },
  };
}
export type TableLayout = ReturnType<typeof createTableLayout>;

function within(width: unknown, otherwise: number): number {
  return isNumber(width) ? Math.min(WIDEST, Math.max(NARROWEST, Math.round(width))) : otherwise;
}
