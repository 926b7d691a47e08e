import type { MadeFile } from '../test-bed';

/** Three host assets, of which two share a name and two a MAC address: two groups, one cluster. */
export const RECORDS = [
  asset('101', 'web01', '10.0.0.1', '00:50:56:00:00:01'),
  asset('102', 'WEB01', '10.0.0.2', '00-50-56-00-00-02'),
  asset('103', 'db01', '10.0.0.3', '0050.5600.0002'),
  asset('104', '<img src=x onerror=alert(1)>', '10.0.0.4', '00:50:56:00:00:04'),
];

export const THREE: MadeFile = { name: 'three.json', text: JSON.stringify(RECORDS) };

function asset(id: string, name: string, address: string, mac: string) {
  return {
    assetId: Number(id),
    assetName: name,
    address,
    networkInterfaceListData: { networkInterface: [{ macAddress: mac, addressIpV4: address }] },
    inventoryListData: {
      inventory: [{ source: 'QAGENT', created: 1_700_000_000_000, lastUpdated: 1_750_000_000_000 }],
    },
  };
}
