import { createFeatureContext } from '../../../ui/feature-context';
import type { MachinesState } from './state';

export const MachinesContext = createFeatureContext<MachinesState>('the machines');

/** The judgement of the open dataset. */
export const useMachines = MachinesContext.use;
