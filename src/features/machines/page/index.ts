import { engineOf } from '../../../ui/context';
import type { FeaturePage } from '../../../ui/feature-page';
import type { MachinesCalls } from '../calls';
import { MACHINES } from './address';
import { MachinesContext } from './context';
import { MachinesScreen } from './machines';
import { MachinesAnswer } from './overview';
import { createMachinesState } from './state';

/** Which records are one machine, which to keep, and why. */
export const MACHINES_PAGE: FeaturePage = {
  screens: [{ id: 'machines', label: 'Machines', needsDataset: true, component: MachinesScreen }],
  address: [MACHINES],
  overview: [{ zone: 'answer', component: MachinesAnswer }],
  start: (app) => ({
    provider: MachinesContext.provider(createMachinesState(engineOf<MachinesCalls>(app), app.session)),
  }),
};
