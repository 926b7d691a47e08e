import { describe, expect, it } from 'vitest';
import { DEFAULT_JUDGEMENT_SETTINGS } from '../../../../src/features/machines/settings';
import type { JudgementSettings } from '../../../../src/features/machines/types';
import { idOf, judgeRecords } from './read-cases';

// Situations beside the named cases. Each record is made of what it is about; the newest activity is always now.
interface Parts {
  readonly name?: string;
  readonly dns?: string;
  readonly address?: string;
  readonly macs?: readonly string[];
  readonly interfaceNames?: readonly string[];
  readonly agent?: string;
  readonly uuid?: string;
  readonly serial?: string;
  readonly instance?: string;
  readonly vmId?: string;
  readonly source?: string;
  /** Days before now. */
  readonly from?: number;
  readonly to?: number;
  readonly system?: string;
  readonly category?: string;
}

const NOW = Date.parse('2026-11-25T12:00:00Z');
const DAY = 86_400_000;
const AGENTS = ['11111111-aaaa-4aaa-8aaa-aaaaaaaaaaa1', '22222222-bbbb-4bbb-8bbb-bbbbbbbbbbb2'] as const;
const UUID = '4C4C4544-0031-4810-8042-B4C04F333132';
const SERIAL = 'PF1AAAA1';
const MAC = '8c:17:59:00:00:01';
const WINDOWS = 'Microsoft Windows 11 Enterprise 23H2';
const LINUX = 'Ubuntu Linux 22.04';
const WITHOUT_IDENTIFIERS = { ...DEFAULT_JUDGEMENT_SETTINGS, identifiers: [] };

function record(assetId: number, parts: Parts): Record<string, unknown> {
  const { macs = [], interfaceNames = [], from = 200, to = 0.1, source = 'QAGENT' } = parts;
  const time = (days: number) => new Date(NOW - days * DAY).toISOString();
  const count = Math.max(macs.length, interfaceNames.length, 1);
  return {
    assetId,
    assetName: parts.name ?? null,
    dnsName: parts.dns ?? null,
    address: parts.address ?? null,
    agentId: parts.agent ?? null,
    hwUUID: parts.uuid ?? null,
    biosSerialNumber: parts.serial ?? null,
    networkInterfaceListData: {
      networkInterface: Array.from({ length: count }, (_, at) => ({
        macAddress: macs[at] ?? null,
        addressIpV4: at === 0 ? (parts.address ?? null) : null,
        hostname: interfaceNames[at] ?? null,
      })),
    },
    inventoryListData: { inventory: [{ source, created: time(from), lastUpdated: time(to) }] },
    agent: source === 'QAGENT' ? { lastCheckedIn: time(to) } : null,
    operatingSystem: parts.system ? { fullName: parts.system, category: 'x' } : null,
    hardware: parts.category ? { manufacturer: 'x', model: 'x', category: parts.category } : null,
    cloudProvider: cloudOf(parts),
  };
}

function cloudOf({ instance, vmId }: Parts): object | null {
  if (instance !== undefined) return { aws: { ec2: { instanceId: instance } } };
  return vmId === undefined ? null : { azure: { vm: { vmId } } };
}

/** Judges the records, numbered from 1; the record 99 has nothing to do with them and is active now. */
async function judged(parts: readonly Parts[], settings: JudgementSettings = DEFAULT_JUDGEMENT_SETTINGS) {
  const records = parts.map((one, at) => record(at + 1, one));
  const other = record(99, { name: 'quite-alone-9', address: '198.51.100.77', source: 'IP', to: 0 });
  const { judgement, records: index } = await judgeRecords([...records, other], settings);
  const id = (asset: number) => Number(idOf(index.dataset, asset));
  return {
    machines: judgement.machines.map(({ assets, strength, cause, keep, redundant }) => ({
      ids: assets.map(id),
      strength,
      cause,
      keep: keep === null ? null : id(keep),
      redundant: redundant.map(id),
    })),
    apart: judgement.apart.map(({ assets, cause }) => ({ ids: assets.map(id), cause })),
    replaced: judgement.replaced.map(id),
    hidden: judgement.hidden.map(({ asset, cause }) => ({ id: id(asset), cause })),
  };
}

