import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { For, Show } from 'solid-js';
import type { CachedDataset } from '../../client/api';
import type { DatasetHeader } from '../../model/dataset';
import { isIncomplete } from '../../wording/dataset-notices';
import { Icon } from '../parts/icon';
import { countText } from '../words';

/** The open dataset's name; its menu opens another one or brings in files. */
export function DatasetMenu(props: {
  open: DatasetHeader;
  cached: readonly CachedDataset[];
  onOpen: (id: string) => void;
  onChoose: () => void;
  onList: () => void;
  onClose: () => void;
}) {
  const others = () => props.cached.filter((cached) => cached.header.id !== props.open.id).slice(0, 8);
  return (
    <DropdownMenu gutter={4}>
      <DropdownMenu.Trigger class="button button-bare dataset-menu" title={props.open.name}>
        <span class="cut">{props.open.name}</span>
        <Show when={isIncomplete(props.open)}>
          <span class="label-warn">
            {props.open.unfinished === undefined ? 'not all read' : 'unfinished'}
          </span>
        </Show>
        <Icon name="down" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <For each={others()}>
            {(cached) => (
              <DropdownMenu.Item class="menu-item" onSelect={() => props.onOpen(cached.header.id)}>
                <span class="cut">{cached.header.name}</span>
                <span class="menu-note">{countText(cached.header.balance.assets)} assets</span>
              </DropdownMenu.Item>
            )}
          </For>
          <Show when={others().length > 0}>
            <DropdownMenu.Separator class="menu-line" />
          </Show>
          <DropdownMenu.Item class="menu-item" onSelect={() => props.onChoose()}>
            Choose files
          </DropdownMenu.Item>
          <DropdownMenu.Item class="menu-item" onSelect={() => props.onList()}>
            All datasets
          </DropdownMenu.Item>
          <DropdownMenu.Item class="menu-item" onSelect={() => props.onClose()}>
            Close this dataset
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
