import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { For } from 'solid-js';
import { Icon } from '../parts/icon';
import { THEMES, type Theme } from '../state/theme';

const NAMES: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };
const ICONS = { system: 'screen', light: 'sun', dark: 'moon' } as const;

/** Light, dark, or as the system says. */
export function ThemeMenu(props: { theme: Theme; onChoose: (theme: Theme) => void }) {
  return (
    <DropdownMenu gutter={4} placement="bottom-end">
      <DropdownMenu.Trigger
        class="button button-bare button-square"
        aria-label={`Theme: ${NAMES[props.theme]}`}
      >
        <Icon name={ICONS[props.theme]} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu menu-narrow">
          <DropdownMenu.RadioGroup value={props.theme} onChange={(theme) => props.onChoose(theme as Theme)}>
            <For each={THEMES}>
              {(theme) => (
                <DropdownMenu.RadioItem class="menu-item" value={theme}>
                  <Icon name={ICONS[theme]} />
                  {NAMES[theme]}
                  <DropdownMenu.ItemIndicator class="menu-check">
                    <Icon name="check" />
                  </DropdownMenu.ItemIndicator>
                </DropdownMenu.RadioItem>
              )}
            </For>
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