const laptop = (parts: Parts): Parts => ({
  name: 'LT-1',
  dns: 'lt-1.corp.example',
  agent: AGENTS[0],
  uuid: UUID,
  serial: SERIAL,
  macs: [MAC],
  address: '10.0.0.1',
  system: WINDOWS,
  ...parts,
});

describe('no list of redundant records has', () => {
  it('the other operating system of a computer that starts two in turn', async () => {
    const { machines } = await judged([
      laptop({ to: 5 }),
      laptop({ name: 'lt-1-lin', dns: 'lt-1-lin.corp.example', agent: AGENTS[1], system: LINUX, from: 190 }),
    ]);
    expect(machines).toEqual([
      { ids: [1, 2], strength: 'strong', cause: 'severalOperatingSystems', keep: 2, redundant: [] },
    ]);
  });

  it('the system before it, where the computer was set up with another one', async () => {
    const { machines } = await judged([
      laptop({ to: 20 }),
      laptop({ agent: AGENTS[1], system: LINUX, from: 19 }),
    ]);
    expect(machines).toMatchObject([{ cause: 'reimaged', keep: 2, redundant: [1] }]);
  });

  it('a living agent of which the export does not tell the ID', async () => {
    const { agent: _, ...withoutId } = laptop({ to: 0.3 });
    const { machines } = await judged([withoutId, laptop({})]);
    expect(machines).toMatchObject([{ ids: [1, 2], redundant: [] }]);
  });

  it('a living agent, also where agent IDs are switched off', async () => {
    const twins = [laptop({}), laptop({ agent: AGENTS[1], to: 0.3 })];
    const { machines } = await judged(twins, WITHOUT_IDENTIFIERS);
    expect(machines.flatMap(({ redundant }) => redundant)).toEqual([]);
  });

  it('a record whose interfaces have the names of several machines', async () => {
    const { machines, hidden } = await judged([
      laptop({}),
      laptop({ agent: AGENTS[1], from: 100, to: 40, interfaceNames: ['app-1', 'app-2', 'app-3'] }),
    ]);
    expect(hidden).toEqual([{ id: 2, cause: 'overMergedRecord' }]);
    expect(machines).toMatchObject([{ ids: [1, 2], redundant: [] }]);
  });

  it('an asset ID that stands for two machines of two subscriptions', async () => {
    const scan: Parts = { name: 'LT-1', dns: 'lt-1.corp.example', macs: [MAC], source: 'IP', to: 3 };
    const elsewhere: Parts = {
      name: 'db-7',
      dns: 'db-7.customer.example',
      uuid: '5D4C4544-0032-4810-8042-B4C04F333133',
      serial: 'PF9ZZZZ9',
      macs: ['8c:17:59:00:00:77'],
      address: '10.77.0.1',
      system: LINUX,
      source: 'IP',
    };
    const records = [record(1, laptop({})), record(2, { ...scan, serial: SERIAL }), record(2, elsewhere)];
    const { judgement, records: index } = await judgeRecords(records);
    expect(index.several.size).toBe(2);
    expect(judgement.machines).toHaveLength(1);
    expect(judgement.machines.flatMap(({ redundant }) => redundant)).toEqual([]);
  });
});

