import type { MadeFile } from '../test-bed';

const NOW = 1_779_300_000_000;

const asset = (assetId: number, source: string, fields: object) => ({
  assetId,
  ...fields,
  inventoryListData: { inventory: [{ source, created: NOW - 86_400_000, lastUpdated: NOW }] },
});

/** Two managed assets; of three passive ones one merges by name, one would with a domain, one never. */
export const SENSED: MadeFile = {
  name: 'sensed.json',
  text: JSON.stringify([
    asset(1, 'QAGENT', { assetName: 'web01', address: '10.0.0.1' }),
    asset(2, 'QAGENT', { assetName: 'db01.corp.example', address: '10.0.0.2' }),
    asset(3, 'PASSIVE_SENSOR', { assetName: 'WEB01', address: '10.0.0.3' }),
    asset(4, 'PASSIVE_SENSOR', { assetName: 'db01', address: '10.0.0.4' }),
    asset(5, 'PASSIVE_SENSOR', { assetName: 'nobody', address: '10.0.0.5' }),
  ]),
};
