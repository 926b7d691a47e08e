import { createFeatureContext } from '../../../ui/feature-context';
import type { ChangesState } from './state';

export const ChangesContext = createFeatureContext<ChangesState>('the changes');

/** The open dataset compared with an earlier one. */
export const useChanges = ChangesContext.use;
