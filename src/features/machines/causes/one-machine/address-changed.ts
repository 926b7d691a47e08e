import type { MachineCause } from '../cause';

export const addressChanged: MachineCause = {
  id: 'addressChanged',
  title: 'Address changed',
  sentence: 'The machine got another address and is tracked by it.',
  action:
    'Keep the newer record; purge the older one. Track hosts with changing addresses by name or by agent.',
  applies: ({ records, assets }) => {
    const addresses = new Set(
      assets.map((asset) => records.address[asset]).filter((address) => address !== 0),
    );
    return addresses.size > 1;
  },
};
