import type { MachineCause } from '../cause';

export const randomMac: MachineCause = {
  id: 'randomMac',
  title: 'Random MAC address',
  sentence: 'The device uses a random MAC address in each network, so each visit looks like a new device.',
  action: 'Turn off random addresses for the company’s network on managed devices.',
  applies: ({ records, assets }) => {
    const random = assets.filter((asset) => records.random[asset] === 1);
    const macs = new Set(random.map((asset) => records.macs[records.macStarts[asset]!]));
    return macs.size > 1;
  },
};
