import { describe, expect, it } from 'vitest';
import { fitsOf } from '../../../../src/import/tables/headers';
import { findHeader } from '../../../../src/import/tables/plan';
import {
  checkedMapping,
  signatureOfHeaders,
  suggestMapping,
} from '../../../../src/import/tables/suggest-mapping';
import { FIELD_IDS, FIELDS } from '../../../../src/model/field';
import { TABLE_COLUMN_IDS, TABLE_COLUMNS } from '../../../../src/model/table';

const best = (header: string) => fitsOf(header)[0]?.field ?? null;

describe('headers', () => {
  it.each([
    ['Asset ID', 'assetId'],
    ['ID', 'assetId'],
    ['Asset Name', 'assetName'],
    ['Name', 'assetName'],
    ['DNS', 'dnsName'],
    ['DNS Hostname', 'dnsName'],
    ['FQDN', 'fqdn'],
    ['NetBIOS', 'netbiosName'],
    ['NetBIOS Name', 'netbiosName'],
    ['IP', 'address'],
    ['IP Address', 'address'],
    ['IPv4 Address', 'address'],
    ['Address', 'address'],
    ['MAC', 'macAddresses'],
    ['MAC Address(es)', 'macAddresses'],
    ['mac_addresses', 'macAddresses'],
    ['Operating System', 'operatingSystem'],
    ['OS', 'operatingSystem'],
    ['Source(s)', 'sources'],
    ['Inventory Source', 'sources'],
    ['Last Seen', 'lastModified'],
    ['Last Activity', 'lastModified'],
    ['Last Updated', 'lastModified'],
    ['Last Checked-In', 'agentLastCheckedIn'],
    ['Tags', 'tags'],
    ['Agent ID', 'agentId'],
    ['Network', 'networkName'],
    ['Tracking Method', 'trackingMethod'],
    ['Host ID', 'hostId'],
    ['networkInterfaceListData.networkInterface[0].macAddress', 'macAddresses'],
    ['Software Name', null],
    ['__proto__', null],
    ['constructor', null],
  ])('%s is read as %s', (header, field) => {
    expect(best(header)).toBe(field);
  });

  it('knows every field by its own name and label', () => {
    for (const field of FIELD_IDS) {
      expect(best(field), field).toBe(field);
      expect(suggestMapping([FIELDS[field].label]).mapping, FIELDS[field].label).toEqual([field]);
    }
  });

  it('reads our own reports', () => {
    const table = TABLE_COLUMN_IDS.map((id) => TABLE_COLUMNS[id].header);
    const headers = [...table, 'Last Activity (UTC)', 'Group Size', 'Row in Group', 'Cluster Size'].filter(
      (header) => header !== 'Last Activity',
    );
    const { mapping, certain } = suggestMapping(headers);
    expect(certain).toBe(true);
    const read = Object.fromEntries(headers.map((header, i) => [header, mapping[i]]));
    expect(read).toEqual({
      'Asset ID': 'assetId',
      Address: 'address',
      'DNS Name': 'dnsName',
      'Asset Name': 'assetName',
      Source: 'sources',
      'Last Activity (UTC)': 'lastModified',
      'Group Size': null,
      'Row in Group': null,
      'Cluster Size': null,
      'NetBIOS Name': 'netbiosName',
      'MAC Addresses': 'macAddresses',
      'Operating System': 'operatingSystem',
      'Matched On': null,
      'Shared Value': null,
      Group: null,
      Cluster: null,
      'All Matching Fields': null,
    });
  });
});

describe('suggestions', () => {
  it.each([
    ['an id and another identifier', ['Asset ID', 'IP'], true],
    ['a name and another identifier', ['Asset Name', 'MAC Address', 'x'], true],
    ['only weak names', ['ID', 'Name'], false],
    ['a name alone', ['Asset Name', 'Tags'], false],
    ['no name and no id', ['IP Address', 'MAC Address'], false],
    ['two columns that fit one identifier equally', ['Asset ID', 'Asset Name', 'asset_name'], false],
    ['unknown names', ['Foo', 'Bar'], false],
  ])('%s: certain is %3$s', (_, headers, certain) => {
    expect(suggestMapping(headers).certain).toBe(certain);
  });

  it('gives a field of one value to the column that fits it best, fields of several to all', () => {
    expect(suggestMapping(['Name', 'Asset Name', 'MAC Address', 'MAC']).mapping).toEqual([
      null,
      'assetName',
      'macAddresses',
      'macAddresses',
    ]);
  });

  it('makes one signature of headers that differ only in spelling', () => {
    expect(signatureOfHeaders(['Asset ID', 'DNS-Name'])).toBe(signatureOfHeaders(['asset_id', 'dns name']));
    expect(signatureOfHeaders(['a', 'b'])).not.toBe(signatureOfHeaders(['b', 'a']));
  });

  it('takes a stored mapping only if it fits the columns and names fields', () => {
    expect(checkedMapping(['assetId', null], 2)).toEqual(['assetId', null]);
    expect(checkedMapping(['assetId'], 2)).toBeNull();
    expect(checkedMapping(['__proto__', null], 2)).toBeNull();
    expect(checkedMapping('assetId', 7)).toBeNull();
  });
});

describe('findHeader', () => {
  it('finds the header below titles and account lines', () => {
    const rows = [
      ['Asset report for Example Ltd'],
      ['Created', '25 May 2026'],
      [''],
      ['Asset ID', 'Name', 'IP Address', 'Tags'],
      ['1', 'web01', '10.0.0.1', ''],
    ];
    expect(findHeader(rows)?.row).toBe(3);
  });

  it('takes the widest first row where no name is known, and nothing where there is no table', () => {
    expect(findHeader([['t'], ['x', 'y', 'z'], ['1', '2', '3']])?.row).toBe(1);
    expect(findHeader([['one'], ['column']])).toBeNull();
  });
});
