import type { MachineCause } from '../cause';

export const unclear: MachineCause = {
  id: 'unclear',
  title: 'Not clear',
  sentence: 'The records agree in something, and the data cannot say whether they are one machine.',
  action: 'Look at both before you do anything.',
  applies: ({ records, assets }) => {
    return assets.length > 1 && records.size > 0;
  },
};
