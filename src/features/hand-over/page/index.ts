import { engineOf } from '../../../ui/context';
import type { FeaturePage } from '../../../ui/feature-page';
import type { HandOverCalls } from '../calls';
import { HandOverContext } from './context';
import { HandOverScreen } from './hand-over';
import { createHandOverState } from './state';

/** The kit for those who act in Qualys. */
export const HAND_OVER_PAGE: FeaturePage = {
  screens: [{ id: 'hand-over', label: 'Hand-over', needsDataset: true, component: HandOverScreen }],
  start: (app) => ({
    provider: HandOverContext.provider(createHandOverState(engineOf<HandOverCalls>(app), app.session)),
  }),
};
