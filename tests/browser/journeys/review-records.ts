import type { MadeFile } from '../test-bed';

const DAY = 86_400_000;

/** A record of an agent, last seen so many days before the newest. */
function record(assetId: number, name: string | null, serial: string | null, days: number, mac?: string) {
  const seen = new Date(Date.UTC(2026, 4, 25) - days * DAY).toISOString();
  return {
    assetId,
    ...(name === null ? {} : { assetName: name, dnsName: `${name}.corp.example` }),
    address: `10.0.0.${assetId}`,
    ...(serial === null ? {} : { biosSerialNumber: serial }),
    ...(mac === undefined
      ? {}
      : {
          networkInterfaceListData: {
            networkInterface: [{ macAddress: mac, addressIpV4: `10.0.0.${assetId}` }],
          },
        }),
    inventoryListData: { inventory: [{ source: 'QAGENT', created: seen, lastUpdated: seen }] },
  };
}

/** Machines of two records each: `ws0` has the asset IDs 11 and 12, `ws1` 13 and 14. */
function pairs(count: number) {
  return Array.from({ length: count }, (_, at) => [
    record(11 + at * 2, `ws${at}`, `PF0000A${at}`, 0),
    record(12 + at * 2, `ws${at}`, `PF0000A${at}`, 40),
  ]).flat();
}

/** Eight machines of two records, one of three with a weak bridge to the third, and a record that belongs to none. */
export const TO_REVIEW: MadeFile = {
  name: 'to-review.json',
  text: JSON.stringify([
    record(1, 'db01', 'PF9999Z1', 0),
    record(2, 'db01', 'PF9999Z1', 30, '8c:17:59:00:00:01'),
    record(3, null, null, 60, '8c:17:59:00:00:01'),
    ...pairs(8),
    record(90, 'stray', 'PF7777S1', 5),
  ]),
};

export const FORTY_PAIRS: MadeFile = { name: 'forty-pairs.json', text: JSON.stringify(pairs(40)) };

/** A month later, `ws0` has got another serial number for one of its records, and `ws1` is as it was. */
export const PAIRS_LATER: MadeFile = {
  name: 'later.json',
  text: JSON.stringify([
    record(11, 'ws0', 'PF0000A0', 0),
    record(12, 'ws0', 'PF1111B0', 40),
    ...pairs(40).slice(2),
  ]),
};
