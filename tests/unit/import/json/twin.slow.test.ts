import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainAssets, readJson, summary } from '../read-json';
import { slowAssets } from '../slow-assets';

const words = fc.oneof(
  fc.constantFrom('', 'web01', ' db-2 ', 'Ä.example', '\u0000"\\\n', '\ud800', '😀', '=1+1', '</script>'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, value, fc.constant(null));
const oneOrList = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(value, fc.array(value, { maxLength: 3 }), fc.constant(null));
const times = fc.oneof(
  fc.constantFrom(0, -1, '', null, '0', '2026-01-14T09:21:00.000Z', '2026-01-14T09:21:00Z', 1_700_000_000),
  fc.integer({ min: 1_000_000_000_000, max: 2_000_000_000_000 }),
  fc.record({ $date: fc.constantFrom('2026-05-25T14:21:10.000Z', 1_760_000_000_000) }),
  fc.record({ $date: fc.record({ $numberLong: fc.constant('1760000000001') }) }),
);
const macs = fc.constantFrom(
  '00:50:56:aa:bb:01',
  '00-50-56-AA-BB-02',
  '0050.56aa.bb03',
  '005056aabb04',
  ' 00:50:56:aa:bb:01 ',
  '',
  'n/a',
  '00:00:00:00:00:00:00:e0',
  '00:50:56:aa:bb:05, 00:50:56:aa:bb:06',
);
const addresses = fc.constantFrom('10.0.0.1', '10.0.0.1, 10.0.0.2', '10.0.0.1,10.0.0.3', '', 'fe80::1');
const asset = fc.record(
  {
    assetId: fc.oneof(
      fc.nat(20),
      fc.nat(20).map(String),
      fc.constantFrom(null, '', 'abc', { $numberLong: '9' }),
    ),
    assetName: maybe(words),
    dnsName: maybe(words),
    netbiosName: fc.oneof(words, fc.constant(null), fc.array(words, { maxLength: 3 })),
    address: maybe(addresses),
    macAddress: maybe(macs),
    networkUuid: maybe(words),
    networkId: maybe(fc.oneof(words, fc.nat(5))),
    agentId: maybe(words),
    agent: maybe(fc.record({ version: maybe(words), lastCheckedIn: times })),
    lastModifiedDate: times,
    networkInterfaceListData: maybe(
      fc.record({
        networkInterface: oneOrList(
          fc.record(
            {
              hostname: maybe(words),
              addressIpV4: oneOrList(addresses),
              addressIpV6: maybe(addresses),
              macAddress: maybe(macs),
            },
            { requiredKeys: [] },
          ),
        ),
      }),
    ),
    inventoryListData: maybe(
      fc.record({
        inventory: oneOrList(
          fc.record({ source: maybe(words), created: times, lastUpdated: times }, { requiredKeys: [] }),
        ),
      }),
    ),
    tagList: maybe(
      fc.record({ tag: oneOrList(fc.oneof(words, fc.record({ tagId: fc.nat(), tagName: words }))) }),
    ),
    softwareListData: fc.jsonValue(),
    __proto__: fc.constant(1),
  },
  { requiredKeys: ['assetId'] },
);

describe('the scanner against JSON.parse and an obvious mapping', () => {
  it('gives the same assets for random lists, however they are cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(asset, { maxLength: 8 }),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(2),
        (assets, chunk, indent) => {
          const json = JSON.stringify(assets, null, indent);
          const parsed = JSON.parse(json) as Record<string, unknown>[];
          const { dataset } = readJson(json, chunk);
          expect(plainAssets(dataset)).toEqual(slowAssets(parsed));
          expect(dataset.header.balance).toEqual({
            records: parsed.length,
            assets: slowAssets(parsed).length,
            repeated: parsed.length - slowAssets(parsed).length,
            skipped: 0,
          });
        },
      ),
      { numRuns: 400 },
    );
  }, 240_000);

  it('gives the same when files are added to a dataset as when they are read at once', () => {
    fc.assert(
      fc.property(fc.array(asset, { maxLength: 6 }), fc.array(asset, { maxLength: 6 }), (before, after) => {
        const base = readJson(JSON.stringify(before)).dataset;
        const added = readJson(JSON.stringify(after), 65536, base).dataset;
        const parsed = JSON.parse(JSON.stringify([...before, ...after])) as Record<string, unknown>[];
        expect(plainAssets(added)).toEqual(slowAssets(parsed, (index) => (index < before.length ? 0 : 1)));
        expect(added.header.files.length).toBe(2);
        expect(added.header.balance.records).toBe(parsed.length);
      }),
      { numRuns: 200 },
    );
  }, 240_000);

  it('lets the last of two equal keys count, as JSON.parse does', () => {
    const json =
      '[{"assetId":1,"assetName":"a","assetName":null},' +
      '{"assetId":2,"networkInterfaceListData":{"networkInterface":[{"macAddress":"00:00:00:00:00:01"}]},' +
      '"networkInterfaceListData":{"networkInterface":[{"macAddress":"00:00:00:00:00:02","macAddress":"00:00:00:00:00:03"}]}},' +
      '{"assetId":3,"assetId":4}]';
    for (const chunk of [1, 5, 1000])
      expect(plainAssets(readJson(json, chunk).dataset)).toEqual([
        { assetId: '1' },
        { assetId: '2', macAddresses: ['000000000003'] },
        { assetId: '4' },
      ]);
  });

  it('gives the same summary at every place where a file can be cut', () => {
    const json =
      '{"hasMore":0,"assetListData":{"asset":[{"assetId":1,"assetName":"\\ud83d\\ude00é\\n"},{"assetId":2,"x":[1,{"y":[]}],"tags":["a"]},' +
      '{"assetId":3,"broken":tru},{"assetId":4},5]}}\n{"assetId":6}\n{"assetId":7';
    const whole = summary(readJson(json));
    expect(whole.balance).toEqual({ records: 7, assets: 4, repeated: 0, skipped: 3 });
    for (let chunk = 1; chunk < json.length; chunk++) expect(summary(readJson(json, chunk))).toEqual(whole);
  });
});
