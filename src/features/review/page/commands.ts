import type { Command } from '../../../ui/command';
import type { App } from '../../../ui/context';
import { toScreen } from '../../../ui/state/address';
import type { ReviewDialog, ReviewPage } from './state/review-page';

/** What can be done with the decisions from anywhere. */
export function reviewCommands(app: App, review: ReviewPage): Command[] {
  const opened = () => app.session.result() !== null;
  const dialog = (id: ReviewDialog, label: string): Command => ({
    id: `review.${id}`,
    label,
    section: 'Data',
    available: opened,
    run: () => {
      app.route.go(toScreen('review'));
      review.setDialog(id);
    },
  });
  return [
    {
      id: 'review.save',
      label: 'Save decisions',
      section: 'Save',
      available: () => opened() && app.session.job() === null,
      run: () => void review.save(),
    },
    dialog('template', 'Decide a cause as a list'),
    dialog('history', 'History of the decisions'),
    dialog('settings', 'Name and keys of the review'),
  ];
}