describe('different machines are', () => {
  it('those that only a placeholder ties', async () => {
    const { machines } = await judged([
      { name: 'p-1', address: '10.0.0.1', instance: 'N/A', source: 'IP' },
      { name: 'p-2', address: '10.0.0.2', instance: 'N/A', source: 'IP' },
      { name: 'p-3', address: '10.0.0.3', agent: 'None', source: 'IP', to: 9 },
      { name: 'p-4', address: '10.0.0.4', agent: 'None', source: 'IP', to: 8 },
    ]);
    expect(machines).toEqual([]);
  });

  it('those of one image with its agent, active at one time under other names and adapters', async () => {
    const clone = (at: number): Parts => ({
      name: `GI-${at}`,
      dns: `gi-${at}.corp.example`,
      agent: AGENTS[0],
      macs: [`00:50:56:aa:00:0${at}`],
      address: `10.5.0.${at}`,
      system: WINDOWS,
      to: at * 1.5,
    });
    const { machines, apart } = await judged([clone(1), clone(2), clone(3)]);
    expect(machines).toEqual([]);
    expect(apart).toEqual([{ ids: [1, 2, 3], cause: 'clonedImage' }]);
  });

  it.each([
    ['by its name', { name: 'lt-1-ilo.mgmt.example', serial: SERIAL }],
    ['by what HPE calls it', { name: 'ILOCZJ1234567', serial: SERIAL }],
    ['by its system', { name: 'mgmt-77', uuid: UUID, system: 'HPE Integrated Lights-Out 5' }],
  ] as const)('a server and its management controller, known %s', async (_name, parts) => {
    const controller = { macs: ['94:18:82:00:00:99'], address: '10.200.1.1', source: 'IP', from: 9, to: 8 };
    const { machines, apart } = await judged([laptop({ from: 5 }), { ...controller, ...parts }]);
    expect(machines).toEqual([]);
    expect(apart.map(({ cause }) => cause)).toEqual(['managementController']);
  });

  it('a host and a container that fell silent', async () => {
    const container = { name: '3f2a9c1b7d4e', agent: AGENTS[1], macs: ['02:42:ac:11:00:02'], uuid: UUID };
    const { machines, apart } = await judged([
      laptop({ system: LINUX, category: 'Computers / Server' }),
      { ...container, system: 'Alpine Linux 3.19', category: 'Virtualized / Container', from: 20, to: 4 },
    ]);
    expect(machines).toEqual([]);
    expect(apart.map(({ cause }) => cause)).toEqual(['containerSharesHost']);
  });

  it('those whose hardware differs, also where hardware identifiers do not join', async () => {
    const other = laptop({ uuid: '5D4C4544-0032-4810-8042-B4C04F333133', serial: 'PF1AAAA2', to: 40 });
    expect((await judged([laptop({}), other], WITHOUT_IDENTIFIERS)).machines).toEqual([]);
  });
});

it('knows an Azure machine by its ID in the byte order of the hardware UUID', async () => {
  const { machines } = await judged([
    laptop({ uuid: '44454C4C-3100-1048-8042-B4C04F333132', category: 'Virtualized / Virtual Machine' }),
    { name: 'azvm1', vmId: UUID.toLowerCase(), source: 'AZURE', address: '10.4.0.4' },
  ]);
  expect(machines).toMatchObject([
    { ids: [1, 2], strength: 'strong', cause: 'agentAndConnectorNotMerged', keep: 1, redundant: [] },
  ]);
});

it('does not call a record replaced that was seen while the other one was', async () => {
  const passive = { macs: ['fa:21:32:33:44:55'], address: '10.0.0.2', source: 'PASSIVE_SENSOR' };
  const { replaced, apart } = await judged([laptop({}), { name: 'LT-1', ...passive, from: 2, to: 1 }]);
  expect(replaced).toEqual([]);
  expect(apart.map(({ cause }) => cause)).not.toContain('reusedName');
});

it('says of a name seen from outside that it was, however many records the machine has', async () => {
  const { apart } = await judged([
    laptop({ to: 20 }),
    laptop({ agent: AGENTS[1], from: 18 }),
    { name: 'lt-1.corp.example', dns: 'lt-1.corp.example', address: '203.0.113.9', source: 'EASM', to: 2 },
  ]);
  expect(new Set(apart.map(({ cause }) => cause))).toEqual(new Set(['externalTwin']));
});
