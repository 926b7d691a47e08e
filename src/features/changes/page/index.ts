import { engineOf } from '../../../ui/context';
import type { FeaturePage } from '../../../ui/feature-page';
import type { ChangesCalls } from '../calls';
import { CHANGES } from './address';
import { ChangesScreen } from './changes';
import { ChangesContext } from './context';
import { createChangesState } from './state';

/** What changed since an earlier dataset, and what became of what was handed over. */
export const CHANGES_PAGE: FeaturePage = {
  screens: [{ id: 'changes', label: 'Changes', needsDataset: true, component: ChangesScreen }],
  address: [CHANGES],
  start: (app) => ({
    provider: ChangesContext.provider(createChangesState(engineOf<ChangesCalls>(app), app)),
  }),
};
