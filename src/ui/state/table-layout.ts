import { createMemo, createSignal } from 'solid-js';
import { TABLE_COLUMN_IDS, type TableColumnId } from '../../model/table';
import { isNumber, isRecord, keep, readKept } from './preferences';

/** Widths that show most values whole at 1,440 px, px. */
const WIDTHS: Readonly<Record<TableColumnId, number>> = {
  assetId: 108,
  address: 124,
  dnsName: 190,
  assetName: 160,
  source: 176,
  lastActivity: 160,
  netbiosName: 136,
  macAddresses: 156,
  operatingSystem: 176,
  matchedOn: 120,
  sharedValue: 168,
  group: 72,
  cluster: 76,
};
const NARROWEST = 48;
const WIDEST = 800;

/** Which columns the table shows and how wide; kept in this browser. */
export function createTableLayout() {
  const kept = readKept('columns', isRecord);
  const keptWidths = isRecord(kept?.['widths']) ? kept['widths'] : {};
  const keptHidden = Array.isArray(kept?.['hidden']) ? kept['hidden'] : [];
  const [widths, setWidths] = createSignal<ReadonlyMap<TableColumnId, number>>(
    new Map(TABLE_COLUMN_IDS.map((id) => [id, within(keptWidths[id], WIDTHS[id])])),
  );
  const [hidden, setHidden] = createSignal<ReadonlySet<TableColumnId>>(
    new Set(TABLE_COLUMN_IDS.filter((id) => keptHidden.includes(id))),
  );
  const save = () => keep('columns', { widths: Object.fromEntries(widths()), hidden: [...hidden()] });
  const columns = createMemo(() => TABLE_COLUMN_IDS.filter((id) => !hidden().has(id)));
  return {
    columns,
    hidden,
    width: (column: TableColumnId) => widths().get(column)!,
    /** Sets a width, px, within 48 and 800; `done` false while dragging. */
    resize: (column: TableColumnId, width: number, done = true) => {
      setWidths((before) => new Map(before).set(column, within(width, WIDTHS[column])));
      if (done) save();
    },
    show: (column: TableColumnId, on: boolean) => {
      const next = new Set(hidden());
      if (on) next.delete(column);
      else if (columns().length > 1) next.add(column);
      setHidden(next);
      save();
    },
    reset: () => {
      setWidths(new Map(TABLE_COLUMN_IDS.map((id) => [id, WIDTHS[id]])));
      setHidden(new Set<TableColumnId>());
      keep('columns', null);
    },
  };
}
export type TableLayout = ReturnType<typeof createTableLayout>;

function within(width: unknown, otherwise: number): number {
  return isNumber(width) ? Math.min(WIDEST, Math.max(NARROWEST, Math.round(width))) : otherwise;
}
