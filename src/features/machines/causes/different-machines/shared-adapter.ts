import type { ApartRule } from '../cause';

export const sharedAdapter: ApartRule = {
  id: 'sharedAdapter',
  title: 'Shared adapter',
  sentence: 'A dock, a VPN client or a virtual adapter lends its MAC address to whoever uses it.',
  action: 'Keep all records; put the MAC address on the list of ignored values.',
  applies: ({ records, kind }) => {
    return kind === 'mac' && records.size > 0;
  },
};
