import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainAssets, readJson } from '../read-json';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Assets with one name and one MAC each, as the Gateway, QPS and the VM API write them. */
const asset = fc.record({ id: fc.nat(), name: fc.constantFrom('web', 'Ü "x"', 'a\\b'), mac: fc.nat(255) });
type Asset = typeof asset extends fc.Arbitrary<infer A> ? A : never;
const macOf = ({ mac }: Asset) => `00:50:56:aa:bb:${mac.toString(16).padStart(2, '0')}`;

const DIALECTS: Record<string, (asset: Asset) => Json> = {
  gateway: (one) => ({
    assetId: one.id,
    assetName: one.name,
    networkInterfaceListData: { networkInterface: [{ macAddress: macOf(one) }] },
  }),
  'gateway, interfaces as JSON in a text': (one) => ({
    assetId: one.id,
    assetName: one.name,
    networkInterfaceListData: { networkInterface: JSON.stringify([{ macAddress: macOf(one) }]) },
  }),
  'gateway, interfaces as Python text': (one) => ({
    assetName: one.name,
    networkInterfaceListData: `{'networkInterface': [{'macAddress': '${macOf(one)}', 'hostname': None}]}`,
    assetId: String(one.id),
  }),
  'gateway, interfaces as PowerShell text': (one) => ({
    assetId: one.id,
    assetName: one.name,
    networkInterfaceListData: {
      networkInterface: [`@{hostname=; macAddress=${macOf(one)}; interfaceName=eth0}`],
    },
  }),
  'flattened with dots': (one) => ({
    'asset.assetId': one.id,
    'asset.assetName': one.name,
    'networkInterfaceListData.networkInterface.0.macAddress': macOf(one),
    'networkInterfaceListData.networkInterface.1.macAddress': null,
  }),
  'flattened with underscores': (one) => ({
    assetId: one.id,
    assetName: one.name,
    networkInterfaceListData_networkInterface_0_macAddress: macOf(one),
  }),
  'another spelling': (one) => ({ asset_id: one.id, AssetName: one.name, mac_address: macOf(one) }),
  'column names': (one) => ({ 'Asset ID': one.id, 'Asset Name': one.name, 'MAC Address': macOf(one) }),
  'upper case': (one) => ({
    ASSETID: one.id,
    ASSETNAME: one.name,
    NETWORKINTERFACES: [{ MACADDRESS: macOf(one) }],
  }),
  'values under their types': (one) =>
    Object.fromEntries(
      Object.entries({
        assetId: one.id,
        assetName: one.name,
        networkInterfaceListData: { networkInterface: [{ macAddress: macOf(one), hostname: null }] },
      }).map(([key, value]) => [key, typed(value)]),
    ),
  'interfaces by their names': (one) => ({
    assetId: one.id,
    assetName: one.name,
    nics: { eth0: { mac: macOf(one) }, lo: { mac: null } },
  }),
  'interfaces one wrapper deeper': (one) => ({
    assetId: one.id,
    assetName: one.name,
    networkProfile: { networkInterfaces: [{ macAddress: macOf(one) }] },
  }),
  qps: (one) => ({
    id: one.id,
    name: one.name,
    trackingMethod: null,
    networkInterface: { list: [{ HostAssetInterface: { macAddress: macOf(one) } }] },
  }),
  'qps from XML': (one) => ({
    _id: { $numberLong: String(one.id) },
    name: one.name,
    agentInfo: null,
    networkInterface: { list: { HostAssetInterface: { macAddress: macOf(one) } } },
  }),
};

/** As DynamoDB writes a value: under its type. */
function typed(value: Json): Json {
  if (Array.isArray(value)) return { L: value.map(typed) };
  if (value === null) return { NULL: true };
  if (typeof value === 'object')
    return { M: Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typed(inner)])) };
  return typeof value === 'number' ? { N: String(value) } : { S: String(value) };
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Wrappers of several assets. */
const LISTS: Record<string, (assets: Json[], text: string) => Json> = {
  list: (assets) => assets,
  'value and Count': (assets) => ({ value: assets, Count: assets.length }),
  result: (assets) => ({ ok: true, result: assets, meta: { took: 3 } }),
  'assets in an object by their ids': (assets) => Object.fromEntries(assets.map((one, i) => [`k${i}`, one])),
  'hits with _source': (assets) => ({ hits: { hits: assets.map((one) => ({ _id: 'x', _source: one })) } }),
  'a text in each of a list': (assets) => ({ logs: assets.map((one) => ({ message: JSON.stringify(one) })) }),
  'a text of all': (assets) => ({ status: 200, body: JSON.stringify({ items: assets }) }),
  HAR: (assets) => ({
    log: {
      version: '1.2',
      entries: [
        { request: { method: 'GET' }, response: { content: { text: '<html></html>' } } },
        { request: { method: 'POST' }, response: { content: { text: JSON.stringify({ data: assets }) } } },
      ],
    },
  }),
  'HAR in base64': (assets) => ({
    log: {
      entries: [{ response: { content: { text: base64(JSON.stringify({ assets })), encoding: 'base64' } } }],
    },
  }),
  'edges and nodes': (assets) => ({
    edges: assets.map((node, i) => ({ cursor: `c${i}`, node })),
    pageInfo: { hasNextPage: false },
  }),
  'lines that a shipper wrote': (assets) =>
    assets.map((one) => ({
      '@timestamp': '2026-11-10T08:00:00Z',
      host: { name: 'collector', ip: '10.0.0.5', mac: '02:16:3e:99:00:01' },
      event: { original: JSON.stringify(one) },
    })),
  'records of a data frame': (assets) => ({ schema: { fields: [{ name: 'index' }] }, data: assets }),
};

