import { describe, expect, it } from 'vitest';
import type { ReportRequest } from '../../../src/report/input';
import { writeJson } from '../../../src/report/json';
import type { Section } from '../../../src/report/section';
import { makeDataset } from '../make-dataset';
import { makeGrouping } from './make-grouping';
import { HOSTILE, hostileInput, makeInput, SETTINGS, written } from './report-input';

const read = async (request: ReportRequest, contributed: readonly Section[] = []) =>
  JSON.parse(
    new TextDecoder('utf-8', { fatal: true }).decode(await written(writeJson, request, { contributed })),
  );

describe('writeJson', () => {
  const dataset = makeDataset([
    { assetId: '101' },
    { assetId: '9007199254740993' },
    { assetId: '103' },
    { assetId: '104' },
  ]);
  const ignored = [{ rule: 'macAddress', value: '000000000000', assets: 12, reason: 'No adapter' }] as const;
  const grouping = makeGrouping(
    dataset,
    [
      { rule: 'assetName', value: 'web01', members: [0, 1] },
      { rule: 'macAddress', value: '005056000001', members: [1, 2] },
    ],
    { ignored },
  );

  it('names files that were not read, and counts records without an id', async () => {
    const trouble = { what: 'b.json is empty.', remedy: 'Export it again.' };
    const header = {
      ...dataset.header,
      withoutId: 2,
      files: [...dataset.header.files, { name: 'b.json', bytes: 0, format: 'Not read', records: 0, trouble }],
    };
    const { dataset: facts } = await read(makeInput({ ...dataset, header }, grouping));
    expect(facts.unreadFiles).toEqual([{ file: 'b.json', ...trouble }]);
    expect(facts.withoutId).toBe(2);
  });

  it('has the shape of the contract', async () => {
    expect(await read(makeInput(dataset, grouping))).toEqual({
      format: 'doublet-results',
      version: 2,
      generatedAt: '2026-05-25T14:21:10.000Z',
      dataset: {
        name: 'test.json',
        files: ['test.json'],
        records: 4,
        assets: 4,
        repeated: 0,
        skipped: [],
        skippedRecords: 0,
        unreadable: {},
      },
      settings: SETTINGS,
      summary: {
        hostAssets: 4,
        duplicateAssets: 3,
        duplicateRatio: 75,
        groups: 2,
        clusters: 1,
        pairs: 2,
        byRule: { assetName: 1, dnsName: 0, netbiosName: 0, macAddress: 1, ipv4Address: 0 },
        leftOut: 0,
      },
      groups: [
        {
          id: 1,
          rule: 'assetName',
          value: 'web01',
          assetIds: ['101', '9007199254740993'],
          cluster: 1,
          also: [],
        },
        {
          id: 2,
          rule: 'macAddress',
          value: '005056000001',
          assetIds: ['9007199254740993', '103'],
          cluster: 1,
          also: [],
        },
      ],
      clusters: [{ id: 1, assetIds: ['101', '9007199254740993', '103'], groups: [1, 2] }],
      sharedWidely: [],
      ignoredValues: ignored,
    });
  });

  it('holds only what the table showed where a query is given', async () => {
    const query = {
      search: '103',
      rules: null,
      overlap: null,
      matching: null,
      cluster: null,
      group: null,
      sort: null,
      together: false,
      bands: true,
    };
    const results = await read(makeInput(dataset, grouping, { query }));
    expect([results.query, results.groups.length, results.groups[0].id, results.clusters.length]).toEqual([
      query,
      1,
      2,
      1,
    ]);
  });

  it('keeps every hostile text exactly, lone surrogates too', async () => {
    const results = await read(hostileInput());
    expect(results.groups.map((group: { value: string }) => group.value)).toEqual(HOSTILE);
  });

  it('takes in what features contribute', async () => {
    const results = await read(makeInput(dataset, grouping), [
      {
        kind: 'json',
        member: 'sensor',
        members: {},
        async *value() {
          yield* ['{"managed":', '1}'];
        },
      },
    ]);
    expect(results.sensor).toEqual({ managed: 1 });
  });

  it('is valid without a group', async () => {
    const results = await read(makeInput(dataset, makeGrouping(dataset, [])));
    expect([results.groups, results.clusters]).toEqual([[], []]);
  });
});
