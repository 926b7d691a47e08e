import type { ApartRule } from '../cause';

export const unclear: ApartRule = {
  id: 'unclear',
  title: 'Not clear',
  sentence: 'The records share a value, and the data cannot say more.',
  action: 'Look at both before you do anything.',
  applies: ({ records, kind }) => {
    return records.size > 0 && kind.length > 0;
  },
};
