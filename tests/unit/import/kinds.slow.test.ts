import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import { PLACEHOLDERS } from '../../../src/identifiers/placeholder';
import { importSources } from '../../../src/import/import';
import { macDigits, macsAt, textAt } from '../../../src/model/columns';
import type { Dataset } from '../../../src/model/dataset';
import { groupMembers } from '../../../src/model/grouping';
import type { ColumnMapping } from '../../../src/model/import-request';
import { UNWATCHED } from '../../../src/model/progress';
import { RULE_IDS } from '../../../src/model/rule';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Form<T> = (records: readonly T[]) => string;

const RUNS = { numRuns: Number(process.env['KIND_RUNS'] ?? 60) };
const oneOf = <T>(choices: Readonly<Record<string, T>>) => fc.constantFrom(...Object.entries(choices));
const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[], delimiter = ',') =>
  rows.map((row) => row.map(cell).join(delimiter)).join('\r\n');
const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const element = (name: string, text: string) => `<${name}>${text}</${name}>`;

/** Imports the files together; where columns are asked about, confirms what is suggested. */
async function read(...files: string[]): Promise<Dataset> {
  const sources = files.map((text, at) => ({ name: `file-${at}`, blob: new Blob([text]) }));
  const mappings: Record<string, ColumnMapping> = {};
  for (;;) {
    const result = await importSources(sources, { origin: 'files', mappings }, null, UNWATCHED);
    if (result.kind === 'dataset') return result.dataset;
    if (result.request.signature in mappings) throw new Error('asked twice');
    mappings[result.request.signature] = result.request.suggested;
  }
}

/** What is known to be missing, by kind and number. */
const lost = ({ header }: Dataset) =>
  (header.notices ?? [])
    .filter(({ severity }) => severity === 'incomplete')
    .map(({ kind, count }) => `${kind} ${count}`);

async function groupsOf(dataset: Dataset): Promise<string[]> {
  const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
  return Array.from(grouping.stops, (_, group) => {
    const ids = Array.from(groupMembers(grouping, group), (asset) => textAt(dataset.columns.assetId, asset));
    return `${RULE_IDS[grouping.rules[group]!]} ${ids.sort().join(' ')}`;
  });
}

