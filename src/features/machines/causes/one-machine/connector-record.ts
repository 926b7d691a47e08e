import { AGENT, PASSIVE, SCAN } from '../../records/sources';
import type { MachineCause } from '../cause';

export const connectorRecord: MachineCause = {
  id: 'connectorRecord',
  title: 'Record of a connector',
  sentence: 'A CMDB, a directory or a hypervisor brought a record of a machine that Qualys sees itself.',
  action:
    'Correct the identifiers at the source, so that the connector’s record merges. Do not purge it: it comes back.',
  warnings: ['A connector’s record comes back with its next run.'],
  applies: ({ records, assets }) => {
    const own = (asset: number) => (records.kinds[asset]! & (AGENT | SCAN | PASSIVE)) !== 0;
    return assets.some(own) && assets.some((asset) => !own(asset));
  },
};