/** Wrappers of any document. */
const WRAPPERS: ((json: Json) => Json)[] = [
  (json) => ({ data: json }),
  (json) => ({ a: 1, response: { payload: json }, b: [{}] }),
  (json) => [json],
  (json) => ({ first: [], items: json, last: null }),
  (json) => ({ page: { items: json, total: 0 }, links: { next: null } }),
  (json) => ({ code: 0, message: 'ok', meta: { page: 1 }, data: json }),
];

/** Spellings of a file. */
const FILES: Record<string, (json: Json) => string> = {
  plain: (json) => JSON.stringify(json),
  indented: (json) => JSON.stringify(json, null, 2),
  'behind header lines': (json) =>
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\nNEL: {"a":1}\r\n\r\n${JSON.stringify(json)}\r\n`,
  'behind text': (json) => `# page 1 of 1\nanswer: ${JSON.stringify(json)}\nthat was all\n`,
  'as one text': (json) => JSON.stringify(JSON.stringify(json)),
  'with comments': (json) => `// exported\n${JSON.stringify(json)}\n/* the end */\n`,
  'with commas too many': (json) => JSON.stringify(json).replace(/([\]}])(?=[\]}])/g, '$1,'),
};

const expected = (assets: readonly Asset[]) =>
  assets.map((one) => ({
    assetId: String(one.id),
    assetName: one.name,
    macAddresses: [macOf(one).replaceAll(':', '')],
  }));
const assets = fc.uniqueArray(asset, { minLength: 2, maxLength: 5, selector: ({ id }) => id });
const oneOf = <T>(choices: Record<string, T>) => fc.constantFrom(...Object.keys(choices));

describe('the same assets in any wrapper and spelling', () => {
  it('come to the same', () => {
    fc.assert(
      fc.property(
        assets,
        oneOf(DIALECTS),
        oneOf(LISTS),
        fc.array(fc.constantFrom(...WRAPPERS), { maxLength: 3 }),
        oneOf(FILES),
        fc.constantFrom(7, 1000, 65536),
        (list, dialect, wrapper, around, file, chunk) => {
          const records = list.map(DIALECTS[dialect]!);
          const json = around.reduce((inner, wrap) => wrap(inner), LISTS[wrapper]!(records, ''));
          const { dataset } = readJson(FILES[file]!(json), chunk);
          expect(plainAssets(dataset)).toEqual(expected(list));
          expect(dataset.header.skipped).toEqual([]);
          expect(dataset.header.unfinished).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tell exactly the one that was spoiled', () => {
    const several = fc.uniqueArray(asset, { minLength: 3, maxLength: 6, selector: ({ id }) => id });
    const wrapper = fc.constantFrom('list', 'value and Count', 'assets in an object by their ids', 'result');
    const spoil = fc.constantFrom<(json: string) => string>(
      (json) => json.replace('"assetName":', '"assetName"'),
      (json) => json.replace('"assetName":', '"assetName":tru,"x":'),
      (json) => json.replace(',"assetName"', ' "assetName"'),
    );
    fc.assert(
      fc.property(
        several,
        wrapper,
        spoil,
        fc.nat(),
        fc.constantFrom(7, 65536),
        (list, name, broken, at, chunk) => {
          const place = 1 + (at % (list.length - 1));
          const records = list.map(DIALECTS['gateway']!);
          const whole = JSON.stringify(LISTS[name]!(records, ''));
          const record = JSON.stringify(records[place]);
          const { dataset } = readJson(
            whole.replace(record, () => broken(record)),
            chunk,
          );
          expect(plainAssets(dataset)).toEqual(expected(list.filter((_, i) => i !== place)));
          expect(dataset.header.balance.skipped).toBe(1);
        },
      ),
      { numRuns: 100 },
    );
  });
});
