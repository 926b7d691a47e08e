import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../../src/detect/settings';
import { UNWATCHED } from '../../../../src/model/progress';
import { compareAssets, readAssetRecord } from '../../../../src/tables/comparison/compare';
import { makeDataset, type PlainAsset } from '../../make-dataset';

const assets: PlainAsset[] = [
  {
    assetId: '18446744073709551616',
    assetName: 'WEB01',
    dnsName: 'web01.example.com.',
    macAddresses: ['00:50:56:00:00:01', '00:50:56:00:00:02'],
    address: '10.0.0.1',
    interfaceAddresses: ['10.0.0.1', 'FE80:0::1'],
    sources: [{ source: 'QAGENT', created: 1000, lastUpdated: 2000 }, 'IP'],
    operatingSystem: 'Debian 13',
    lastScanned: Date.UTC(2026, 4, 25, 14, 21),
    tags: ['Web', 'Linux'],
  },
  {
    assetName: ' web01',
    dnsName: 'WEB01.example.com',
    macAddresses: ['00:50:56:00:00:02'],
    interfaceAddresses: ['fe80::1', '10.0.0.1'],
    address: '10.0.0.2',
    sources: ['IP'],
    operatingSystem: 'debian 13',
    lastScanned: 8.64e15 + 1,
    tags: ['Windows'],
  },
  { netbiosName: 'ALONE' },
];

async function detected(origins = false) {
  const dataset = makeDataset(assets);
  const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
  if (!origins) return { dataset, grouping };
  const known = {
    file: Uint16Array.of(0, 0, 7),
    byte: Float64Array.of(12, -1, 5),
    length: Uint32Array.of(99, 0, 1),
  };
  return { dataset: { ...dataset, origins: known }, grouping };
}

describe('readAssetRecord', () => {
  it('shows every field that the asset has, readable, and no other', async () => {
    const { dataset, grouping } = await detected();
    const record = readAssetRecord(dataset, grouping, 0);
    expect(record).toEqual({
      asset: 0,
      assetId: '18446744073709551616',
      title: 'WEB01',
      fields: {
        assetId: { values: ['18446744073709551616'] },
        assetName: { values: ['WEB01'] },
        dnsName: { values: ['web01.example.com.'] },
        address: { values: ['10.0.0.1'] },
        macAddresses: { values: ['00:50:56:00:00:01', '00:50:56:00:00:02'] },
        interfaceAddresses: { values: ['10.0.0.1', 'FE80:0::1'] },
        sources: { values: ['QAGENT', 'IP'], created: [1000, Number.NaN], lastUpdated: [2000, Number.NaN] },
        operatingSystem: { values: ['Debian 13'] },
        lastScanned: { values: ['2026-05-25T14:21:00.000Z'], time: Date.UTC(2026, 4, 25, 14, 21) },
        tags: { values: ['Web', 'Linux'] },
      },
      cluster: 0,
      groups: [
        {
          group: 0,
          rule: 'assetName',
          value: 'web01',
          size: 2,
          why: 'Shares the asset name web01 with 1 other asset; also DNS name, MAC address',
        },
      ],
    });
  });

  it('shows an asset that is in no group, under the name it has', async () => {
    const { dataset, grouping } = await detected();
    expect(readAssetRecord(dataset, grouping, 2)).toMatchObject({
      title: 'ALONE',
      cluster: null,
      groups: [],
    });
  });

  it('says where the record stands only where that is known', async () => {
    const { dataset, grouping } = await detected(true);
    const origins = [0, 1, 2].map((asset) => readAssetRecord(dataset, grouping, asset).origin);
    expect(origins).toEqual([{ file: 'test.json', byte: 12, length: 99 }, undefined, undefined]);
  });

  it('shows a time that no date stands for as its number', async () => {
    const { dataset, grouping } = await detected();
    expect(readAssetRecord(dataset, grouping, 1).fields.lastScanned?.values).toEqual(['8640000000000001']);
  });
});

describe('compareAssets', () => {
  it('says for each field how it stands', async () => {
    const { dataset, grouping } = await detected();
    const comparison = compareAssets(dataset, grouping, [1, 0], 3);
    expect(comparison.assets.map(({ asset }) => asset)).toEqual([1, 0]);
    expect(comparison.more).toBe(3);
    expect(comparison.agreement).toEqual({
      assetId: 'different',
      assetName: 'same',
      dnsName: 'same',
      address: 'different',
      macAddresses: 'partly',
      interfaceAddresses: 'same',
      sources: 'partly',
      operatingSystem: 'same',
      lastScanned: 'different',
      tags: 'different',
    });
  });

  it('calls a field incomplete that some assets lack', async () => {
    const { dataset, grouping } = await detected();
    const { agreement } = compareAssets(dataset, grouping, [0, 1, 2], 0);
    expect(agreement.assetName).toBe('incomplete');
    expect(agreement.netbiosName).toBe('incomplete');
    expect(agreement.fqdn).toBeUndefined();
  });

  it('calls a value that only some of the assets share partly the same', async () => {
    const dataset = makeDataset(['a', 'A', 'b'].map((assetName) => ({ assetName })));
    const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
    expect(compareAssets(dataset, grouping, [0, 1, 2], 0).agreement.assetName).toBe('partly');
  });
});
