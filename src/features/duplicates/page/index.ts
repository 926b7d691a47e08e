import type { FeaturePage } from '../../../ui/feature-page';
import { CLUSTERS } from './clusters/address';
import { Clusters } from './clusters/clusters';
import { duplicatesCommands } from './commands';
import { DuplicatesScreen } from './duplicates/duplicates';
import { Landing } from './import/landing';
import { Mapping } from './import/mapping';
import { ReplaceDialog } from './import/replace-dialog';
import { Answer } from './overview/answer';
import { FieldBars } from './overview/field-bars';
import { Figures } from './overview/figures';
import { IgnoredValues } from './overview/ignored-values';
import { Losses } from './overview/notices';
import { Overlap } from './overview/overlap';
import { Overview } from './overview/overview';
import { SaveAll } from './overview/save-all';
import { StartingPoints } from './overview/starting-points';
import { WhatWasRead } from './overview/what-was-read';
import { SettingsDialog } from './settings/settings-dialog';
import { createDuplicates, DuplicatesContext } from './state';

/** Import, the potential duplicates and their clusters. */
export const DUPLICATES_PAGE: FeaturePage = {
  screens: [
    { id: 'overview', label: 'Overview', needsDataset: true, component: Overview },
    { id: 'duplicates', label: 'Duplicates', needsDataset: true, component: DuplicatesScreen },
    { id: 'clusters', label: 'Clusters', needsDataset: true, component: Clusters },
  ],
  address: [CLUSTERS],
  overview: [
    { zone: 'losses', component: Losses },
    { zone: 'answer', component: Answer },
    { zone: 'figures', component: Figures },
    { zone: 'save', component: SaveAll },
    { zone: 'charts', component: FieldBars },
    { zone: 'charts', component: Overlap },
    { zone: 'start', component: StartingPoints },
    { zone: 'details', component: IgnoredValues },
    { zone: 'details', component: WhatWasRead },
  ],
  dialogs: [SettingsDialog, ReplaceDialog],
  landing: Landing,
  start: (app) => {
    const state = createDuplicates(app);
    return {
      provider: DuplicatesContext.provider(state),
      commands: duplicatesCommands(app, state),
      interruption: {
        title: 'Which column holds what?',
        when: () => app.session.mapping() !== null,
        component: Mapping,
      },
    };
  },
};