describe('kind 1: tables in JSON', () => {
  const HEADERS = ['assetId', 'assetName', 'address', 'macAddress'];
  const named = (key: string) => HEADERS.map((name) => ({ [key]: name, type: 'string' }));
  const records = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => Object.fromEntries(row.map((value, at) => [HEADERS[at]!, value])));
  const column = (rows: readonly (readonly string[])[], at: number) => rows.map((row) => row[at]!);
  const FORMS: Record<string, (rows: string[][]) => Json> = {
    'fields and rows': (rows) => ({ fields: HEADERS, rows }),
    'columns of a log query': (rows) => ({ tables: [{ name: 'x', columns: named('name'), rows }] }),
    Kusto: (rows) => ({ Tables: [{ TableName: 'Table_0', Columns: named('ColumnName'), Rows: rows }] }),
    'frames of Kusto': (rows) => [
      { FrameType: 'DataSetHeader', Version: 'v2.0' },
      {
        FrameType: 'DataTable',
        TableKind: 'QueryProperties',
        Columns: named('ColumnName'),
        Rows: [['1', 'a', 'b', 'c']],
      },
      { FrameType: 'DataTable', TableKind: 'PrimaryResult', Columns: named('ColumnName'), Rows: rows },
    ],
    BigQuery: (rows) => ({
      schema: { fields: named('name') },
      rows: rows.map((row) => ({ f: row.map((v) => ({ v })) })),
      totalRows: String(rows.length),
    }),
    Databricks: (rows) => ({
      manifest: { schema: { columns: named('name') } },
      result: { data_array: rows, row_count: rows.length },
    }),
    Snowflake: (rows) => ({ resultSetMetaData: { rowType: named('name') }, data: rows, code: '090001' }),
    Athena: (rows) => ({
      ResultSet: {
        Rows: [HEADERS, ...rows].map((row) => ({ Data: row.map((value) => ({ VarCharValue: value })) })),
        ResultSetMetadata: { ColumnInfo: named('Name') },
      },
    }),
    'a list for each column': (rows) => ({
      fields: HEADERS,
      columns: HEADERS.map((_, at) => column(rows, at)),
    }),
    'a data frame, split': (rows) => ({ columns: HEADERS, index: rows.map((_, at) => at), data: rows }),
    'a data frame by columns': (rows) =>
      Object.fromEntries(HEADERS.map((name, at) => [name, { ...column(rows, at) }])),
    'a data frame by rows': (rows) => ({ ...records(rows) }),
    'a data frame as table': (rows) => ({ schema: { fields: named('name') }, data: records(rows) }),
    'rows alone, names first': (rows) => [HEADERS, ...rows],
  };
  const WRAPPERS: readonly ((json: Json) => Json)[] = [
    (json) => json,
    (json) => ({ status: 200, response: json }),
    (json) => ({ body: JSON.stringify(json) }),
    (json) => ({ log: { entries: [{ response: { content: { text: JSON.stringify(json) } } }] } }),
  ];
  const rows = fc
    .uniqueArray(fc.nat(250), { minLength: 3, maxLength: 9 })
    .map((numbers) =>
      numbers.map((n) => [
        String(700_100_001 + n),
        `HOST-${n}`,
        `10.0.0.${n}`,
        `02:16:3e:1a:00:${n.toString(16).padStart(2, '0')}`,
      ]),
    );
  const textOf = (name: string, form: (rows: string[][]) => Json, list: string[][], wrapper: number) =>
    JSON.stringify(name.startsWith('rows alone') ? form(list) : WRAPPERS[wrapper]!(form(list)));
  const assetsOf = ({ size, columns }: Dataset) =>
    Array.from({ length: size }, (_, asset) => [
      textAt(columns.assetId, asset),
      textAt(columns.assetName, asset),
      textAt(columns.address, asset),
      Array.from(macsAt(columns.macAddresses, asset), macDigits).join(),
    ]);
  const plain = (list: readonly string[][]) =>
    list.map(([id, name, ip, mac]) => [id, name, ip, mac!.replaceAll(':', '')]);
  const wrapper = fc.nat(WRAPPERS.length - 1);

  it('come to the same in every form and wrapper', async () => {
    await fc.assert(
      fc.asyncProperty(rows, oneOf(FORMS), wrapper, async (list, [name, form], around) => {
        const dataset = await read(textOf(name, form, list, around));
        expect(assetsOf(dataset)).toEqual(plain(list));
        expect(lost(dataset)).toEqual([]);
        expect(dataset.header.skipped).toEqual([]);
      }),
      RUNS,
    );
  });

  it('but for a row that is spoilt: exactly that one is told', async () => {
    await fc.assert(
      fc.asyncProperty(rows, oneOf(FORMS), wrapper, fc.nat(), async (list, [name, form], around, at) => {
        const spoilt = at % list.length;
        const broken = list.map((row, i) => (i === spoilt ? ['7.001E+11', ...row.slice(1)] : row));
        const dataset = await read(textOf(name, form, broken, around));
        expect(assetsOf(dataset)).toEqual(plain(list.filter((_, i) => i !== spoilt)));
        expect(lost(dataset).map((one) => one.replace(/^refusedIds/, 'skippedRecords'))).toEqual([
          'skippedRecords 1',
        ]);
        expect(dataset.header.skipped.map(({ record }) => record)).toEqual([spoilt + 1]);
      }),
      RUNS,
    );
  });
});

