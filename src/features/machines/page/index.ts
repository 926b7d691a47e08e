import { engineOf } from '../../../ui/context';
import type { FeaturePage } from '../../../ui/feature-page';
import type { MachinesCalls } from '../calls';
import { MACHINES } from './address';
import { ClusterPartsSection } from './cluster-parts';
import { MachinesContext } from './context';
import { MachinesScreen } from './machines';
import { MachineCauses, MachinesAnswer } from './overview';
import { createMachinesState } from './state';

/** Which records are one machine, which to keep, and why. */
export const MACHINES_PAGE: FeaturePage = {
  screens: [{ id: 'machines', label: 'Machines', needsDataset: true, component: MachinesScreen }],
  address: [MACHINES],
  overview: [
    { zone: 'headline', component: MachinesAnswer },
    { zone: 'answer', component: MachineCauses },
  ],
  panel: [{ zone: 'why', component: ClusterPartsSection }],
  start: (app) => ({
    provider: MachinesContext.provider(createMachinesState(engineOf<MachinesCalls>(app), app.session)),
  }),
};
