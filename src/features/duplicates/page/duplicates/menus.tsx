import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { For } from 'solid-js';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS } from '../../../../model/table';
import { IN_BAND } from '../../../../ui/parts/grid/column-widths';
import { Icon } from '../../../../ui/parts/icon';
import type { TableLayout } from '../../../../ui/state/table-layout';

/** What can be copied: of the active cell, or the asset IDs of all that is shown, each once. */
export const COPIED_PARTS = {
  cell: 'Copy cell',
  row: 'Copy row',
  column: 'Copy column',
  idLines: 'Copy shown asset IDs, one a line',
  idCommas: 'Copy shown asset IDs, with commas',
} as const;
export type CopiedPart = keyof typeof COPIED_PARTS;

/** Copies a part of the table. */
export function CopyMenu(props: { onCopy: (part: CopiedPart) => void }) {
  return (
    <DropdownMenu gutter={4} placement="bottom-end">
      <DropdownMenu.Trigger class="button button-small">
        Copy <Icon name="down" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu menu-narrow">
          <For each={Object.entries(COPIED_PARTS)}>
            {([part, label]) => (
              <DropdownMenu.Item class="menu-item" onSelect={() => props.onCopy(part as CopiedPart)}>
                {label}
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}

/** Which columns the table shows. */
export function ColumnMenu(props: { layout: TableLayout }) {
  return (
    <DropdownMenu gutter={4} placement="bottom-end">
      <DropdownMenu.Trigger class="button button-small">
        Columns <Icon name="down" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu menu-narrow">
          <For each={TABLE_COLUMN_IDS}>
            {(column) => (
              <DropdownMenu.CheckboxItem
                class="menu-item"
                closeOnSelect={false}
                checked={!props.layout.hidden().has(column)}
                onChange={(on) => props.layout.show(column, on)}
              >
                {TABLE_COLUMNS[column].header}
                {IN_BAND.has(column) && <span class="quiet">when sorted</span>}
                <DropdownMenu.ItemIndicator class="menu-check">
                  <Icon name="check" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.CheckboxItem>
            )}
          </For>
          <DropdownMenu.Separator class="menu-line" />
          <DropdownMenu.Item class="menu-item" onSelect={() => props.layout.reset()}>
            Reset columns
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
