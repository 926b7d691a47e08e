import { describe, expect, it } from 'vitest';
import { FIELD_IDS, FIELDS } from '../../../src/model/field';
import { ALL_RULES, RULE_IDS, RULES } from '../../../src/model/rule';
import { columnOfRule, TABLE_COLUMN_IDS, TABLE_COLUMNS } from '../../../src/model/table-columns';
import { isOfAsset, sensitivityOf } from '../../../src/model/table-columns/column';

describe('fields', () => {
  it('have labels of their own, and stand section after section', () => {
    const labels = FIELD_IDS.map((field) => FIELDS[field].label);
    expect(new Set(labels).size).toBe(labels.length);
    const sections = FIELD_IDS.map((field) => FIELDS[field].section);
    const order = ['identity', 'network', 'activity', 'machine', 'other'];
    expect([...sections].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(sections);
  });

  it('that identify something are not for everyone to see', () => {
    for (const field of FIELD_IDS) {
      const { identifies, sensitivity } = FIELDS[field];
      if (identifies !== 'nothing') expect([field, sensitivity]).not.toEqual([field, 'none']);
    }
  });
});

describe('rules', () => {
  it('report in the order of the contract, a bit for each in a byte', () => {
    expect(RULE_IDS).toEqual(['assetName', 'dnsName', 'netbiosName', 'macAddress', 'ipv4Address']);
    expect(ALL_RULES).toBeLessThan(256);
  });

  it('are as sensitive as the fields they compare', () => {
    for (const rule of RULE_IDS) expect(RULES[rule].sensitivity).toBe(FIELDS[RULES[rule].field].sensitivity);
  });

  it('mark their values in the column of their field', () => {
    expect(RULE_IDS.map(columnOfRule)).toEqual([
      'assetName',
      'dnsName',
      'netbiosName',
      'macAddresses',
      'address',
    ]);
  });
});

describe('columns', () => {
  it('have headers of their own, and the first five of the contract', () => {
    const headers = TABLE_COLUMN_IDS.map((column) => TABLE_COLUMNS[column].header);
    expect(headers.slice(0, 5)).toEqual(['Asset ID', 'Address', 'DNS Name', 'Asset Name', 'Source']);
    expect(new Set(headers).size).toBe(headers.length);
  });

  it('fit the page in print', () => {
    const shares = TABLE_COLUMN_IDS.map((column) => TABLE_COLUMNS[column].print ?? 0);
    expect(shares.reduce((sum, share) => sum + share)).toBeLessThanOrEqual(102);
  });

  it('take their sensitivity from their field, the shared value from its rule', () => {
    const of = (column: keyof typeof TABLE_COLUMNS) => sensitivityOf(TABLE_COLUMNS[column].cells);
    expect(
      (['macAddresses', 'source', 'sharedValue', 'group', 'allMatchingFields'] as const).map(of),
    ).toEqual(['mac', 'none', 'byRule', 'none', 'none']);
    for (const column of TABLE_COLUMN_IDS) {
      const { cells } = TABLE_COLUMNS[column];
      if (isOfAsset(cells)) expect(sensitivityOf(cells)).toBe(FIELDS[cells.field].sensitivity);
    }
  });
});
