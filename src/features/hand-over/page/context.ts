import { createFeatureContext } from '../../../ui/feature-context';
import type { HandOverState } from './state';

export const HandOverContext = createFeatureContext<HandOverState>('the hand-over');

/** What a kit would hold, and what was handed over before. */
export const useHandOver = HandOverContext.use;
