import { For } from 'solid-js';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS, type TableSort } from '../../../../model/table';
import { orderOf } from '../../../../model/table-columns/column';
import { orderWords } from '../../../../wording/order-words';

/** Sorting where there are no column headers: on a small screen. */
export function SortChoice(props: { sort: TableSort | null; onSort: (sort: TableSort | null) => void }) {
  const choose = (text: string) => {
    const column = TABLE_COLUMN_IDS.find((id) => text === id || text === `-${id}`);
    props.onSort(column === undefined ? null : { column, descending: text.startsWith('-') });
  };
  const present = () =>
    props.sort === null ? '' : `${props.sort.descending ? '-' : ''}${props.sort.column}`;
  return (
    <select
      class="select"
      aria-label="Sort by"
      value={present()}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">By group</option>
      <For each={TABLE_COLUMN_IDS}>
        {(column) => (
          <>
            <option value={column}>
              {TABLE_COLUMNS[column].header}, {orderWords(orderOf(TABLE_COLUMNS[column].cells))[0]}
            </option>
            <option value={`-${column}`}>
              {TABLE_COLUMNS[column].header}, {orderWords(orderOf(TABLE_COLUMNS[column].cells))[1]}
            </option>
          </>
        )}
      </For>
    </select>
  );
}
