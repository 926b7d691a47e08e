import { AGENT, CLOUD, CONNECTOR } from '../../records/sources';
import type { MachineCause } from '../cause';

export const agentAndConnectorNotMerged: MachineCause = {
  id: 'agentAndConnectorNotMerged',
  title: 'Agent and cloud connector not merged',
  sentence: 'The cloud connector and the agent each made a record of one instance.',
  action:
    'Check that the agent reports the instance metadata, so that Qualys can merge by instance ID. Do not purge the connector’s record: it comes back.',
  warnings: ['A connector’s record comes back with its next run.'],
  applies: ({ records, assets, kinds }) => {
    return (kinds & AGENT) !== 0 && assets.some((asset) => (records.kinds[asset]! & ~CONNECTOR) === CLOUD);
  },
};
