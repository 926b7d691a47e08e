import fc from 'fast-check';
import type { Dataset } from '../../../src/model/dataset';
import type { Grouping } from '../../../src/model/grouping';
import { makeDataset, type PlainAsset } from '../make-dataset';
import { groupPlainly, makeGrouping } from '../report/make-grouping';

const names = fc.constantFrom(
  '',
  'web1',
  'web02',
  'WEB10',
  'Straße',
  'ΟΔΟΣ',
  'a b',
  'x\ny',
  '\ud800',
  'İz',
  '00',
  '007',
  'web',
  'web-1a',
);
const addresses = fc.constantFrom(
  '',
  '10.0.0.2',
  '10.0.0.10',
  '9.9.9.9',
  '2001:db8::1',
  '::1',
  'nonsense',
  '10.0.0.2, 10.0.0.9',
  '10.0.0.300',
);
const macs = fc.constantFrom('005056000001', '005056000010', '00505600001a', 'ffeeddccbbaa');
const ids = fc.oneof(
  fc.bigInt({ min: 0n, max: 99999999999999999999n }).map(String),
  fc.constantFrom('#7', '#12', '9007199254740993', '9007199254740992'),
);

const asset: fc.Arbitrary<PlainAsset> = fc.record({
  assetId: ids,
  address: addresses,
  dnsName: names,
  assetName: names,
  netbiosName: names,
  macAddresses: fc.uniqueArray(macs, { maxLength: 3 }),
  operatingSystem: fc.constantFrom('', 'Windows 10', 'Windows 9', 'Linux'),
  sources: fc.array(
    fc.record({
      source: fc.constantFrom('QAGENT', 'IP', 'PASSIVE_SENSOR'),
      lastUpdated: fc.constantFrom(Number.NaN, 0, 1779718870000, -5000, 1779718870001),
    }),
    { maxLength: 3 },
  ),
});

/** A result on random hostile assets that share many values. */
export const randomResult: fc.Arbitrary<{
  dataset: Dataset;
  grouping: Grouping;
  assets: readonly PlainAsset[];
}> = fc.array(asset, { minLength: 2, maxLength: 40 }).map((assets) => {
  const dataset = makeDataset(assets);
  const groups = groupPlainly(dataset, (at) => ({
    assetName: [assets[at]!.assetName!],
    dnsName: [assets[at]!.dnsName!],
    netbiosName: [assets[at]!.netbiosName!],
    macAddress: assets[at]!.macAddresses!.map(String),
    ipv4Address: [assets[at]!.address!],
  }));
  return { dataset, assets, grouping: makeGrouping(dataset, groups) };
});
