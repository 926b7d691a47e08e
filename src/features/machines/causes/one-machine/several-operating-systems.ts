import { overlapOf } from '../../evidence/facts';
import { DAY } from '../../records/records';
import type { MachineCause } from '../cause';

export const severalOperatingSystems: MachineCause = {
  id: 'severalOperatingSystems',
  title: 'Several operating systems',
  sentence: 'One computer starts different operating systems in turn, each with an agent of its own.',
  action: 'Keep one record for each system that is in use; tag them as one machine.',
  warnings: ['Each record has vulnerabilities of its own: purging one hides them.'],
  applies: ({ records, assets }) => {
    const families = new Set(assets.map((asset) => records.family[asset]).filter((family) => family !== 0));
    const agents = assets.filter((asset) => records.agent[asset] !== 0);
    const [a, b] = agents;
    return families.size > 1 && a !== undefined && b !== undefined && overlapOf(records, a, b) > DAY;
  },
};
