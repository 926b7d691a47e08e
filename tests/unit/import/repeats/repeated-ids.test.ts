import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importSources } from '../../../../src/import/import';
import { textAt, textsAt } from '../../../../src/model/columns';
import type { Dataset } from '../../../../src/model/dataset';
import { UNWATCHED } from '../../../../src/model/progress';

interface Described {
  readonly agentId?: string;
  readonly hwUUID?: string;
  readonly biosSerialNumber?: string;
  readonly assetUUID?: string;
  readonly assetName?: string;
  readonly address?: string;
  readonly macAddress?: string;
  readonly lastModifiedDate?: number;
}

const UUIDS = ['c1418f49-c7d9-530d-9838-993c85c8d26e', 'daa44a90-6b47-5507-ae1f-887d7d30eb02'] as const;
const MACS = ['00:50:56:8a:4f:01', '00:50:56:8a:4f:02'] as const;
const DOCKER = '02:42:ac:11:00:02';
const one = (at: 0 | 1) => ({
  agentId: `515528fb-0cb2-5c48-9e84-78355293958${at}`,
  hwUUID: UUIDS[at],
  biosSerialNumber: `5CG0790${at}KQ`,
  assetName: at === 0 ? 'eu79' : 'us79',
  address: `10.79.0.1${at}`,
  macAddress: MACS[at],
});

