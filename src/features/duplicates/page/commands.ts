import type { Command } from '../../../ui/command';
import type { App } from '../../../ui/context';
import { toScreen } from '../../../ui/state/address';
import { REPORTS } from '../../../ui/state/reports';
import { TABLE } from '../../../ui/state/table-address';
import type { Duplicates } from './state';

/** What can be done with the potential duplicates from anywhere. */
export function duplicatesCommands(app: App, { table, layout, reports, trySample }: Duplicates): Command[] {
  const opened = () => app.session.result() !== null;
  const idle = () => app.session.job() === null;
  return [
    { id: 'data.sample', label: 'Try sample data', section: 'Data', available: idle, run: trySample },
    {
      id: 'data.settings',
      label: 'Detection settings',
      words: 'ignore ignored values fields rules match preferences options',
      section: 'Data',
      available: opened,
      run: () => app.setDialog('settings'),
    },
    ...REPORTS.map(
      (report): Command => ({
        id: `save.${report.kind}`,
        label: report.label,
        words: 'export download',
        section: 'Save',
        ...(report.kind === 'xlsx' ? { keys: { key: 's', mod: true } } : {}),
        available: () => opened() && idle(),
        run: () => void reports.save(report.kind, reports.shownOnly() ? table.query() : null),
      }),
    ),
    {
      id: 'table.search',
      label: 'Search the duplicates',
      words: 'find filter asset id group cluster',
      section: 'Table',
      keys: { key: '/' },
      available: opened,
      run: () => focusSearch(app),
    },
    {
      id: 'table.reset-sort',
      label: 'Reset sort',
      section: 'Table',
      available: () => opened() && app.route.of(TABLE).sort !== null,
      run: () => app.route.go(TABLE.with({ sort: null })),
    },
    {
      id: 'table.reset-columns',
      label: 'Reset columns',
      section: 'Table',
      available: opened,
      run: layout.reset,
    },
  ];
}

function focusSearch(app: App): void {
  if (app.route.screen() !== 'duplicates') app.route.go(toScreen('duplicates'));
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('#search')?.focus());
}
