import type { CauseId } from '../types';
import { CAUSES } from './index';

/** Every cause that an address can name. */
export const CAUSE_IDS: readonly CauseId[] = CAUSES.map(({ id }) => id);