describe('records with one asset ID', () => {
  const rules: readonly (readonly [string, number, Described, Described])[] = [
    ['everything differs', 2, one(0), one(1)],
    ['only the hardware UUID differs and there is no more', 2, { hwUUID: UUIDS[0] }, { hwUUID: UUIDS[1] }],
    [
      'serial and name differ',
      2,
      { biosSerialNumber: 'A1B2C3', assetName: 'a' },
      { biosSerialNumber: 'D4E5F6', assetName: 'b' },
    ],
    [
      'the hardware UUID differs, the name is one',
      1,
      { hwUUID: UUIDS[0], assetName: 'a' },
      { hwUUID: UUIDS[1], assetName: 'a' },
    ],
    [
      'all but the name differs',
      2,
      { ...one(0), assetName: 'a' },
      { ...one(1), assetName: 'A.corp.example' },
    ],
    [
      'all but the agent differs: a moved disk',
      1,
      { ...one(0), agentId: 'x-1' },
      { ...one(1), agentId: 'X-1' },
    ],
    ['all but a MAC address differs', 1, one(0), { ...one(1), macAddress: '00-50-56-8A-4F-01' }],
    [
      'all but a MAC address of Docker differs',
      2,
      { ...one(0), macAddress: DOCKER },
      { ...one(1), macAddress: DOCKER },
    ],
    [
      'hardware UUIDs are one in either byte order',
      1,
      one(0),
      { ...one(1), hwUUID: '498f41c1-d9c7-0d53-9838-993c85c8d26e' },
    ],
    [
      'names and MAC addresses differ, and the address',
      2,
      { assetName: 'a', macAddress: MACS[0], address: '10.0.0.1' },
      { assetName: 'b', macAddress: MACS[1], address: '10.0.0.2' },
    ],
    [
      'names and MAC addresses differ under one address',
      1,
      { assetName: 'a', macAddress: MACS[0], address: '10.0.0.1' },
      { assetName: 'b', macAddress: MACS[1], address: '10.0.0.1' },
    ],
    [
      'only names and addresses differ',
      1,
      { assetName: 'a', address: '10.0.0.1' },
      { assetName: 'b', address: '10.0.0.2' },
    ],
    [
      'only fillers differ',
      1,
      { biosSerialNumber: 'None', assetName: 'a' },
      { biosSerialNumber: 'Default string', assetName: 'b' },
    ],
    ['asset UUIDs differ, nothing else', 2, { ...one(0), assetUUID: 'a1' }, { ...one(0), assetUUID: 'a2' }],
    ['asset UUIDs agree, nothing else', 1, { ...one(0), assetUUID: 'a1' }, { ...one(1), assetUUID: 'A1' }],
    ['one record has nothing', 1, one(0), { assetName: 'other' }],
  ];
  for (const [name, assets, first, second] of rules)
    it(`${name}: ${assets === 1 ? 'one asset' : 'kept apart'}`, async () => {
      for (const records of [
        [first, second],
        [second, first],
      ]) {
        const dataset = await datasetOf(records.map((record) => ({ assetId: 101, ...record })));
        expect(idsOf(dataset)).toEqual(assets === 1 ? ['101'] : ['101', '101 (2)']);
        expect(dataset.header.balance).toMatchObject({ records: 2, assets, repeated: 2 - assets });
      }
    });

  it('gives each machine of each ID its newest record, in whatever order they come', async () => {
    const records = fc.array(
      fc.record({ id: fc.integer({ min: 1, max: 4 }), machine: fc.integer({ min: 0, max: 2 }) }),
      { minLength: 1, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(records, fc.infiniteStream(fc.nat()), async (drawn, order) => {
        const all = drawn.map(({ id, machine }, at) => ({
          assetId: id,
          hwUUID: `c1418f49-c7d9-530d-9838-99${id}${machine}00000000`,
          assetName: `m-${id}-${machine}`,
          dnsName: `record-${at}.example`,
          lastModifiedDate: 1_700_000_000_000 + at,
        }));
        const newest = new Map(all.map((record) => [record.assetName, record.dnsName]));
        const shuffled = all
          .map((record) => ({ record, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ record }) => record);
        const dataset = await datasetOf(shuffled);
        const found = idsOf(dataset).map((id, asset) => ({
          id: id.replace(/ \(\d+\)$/, ''),
          name: textAt(dataset.columns.assetName, asset),
          dnsName: textAt(dataset.columns.dnsName, asset),
        }));
        expect(new Map(found.map(({ name, dnsName }) => [name, dnsName]))).toEqual(newest);
        expect(found).toHaveLength(newest.size);
        for (const { id, name } of found) expect(name.split('-')[1]).toBe(id);
        expect(new Set(idsOf(dataset)).size).toBe(dataset.size);
      }),
      { numRuns: 30 },
    );
  });

  it('have the interfaces together that a program spread over records of one file', async () => {
    const row = (macAddress: string, address: string) => ({
      assetId: 7,
      assetName: 'a',
      macAddress,
      address,
    });
    const dataset = await datasetOf([
      row(MACS[0], '10.0.0.1'),
      row(MACS[1], '10.0.0.2'),
      row(MACS[0], '10.0.0.3'),
    ]);
    expect(dataset.size).toBe(1);
    expect([...dataset.columns.macAddresses.values].sort()).toEqual([0x0050568a4f01, 0x0050568a4f02]);
    expect(textsAt(dataset.columns.interfaceAddresses, 0)).toEqual(['10.0.0.1', '10.0.0.2']);
    const renamed = await datasetOf([row(MACS[0], '10.0.0.1'), { assetId: 7, assetName: 'b' }]);
    expect(renamed.columns.macAddresses.values).toHaveLength(0);
  });

  it('lets the dated record stand, and the later one where neither or both are', async () => {
    const named = (assetName: string, time?: number) => ({
      assetId: 7,
      assetName,
      ...(time ? { lastModifiedDate: time } : {}),
    });
    const standing = async (...records: unknown[]) => textAt((await datasetOf(records)).columns.assetName, 0);
    expect(await standing(named('a'), named('b'))).toBe('b');
    expect(await standing(named('a', 1_700_000_000_000), named('b'))).toBe('a');
    expect(await standing(named('b'), named('a', 1_700_000_000_000))).toBe('a');
    expect(await standing(named('a', 1_700_000_000_000), named('b', 1_700_000_000_000))).toBe('b');
    expect(await standing(named('a', 1_700_000_000_001), named('b', 1_700_000_000_000))).toBe('a');
  });
});

async function datasetOf(records: readonly unknown[]): Promise<Dataset> {
  const blob = new Blob([JSON.stringify(records)]);
  const read = await importSources([{ name: 'export.json', blob }], { origin: 'files' }, null, UNWATCHED);
  if (read.kind !== 'dataset') throw new Error('A mapping was asked for.');
  return read.dataset;
}

function idsOf({ size, columns }: Dataset): string[] {
  return Array.from({ length: size }, (_, asset) => textAt(columns.assetId, asset));
}