describe('kind 3: rows and records that are findings, without IDs', () => {
  interface Finding {
    readonly ip: string;
    readonly network: string;
    readonly dns: string;
    readonly netbios: string;
    readonly qid: number;
  }
  const rows = (header: readonly string[]) => (findings: readonly Finding[]) => [
    [...header],
    ...findings.map(({ ip, network, dns, netbios, qid }) => [ip, network, dns, netbios, String(qid), 'x']),
  ];
  const objects = (keys: readonly string[]) => (findings: readonly Finding[]) =>
    JSON.stringify(
      findings.map(({ ip, network, dns, netbios, qid }) =>
        Object.fromEntries([ip, network, dns, netbios, qid].map((value, at) => [keys[at]!, value])),
      ),
    );
  const FORMS: Record<string, Form<Finding>> = {
    'scan report': (list) => csv(rows(['IP', 'Network', 'DNS', 'NetBIOS', 'QID', 'Title'])(list)),
    'scan report behind title lines': (list) =>
      `"Scan Results","Nov 14, 2026"\n"Example",""\n${csv(rows(['IP', 'Network', 'DNS', 'NetBIOS', 'QID', 'Title'])(list))}`,
    'list with semicolons': (list) =>
      csv(rows(['IP Address', 'Network', 'DNS Name', 'NetBIOS Name', 'QID', 'Title'])(list), ';'),
    'JSON, lower case': objects(['ip', 'network_name', 'dns', 'netbios', 'qid']),
    'JSON, upper case': objects(['IP', 'NETWORK_NAME', 'DNS', 'NETBIOS', 'QID']),
    XML: (list) =>
      element(
        'HOST_LIST_OUTPUT',
        element(
          'HOST_LIST',
          list
            .map(({ ip, network, dns, netbios, qid }) =>
              element(
                'HOST',
                element('IP', ip) +
                  element('NETWORK_NAME', network) +
                  element('DNS', dns) +
                  element('NETBIOS', `<![CDATA[${netbios}]]>`) +
                  element('QID', String(qid)),
              ),
            )
            .join('\n'),
        ),
      ),
  };
  /** Hosts that differ in one of what makes a host, each with some findings, in any order. */
  const findings = fc
    .uniqueArray(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2), fc.nat(2)), {
      minLength: 3,
      maxLength: 8,
      selector: (parts) => parts.join(),
    })
    .chain((hosts) =>
      fc.tuple(
        fc.constant(hosts.length),
        fc
          .tuple(...hosts.map(() => fc.integer({ min: 1, max: 4 })))
          .map((counts) =>
            hosts.flatMap(([ip, network, dns, netbios], at) =>
              Array.from({ length: counts[at]! }, (_, qid) => ({
                ip: `10.0.0.${ip + 1}`,
                network: `Network ${network}`,
                dns: `host-${dns}.example.com`,
                netbios: `HOST-${netbios}`,
                qid: 90_000 + qid,
              })),
            ),
          )
          .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
      ),
    );

  it('are one asset for each host, and say so', async () => {
    await fc.assert(
      fc.asyncProperty(findings, oneOf(FORMS), async ([hosts, list], [, form]) => {
        const dataset = await read(form(list));
        expect(dataset.size).toBe(hosts);
        expect(lost(dataset)).toEqual([]);
        const folded = (dataset.header.notices ?? []).filter(({ kind }) => kind === 'foldedRecords');
        expect(folded.map(({ count }) => count)).toEqual(list.length === hosts ? [] : [list.length - hosts]);
      }),
      RUNS,
    );
  });

  it('but for one that is spoilt: exactly that one is told', async () => {
    const SPOILS: Record<string, (text: string, finding: Finding) => string> = {
      'scan report': (text) => text.replace(/"66666"[^\r]*/, (cells) => `${cells},"one","two"`),
      'JSON, lower case': (text) => text.replace('"qid":66666', '"qid":66666 666'),
      XML: (text) => text.replace('<QID>66666</QID>', '<QID>66666</Q>'),
    };
    await fc.assert(
      fc.asyncProperty(findings, oneOf(SPOILS), fc.nat(), async ([hosts, list], [name, spoil], place) => {
        const extra: Finding = {
          ip: '10.9.9.9',
          network: 'N',
          dns: 'x.example.com',
          netbios: 'X',
          qid: 66_666,
        };
        const at = 1 + (place % list.length);
        const text = FORMS[name]!([...list.slice(0, at), extra, ...list.slice(at)]);
        const dataset = await read(spoil(text, extra));
        expect(dataset.size).toBe(hosts);
        expect(lost(dataset)).toEqual(['skippedRecords 1']);
        expect(dataset.header.skipped.map(({ record }) => record)).toEqual([at + 1]);
      }),
      RUNS,
    );
  });
});

