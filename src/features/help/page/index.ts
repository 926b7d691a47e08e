import type { FeaturePage } from '../../../ui/feature-page';
import { toScreen } from '../../../ui/state/address';
import { closePanel } from '../../../ui/state/table-address';
import { Help } from './help';

/** What the figures mean and what is promised. */
export const HELP_PAGE: FeaturePage = {
  screens: [{ id: 'help', label: 'Help', needsDataset: false, component: Help }],
  start: (app) => ({
    commands: [
      {
        id: 'view.help',
        label: 'Help',
        section: 'View',
        keys: { key: '?' },
        available: () => true,
        run: () => app.route.go(toScreen('help'), closePanel),
      },
    ],
  }),
};
