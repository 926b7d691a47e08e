import type { App } from '../ui/context';
import { REPORTS } from '../ui/state/reports';
import { THEMES } from '../ui/state/theme';
import { SCREENS } from './screens';

/** Something that the person can do: menus, palette, shortcuts and the help page are made from these. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Where it stands in the palette. */
  readonly section: 'Go to' | 'Data' | 'Save' | 'Table' | 'View';
  /** As `KeyboardEvent.key`; `mod` is Ctrl, or Cmd on a Mac. Keys without `mod` work only outside text fields. */
  readonly keys?: { readonly key: string; readonly mod?: boolean };
  readonly available: () => boolean;
  readonly run: () => void;
}

/** Every command of the app. */
export function createCommands(app: Omit<App, 'commands'>): Command[] {
  const opened = () => app.session.result() !== null;
  const idle = () => app.session.job() === null;
  const always = () => true;
  return [
    ...SCREENS.map(
      (screen): Command => ({
        id: `go.${screen.id}`,
        label: screen.label,
        section: 'Go to',
        available: () => opened() || !screen.needsDataset,
        run: () => app.route.go({ screen: screen.id, panel: null }),
      }),
    ),
    { id: 'data.choose', label: 'Choose files', section: 'Data', available: idle, run: app.chooseFiles },
    { id: 'data.sample', label: 'Try sample data', section: 'Data', available: idle, run: app.trySample },
    {
      id: 'data.settings',
      label: 'Detection settings',
      section: 'Data',
      available: opened,
      run: () => app.setDialog('settings'),
    },
    {
      id: 'data.close',
      label: 'Close this dataset',
      section: 'Data',
      available: opened,
      run: () => closeDataset(app),
    },
    ...REPORTS.map(
      (report): Command => ({
        id: `save.${report.kind}`,
        label: report.label,
        section: 'Save',
        ...(report.kind === 'xlsx' ? { keys: { key: 's', mod: true } } : {}),
        available: () => opened() && idle(),
        run: () => void app.reports.save(report.kind, app.reports.shownOnly() ? app.table.query() : null),
      }),
    ),
    {
      id: 'table.search',
      label: 'Search the duplicates',
      section: 'Table',
      keys: { key: '/' },
      available: opened,
      run: () => focusSearch(app),
    },
    {
      id: 'table.reset-sort',
      label: 'Reset sort',
      section: 'Table',
      available: () => opened() && app.route.view().sort !== null,
      run: () => app.route.go({ sort: null }),
    },
    {
      id: 'table.reset-columns',
      label: 'Reset columns',
      section: 'Table',
      available: opened,
      run: app.layout.reset,
    },
    ...THEMES.map(
      (theme): Command => ({
        id: `view.theme-${theme}`,
        label: `Theme: ${theme === 'system' ? 'as the system says' : theme}`,
        section: 'View',
        available: () => app.theme.theme() !== theme,
        run: () => app.theme.choose(theme),
      }),
    ),
    {
      id: 'view.palette',
      label: 'All commands',
      section: 'View',
      keys: { key: 'k', mod: true },
      available: always,
      run: () => app.setDialog(app.dialog() === 'palette' ? null : 'palette'),
    },
    {
      id: 'view.help',
      label: 'Help',
      section: 'View',
      keys: { key: '?' },
      available: always,
      run: () => app.route.go({ screen: 'help', panel: null }),
    },
  ];
}

/** The command whose shortcut the event is. */
export function commandOfKey(
  commands: readonly Command[],
  event: KeyboardEvent,
  typing: boolean,
): Command | null {
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  const found = commands.find(
    ({ keys }) => keys !== undefined && (keys.mod ?? false) === mod && keys.key === event.key.toLowerCase(),
  );
  if (found === undefined || (typing && !mod)) return null;
  return found.available() ? found : null;
}

function closeDataset(app: Omit<App, 'commands'>): void {
  void app.session.close();
  app.route.go({ screen: 'overview', dataset: null, panel: null });
}

function focusSearch(app: Omit<App, 'commands'>): void {
  if (app.route.view().screen !== 'duplicates') app.route.go({ screen: 'duplicates' });
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('#search')?.focus());
}
