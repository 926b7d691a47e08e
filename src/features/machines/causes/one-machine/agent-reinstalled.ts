import { gapOf } from '../../evidence/facts';
import { DAY } from '../../records/records';
import { oldAndNewAgent } from '../agents';
import type { MachineCause } from '../cause';

/** A new agent within so long of the old one's last report is a re-installation. */
const SOON = 2 * DAY;

export const agentReinstalled: MachineCause = {
  id: 'agentReinstalled',
  title: 'Agent installed again',
  sentence: 'The agent was removed and installed again on the same system and got a new ID.',
  action:
    'Keep the record of the living agent; purge the silent one. Install agents over the old one, or keep its ID.',
  applies: (context) => {
    const { records, assets } = context;
    const pair = oldAndNewAgent(context);
    if (pair === null) return false;
    const [before, after] = pair;
    const { operatingSystem } = records.dataset.columns;
    const isSameSystem = operatingSystem.codes[before] === operatingSystem.codes[after];
    return isSameSystem && gapOf(records, before, after) <= SOON && assets.length > 1;
  },
};