describe('kind 4: pages', () => {
  const asset = (id: number): Json => ({ assetId: id, assetName: `host-${id}` });
  const host = (id: number): Json => ({ HostAsset: { id, name: `host-${id}`, trackingMethod: 'IP' } });
  /** A page of each service, the last one or not. */
  const SERVICES: Record<string, (ids: readonly number[], last: boolean) => string> = {
    Gateway: (ids, last) =>
      JSON.stringify({
        responseCode: 'SUCCESS',
        hasMore: last ? 0 : 1,
        assetListData: { asset: ids.map(asset) },
      }),
    'Gateway, what is said behind the assets': (ids, last) =>
      JSON.stringify({ assetListData: { asset: ids.map(asset) }, hasMore: last ? 'false' : 'true' }),
    QPS: (ids, last) =>
      JSON.stringify({
        ServiceResponse: { responseCode: 'SUCCESS', hasMoreRecords: String(!last), data: ids.map(host) },
      }),
    'QPS, XML': (ids, last) =>
      element(
        'ServiceResponse',
        element('hasMoreRecords', String(!last)) +
          element(
            'data',
            ids.map((id) => element('HostAsset', element('id', String(id)) + element('name', 'x'))).join(''),
          ),
      ),
    'a link to the next': (ids, last) =>
      JSON.stringify({
        value: ids.map(asset),
        ...(last ? {} : { '@odata.nextLink': 'https://x.example.com' }),
      }),
    'a token for the next, before the assets': (ids, last) =>
      JSON.stringify({ ...(last ? {} : { NextToken: 'AAA' }), assets: ids.map(asset) }),
    'next or null': (ids, last) =>
      JSON.stringify({ results: ids.map(asset), next: last ? null : 'https://x' }),
    'links of an interface': (ids, last) =>
      JSON.stringify({ data: ids.map(asset), links: { self: 'x', next: last ? null : { href: 'y' } } }),
    'last or not': (ids, last) => JSON.stringify({ content: ids.map(asset), last }),
    edges: (ids, last) =>
      JSON.stringify({ edges: ids.map((id) => ({ node: asset(id) })), pageInfo: { hasNextPage: !last } }),
  };
  const pages = fc.tuple(
    oneOf(SERVICES),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 5 }),
    // In one file, a file each, or in a HAR.
    fc.constantFrom('lines', 'files', 'reversed files'),
  );
  const pagesOf = (service: (ids: readonly number[], last: boolean) => string, sizes: readonly number[]) => {
    let next = 1;
    return sizes.map((size, at) => {
      const ids = Array.from({ length: size }, () => next++);
      return service(ids, at === sizes.length - 1);
    });
  };
  const files = (texts: readonly string[], how: string) =>
    how === 'lines' ? [texts.join('\n')] : how === 'files' ? [...texts] : [...texts].reverse();

  it('that are all there come to all assets, and nothing is said', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async ([[, service], sizes, how]) => {
        const dataset = await read(...files(pagesOf(service, sizes), how));
        expect(dataset.size).toBe(sizes.reduce((sum, size) => sum + size, 0));
        expect(lost(dataset)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('without the last one say so', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async ([[, service], sizes, how]) => {
        const dataset = await read(...files(pagesOf(service, sizes).slice(0, -1), how));
        expect(lost(dataset)).toEqual([`furtherPages ${sizes.length - 1}`]);
      }),
      RUNS,
    );
  });

  it('of which one failed say which and why', async () => {
    const failures = fc.constantFrom(
      '{"responseCode":"FAILURE","responseMessage":"Token expired"}',
      '{"status":503,"error":"Service Unavailable"}',
      '{"message":"API rate limit exceeded"}',
      '{"ServiceResponse":{"responseCode":"UNAUTHORIZED"}}',
    );
    const inJson = pages.filter(([[name]]) => !name.includes('XML'));
    await fc.assert(
      fc.asyncProperty(inJson, failures, fc.nat(), async ([[, service], sizes, how], failure, place) => {
        const texts = pagesOf(service, sizes);
        texts.splice(place % texts.length, 0, failure);
        const dataset = await read(...files(texts, how));
        expect(dataset.size).toBe(sizes.reduce((sum, size) => sum + size, 0));
        const told = lost(dataset).filter((one) => !one.startsWith('unreadFile'));
        if (how === 'lines') expect(told).toEqual(['failedResponse 1']);
        else expect(lost(dataset).length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});

describe('kind 6: what stands for no value', () => {
  interface Nothing {
    readonly id: number;
    readonly name: string;
    readonly dns: string;
    readonly netbios: string;
    readonly ip: string;
    readonly mac: string;
  }
  const HEADER = ['Asset ID', 'Asset Name', 'DNS Name', 'NetBIOS Name', 'IP Address', 'MAC Address'];
  const cells = ({ id, name, dns, netbios, ip, mac }: Nothing) => [String(id), name, dns, netbios, ip, mac];
  const gateway = ({ id, name, dns, netbios, ip, mac }: Nothing): Json => ({
    assetId: id,
    assetName: name,
    dnsName: dns,
    netbiosName: netbios,
    address: ip,
    networkInterfaceListData: { networkInterface: [{ macAddress: mac }] },
  });
  const FORMS: Record<string, Form<Nothing>> = {
    'Gateway JSON': (list) => JSON.stringify(list.map(gateway)),
    'one a line': (list) => list.map((one) => JSON.stringify(gateway(one))).join('\n'),
    'table in JSON': (list) => JSON.stringify({ columns: HEADER, rows: list.map(cells) }),
    CSV: (list) => csv([HEADER, ...list.map(cells)]),
    'tabs, apostrophes': (list) =>
      csv([HEADER, ...list.map((one) => cells(one).map((text) => `'${text}`))], '\t'),
    'QPS XML': (list) =>
      `${element(
        'data',
        list
          .map(({ id, name, dns, netbios, ip, mac }) =>
            element(
              'HostAsset',
              element('id', String(id)) +
                element('name', escaped(name)) +
                element('dnsHostName', escaped(dns)) +
                element('netbiosName', escaped(netbios)) +
                element('address', escaped(ip)) +
                element(
                  'networkInterface',
                  element('list', element('HostAssetInterface', element('macAddress', escaped(mac)))),
                ),
            ),
          )
          .join(''),
      ).replace(/^/, '<ServiceResponse>')}</ServiceResponse>`,
  };
  const HARD = new Set(['na', 'never', 'infinity', '-infinity', '[]', '{}', '@{}', '', '?', '.', "'-"]);
  const nothing = fc
    .constantFrom(...[...PLACEHOLDERS].filter((text) => !HARD.has(text)))
    .chain((text) => fc.constantFrom(text, text.toUpperCase(), ` ${text} `));
  const assets = fc
    .array(fc.tuple(nothing, nothing, nothing, nothing, nothing), { minLength: 4, maxLength: 10 })
    .map((list) =>
      list.map(
        ([name, dns, netbios, ip, mac], at): Nothing => ({
          id: 700_100_001 + at,
          name,
          dns,
          netbios,
          ip,
          mac,
        }),
      ),
    );

  it('matches nothing, in any format, and is no value that could not be read', async () => {
    await fc.assert(
      fc.asyncProperty(assets, oneOf(FORMS), async (list, [, form]) => {
        // Two real ones, so that the table has something to be known by.
        const real = [1, 2].map((n) => ({
          id: n,
          name: `web-${n}`,
          dns: `web-${n}.example.com`,
          netbios: `WEB-${n}`,
          ip: `10.0.0.${n}`,
          mac: `02:16:3e:10:00:0${n}`,
        }));
        const dataset = await read(form([...real, ...list]));
        expect(dataset.size).toBe(list.length + 2);
        expect(await groupsOf(dataset)).toEqual([]);
        expect(dataset.header.unreadable).toEqual({});
        expect(lost(dataset)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('but for two that have a value: exactly they match', async () => {
    await fc.assert(
      fc.asyncProperty(assets, oneOf(FORMS), async (list, [, form]) => {
        const two = list.map((one, at) =>
          at < 2 ? { ...one, mac: '02:16:3e:10:00:11', ip: `10.0.0.${at}` } : one,
        );
        const dataset = await read(form(two));
        expect(await groupsOf(dataset)).toEqual(['macAddress 700100001 700100002']);
      }),
      RUNS,
    );
  });
});

describe('kind 8: noise around and in JSON', () => {
  const asset = (id: number) => `{"assetId":${id},"assetName":"host-${id}","risk":NaN,"agentId":undefined}`;
  const page = (ids: readonly number[], last: boolean) =>
    `{"responseCode":"SUCCESS","hasMore":${last ? 0 : 1},"assetListData":{"asset":[${ids.map(asset).join(',')},]},}`;
  const noise = fc.constantFrom(
    '',
    '\n\n',
    'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-RateLimit-Remaining: 299\r\n\r\n',
    'HTTP/2 200\ncontent-length: 12\n\n',
    '2026-11-10 10:00:00,123 INFO fetching the next page\n',
    '# page\n',
    '// page\n',
    '/* page */\n',
    '< X-Served-By: proxy\n* Connection #0 to host left intact\n',
    '$ curl -i https://gateway.example.com/rest\n',
    '\ufeff',
    '\x1e',
    ',\n',
  );
  const documents = fc.array(fc.tuple(noise, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 5 });
  const textOf = (list: readonly (readonly [string, number])[], tail: string) => {
    let next = 1;
    const texts = list.map(([before, size], at) => {
      const ids = Array.from({ length: size }, () => next++);
      return `${before}${page(ids, at === list.length - 1)}\n`;
    });
    return { texts, text: texts.join('') + tail, assets: next - 1 };
  };
  const tails = fc.constantFrom('', '\n\n', '\x1a', 'HTTP_CODE:200 TIME:0.5\n', '# done: all pages\n');

  it('is passed over without a word', async () => {
    await fc.assert(
      fc.asyncProperty(documents, tails, async (list, tail) => {
        const { text, assets } = textOf(list, tail);
        const dataset = await read(text);
        expect(dataset.size).toBe(assets);
        expect(dataset.header.skipped).toEqual([]);
        expect(lost(dataset)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('but for a page that was refused: exactly that one is told', async () => {
    const refusals = fc.constantFrom(
      'HTTP/1.1 429 Too Many Requests\r\nX-RateLimit-ToWait-Sec: 120\r\n\r\n',
      'HTTP/2 401\n\n',
      '<!DOCTYPE html>\n<title>Sign in</title>\n',
      '{"message":"API rate limit exceeded"}\n',
    );
    await fc.assert(
      fc.asyncProperty(documents, refusals, fc.nat(), async (list, refusal, place) => {
        const { texts, assets } = textOf(list, '');
        texts.splice(place % (texts.length + 1), 0, refusal);
        const dataset = await read(texts.join(''));
        expect(dataset.size).toBe(assets);
        expect(lost(dataset)).toEqual(['failedResponse 1']);
      }),
      RUNS,
    );
  });
});

describe('kind 9: MACs in cloud data', () => {
  const PLACES: Record<string, (mac: string) => { [key: string]: Json }> = {
    'on its own': (mac) => ({ macAddress: mac }),
    aws: (mac) => ({ cloudProvider: { aws: { ec2: { instanceId: 'i-1', macAddress: mac } } } }),
    azure: (mac) => ({ cloudProvider: { azure: { vm: { vmId: 'v', macAddress: mac } } } }),
    gcp: (mac) => ({ cloudProvider: { gcp: { compute: { macAddress: mac } } } }),
    'a list of interfaces': (mac) => ({
      cloudProvider: { aws: { ec2: { networkInterfaces: [{ macAddress: null }, { macAddress: mac }] } } },
    }),
    'a path': (mac) => ({ 'cloudProvider.azure.vm.macAddress': mac }),
    'a path with underscores': (mac) => ({ cloudProvider_gcp_compute_macAddress: mac }),
    'JSON in a text': (mac) => ({ cloudProvider: JSON.stringify({ aws: { ec2: { macAddress: mac } } }) }),
    'PowerShell in a text': (mac) => ({ cloudProvider: `@{azure=@{vm=@{macAddress=${mac}; vmId=}}}` }),
    'typed values': (mac) => ({
      cloudProvider: { M: { aws: { M: { ec2: { M: { macAddress: { S: mac } } } } } } },
    }),
    'interfaces by name': (mac) => ({ nics: { eth0: { mac }, lo: { mac: null } } }),
  };
  const spelled = fc.constantFrom<(mac: string) => string>(
    (mac) => mac,
    (mac) => mac.toUpperCase().replaceAll(':', '-'),
    (mac) => mac.replaceAll(':', ''),
  );
  const machines = fc.array(fc.tuple(oneOf(PLACES), spelled, fc.nat(255)), { minLength: 3, maxLength: 8 });
  const macOf = (n: number) => `02:16:3e:1a:00:${n.toString(16).padStart(2, '0')}`;
  const recordOf = (id: number, place: (mac: string) => { [key: string]: Json }, mac: string) => ({
    assetId: id,
    assetName: `host-${id}`,
    ...place(mac),
  });
  const macsOf = ({ size, columns }: Dataset) =>
    Array.from({ length: size }, (_, asset) => Array.from(macsAt(columns.macAddresses, asset), macDigits));

  it('are read wherever they stand', async () => {
    await fc.assert(
      fc.asyncProperty(machines, async (list) => {
        const records = list.map(([[, place], spell, n], id) => recordOf(id, place, spell(macOf(n))));
        const dataset = await read(JSON.stringify(records));
        expect(macsOf(dataset)).toEqual(list.map(([, , n]) => [macOf(n).replaceAll(':', '')]));
        expect(lost(dataset)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('but for one that is spoilt: exactly that one is told', async () => {
    await fc.assert(
      fc.asyncProperty(machines, fc.nat(), async (list, at) => {
        const spoilt = at % list.length;
        const records = list.map(([[, place], spell, n], id) =>
          recordOf(id, place, id === spoilt ? '02:16:3e:1a:zz' : spell(macOf(n))),
        );
        const dataset = await read(JSON.stringify(records));
        expect(macsOf(dataset)).toEqual(
          list.map(([, , n], id) => (id === spoilt ? [] : [macOf(n).replaceAll(':', '')])),
        );
        expect(lost(dataset)).toEqual(['unreadableValues 1']);
      }),
      RUNS,
    );
  });
});
