import { areTwoSystems } from '../../evidence/facts';
import type { MachineCause } from '../cause';

export const severalOperatingSystems: MachineCause = {
  id: 'severalOperatingSystems',
  title: 'Several operating systems',
  sentence: 'One computer starts different operating systems in turn, each with an agent of its own.',
  action: 'Keep one record for each system that is in use; tag them as one machine.',
  warnings: ['Each record has vulnerabilities of its own: purging one hides them.'],
  applies: ({ records, assets }) =>
    assets.some((a, at) => assets.slice(at + 1).some((b) => areTwoSystems(records, a, b))),
};
