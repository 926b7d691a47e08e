import { COMMAND_SECTIONS, type Command } from '../ui/command';
import type { App } from '../ui/context';
import type { Screen } from '../ui/feature-page';
import { toScreen } from '../ui/state/address';
import { closePanel } from '../ui/state/table-address';
import { THEMES } from '../ui/state/theme';

/** Every command: those of the page and of its screens, and those that the features add, by section. */
export function createCommands(
  app: Omit<App, 'commands'>,
  screens: readonly Screen[],
  ofFeatures: readonly Command[],
): readonly Command[] {
  const all = [
    ...screens.map((screen) => goCommand(app, screen)),
    ...firstCommands(app),
    ...ofFeatures,
    ...lastCommands(app),
  ];
  return COMMAND_SECTIONS.flatMap((section) => all.filter((command) => command.section === section));
}

function goCommand(app: Omit<App, 'commands'>, screen: Screen): Command {
  return {
    id: `go.${screen.id}`,
    label: screen.label,
    section: 'Go to',
    available: () => app.session.result() !== null || !screen.needsDataset,
    run: () => app.route.go(toScreen(screen.id), closePanel),
  };
}

function firstCommands(app: Omit<App, 'commands'>): Command[] {
  return [
    {
      id: 'data.choose',
      label: 'Choose files',
      words: 'open import load export add',
      section: 'Data',
      available: () => app.session.job() === null,
      run: app.chooseFiles,
    },
  ];
}

function lastCommands(app: Omit<App, 'commands'>): Command[] {
  const lastUndo = () => app.toasts.shown().findLast(({ undo }) => undo !== undefined);
  return [
    {
      id: 'data.close',
      label: 'Close this dataset',
      section: 'Data',
      available: () => app.session.result() !== null,
      run: app.closeDataset,
    },
    ...THEMES.map(
      (theme): Command => ({
        id: `view.theme-${theme}`,
        label: `Theme: ${theme}`,
        words: 'dark light mode colour color appearance night',
        section: 'View',
        available: () => app.theme.theme() !== theme,
        run: () => app.theme.choose(theme),
      }),
    ),
    {
      id: 'data.undo',
      label: 'Undo what was said last',
      words: 'back revert take',
      section: 'Data',
      available: () => lastUndo() !== undefined,
      run: () => {
        const toast = lastUndo();
        if (toast === undefined) return;
        app.toasts.dismiss(toast);
        toast.undo?.();
      },
    },
    {
      id: 'view.palette',
      label: 'All commands',
      section: 'View',
      keys: { key: 'k', mod: true },
      available: () => true,
      run: () => app.setDialog(app.dialog() === 'palette' ? null : 'palette'),
    },
  ];
}
