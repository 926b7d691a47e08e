/** Exports of one inventory at three times, in the shape of the Gateway. */
const AGENT = 'aa13752d-98d6-59ef-8b82-';

export interface Made {
  readonly id: number;
  /** The machine: its name and hardware follow. */
  readonly machine: number;
  readonly name?: string;
  readonly agent?: string | null;
  readonly source?: string;
  readonly last?: string;
  readonly created?: string;
  readonly hostId?: number;
}

/** A record of a machine; `last` is its newest activity. */
export function record({ id, machine, name, agent, source = 'QAGENT', last, created, hostId }: Made): object {
  const number = String(machine).padStart(3, '0');
  const agentId = agent === undefined ? `${AGENT}${number.padStart(12, '0')}` : agent;
  return {
    assetId: id,
    assetName: name ?? `WKS-${number}`,
    dnsName: `${(name ?? `WKS-${number}`).toLowerCase()}.corp.example`,
    biosSerialNumber: `5CG0${number}1KQ`,
    hwUUID: `37AF0E84-05C0-5E63-A31C-F06E4886A${number}`,
    agentId,
    hostId: hostId ?? null,
    networkInterfaceListData: {
      networkInterface: [
        { macAddress: `8c:17:59:00:00:${number.slice(1)}`, addressIpV4: `10.0.0.${machine}` },
      ],
    },
    inventoryListData: {
      inventory: [
        {
          source,
          created: created ?? '2026-01-01T09:00:00.000Z',
          lastUpdated: last ?? '2026-09-01T09:00:00.000Z',
        },
      ],
    },
    operatingSystem: { fullName: 'Microsoft Windows 11 Enterprise 23H2', category: 'Windows / Client' },
  };
}

/** Two machines have a second record of a scan, 3 and 4 have none. 9 is what 8 will be in turn. */
export const SEPTEMBER = [
  record({ id: 101, machine: 1 }),
  record({ id: 102, machine: 1, agent: null, source: 'IP', last: '2026-08-01T09:00:00.000Z', hostId: 9002 }),
  record({ id: 103, machine: 2 }),
  record({ id: 104, machine: 2, agent: null, source: 'IP', last: '2026-08-01T09:00:00.000Z', hostId: 9004 }),
  record({ id: 105, machine: 3 }),
  record({ id: 106, machine: 4 }),
  record({ id: 108, machine: 8 }),
  record({ id: 110, machine: 10 }),
  record({ id: 111, machine: 11 }),
  record({ id: 112, machine: 11, agent: null, source: 'IP', last: '2026-08-01T09:00:00.000Z' }),
];

const LATER = { last: '2026-10-01T09:00:00.000Z' };

/** 102 was purged; 104 came back as 204; 105 was renamed; 106 is gone; 108 is another machine; 110 has a new id. */
export const OCTOBER = [
  record({ id: 101, machine: 1, ...LATER }),
  record({ id: 103, machine: 2, ...LATER }),
  record({ id: 204, machine: 2, agent: null, source: 'IP', ...LATER, created: '2026-09-20T09:00:00.000Z' }),
  record({ id: 105, machine: 3, name: 'WKS-NEW', ...LATER }),
  record({ id: 108, machine: 9, ...LATER, agent: `${AGENT}000000000008` }),
  record({ id: 210, machine: 10, ...LATER, created: '2026-09-20T09:00:00.000Z' }),
  record({ id: 111, machine: 11, ...LATER }),
  record({ id: 112, machine: 11, agent: null, source: 'IP', last: '2026-08-01T09:00:00.000Z' }),
  record({ id: 213, machine: 13, ...LATER }),
];

/** 108 is again what it was in September. */
export const NOVEMBER = [
  record({ id: 108, machine: 8, last: '2026-11-01T09:00:00.000Z' }),
  record({ id: 101, machine: 1, last: '2026-11-01T09:00:00.000Z' }),
];
