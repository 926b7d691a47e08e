import { oldAndNewAgent } from '../agents';
import type { MachineCause } from '../cause';

export const reimaged: MachineCause = {
  id: 'reimaged',
  title: 'Set up anew',
  sentence: 'The computer was re-imaged: the old agent fell silent before the new one began.',
  action:
    'Keep the record of the living agent; purge the silent one by its asset ID. Uninstall agents before re-imaging, or purge by rule.',
  applies: (context) => {
    const { records, assets } = context;
    return assets.length > 1 && oldAndNewAgent(context) !== null && records.size > 0;
  },
};
