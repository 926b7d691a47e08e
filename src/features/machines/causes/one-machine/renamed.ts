import type { MachineCause } from '../cause';

export const renamed: MachineCause = {
  id: 'renamed',
  title: 'Renamed',
  sentence: 'The machine got another name or domain and is tracked by its name.',
  action: 'Keep the newer record; purge the older one. Track by agent or by address where names change.',
  applies: ({ records, assets }) => {
    const names = (values: Float64Array) =>
      new Set(assets.map((asset) => values[asset]).filter((value) => value !== 0));
    return names(records.dns).size > 1 || (names(records.host).size > 1 && names(records.dns).size !== 1);
  },
};
