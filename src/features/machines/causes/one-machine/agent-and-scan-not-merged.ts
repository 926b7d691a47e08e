import { AGENT, SCAN } from '../../records/sources';
import type { MachineCause } from '../cause';

export const agentAndScanNotMerged: MachineCause = {
  id: 'agentAndScanNotMerged',
  title: 'Agent and scan not merged',
  sentence: 'The agent and the scanner each made a record of one machine.',
  action:
    'Turn on agentless tracking or Agent Scan Merge (QID 48143 tells the correlation ID), so that it does not come back; then purge the scanned record by its asset ID. Never the agent’s.',
  applies: ({ records, assets, kinds }) => {
    const scanned = (asset: number) => records.agent[asset] === 0 && (records.kinds[asset]! & SCAN) !== 0;
    return (kinds & AGENT) !== 0 && assets.some(scanned);
  },
};
