import type { MachineCause } from '../cause';

export const agentReprovisioned: MachineCause = {
  id: 'agentReprovisioned',
  title: 'Agent provisioned again',
  sentence:
    'One agent ID stands under two asset IDs: the agent was registered again, for example after a purge without uninstalling it.',
  action: 'Keep the record that the agent reports to; purge the other one by its asset ID.',
  applies: ({ records, assets }) => {
    const agents = assets.map((asset) => records.agent[asset]!).filter((agent) => agent !== 0);
    return new Set(agents).size < agents.length;
  },
};
