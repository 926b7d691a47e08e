import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import { UNWATCHED } from '../../../src/model/progress';
import { openClusters } from '../../../src/tables/clusters';
import { makeDataset } from '../make-dataset';
import { makeGrouping } from '../report/make-grouping';

const source = (lastUpdated: number) => [{ source: 'IP', lastUpdated }];
const dataset = makeDataset([
  { assetName: 'a', sources: source(5) },
  { assetName: 'a', sources: source(9) },
  { dnsName: 'b' },
  { dnsName: 'b', assetId: '77', assetName: 'c' },
  { assetName: 'a' },
  { address: '10.0.0.1', sources: source(7) },
  { address: '10.0.0.1', sources: source(6) },
]);
const grouping = makeGrouping(dataset, [
  { rule: 'assetName', value: 'a', members: [0, 1] },
  { rule: 'assetName', value: 'a', members: [1, 4] },
  { rule: 'dnsName', value: 'b', members: [2, 3] },
  { rule: 'ipv4Address', value: '10.0.0.1', members: [5, 6] },
  { rule: 'dnsName', value: 'x', members: [5, 6] },
]);

const ALL = { sort: 'order', search: '', joined: false } as const;

describe('openClusters', () => {
  it('says what each cluster is', async () => {
    const list = await openClusters(dataset, grouping, ALL, UNWATCHED);
    expect(list.size).toBe(3);
    expect(list.lines(0, 9)).toEqual([
      { cluster: 0, assets: 3, groups: 2, rules: 0b1, names: ['a', 'a', 'a'], newest: 9 },
      { cluster: 1, assets: 2, groups: 1, rules: 0b10, names: ['b', 'c'], newest: Number.NaN },
      { cluster: 2, assets: 2, groups: 2, rules: 0b10010, names: ['10.0.0.1', '10.0.0.1'], newest: 7 },
    ]);
    expect(list.lines(2, 9)).toHaveLength(1);
  });

  it.each([
    ['assets', [0, 1, 2]],
    ['groups', [0, 2, 1]],
    ['newest', [0, 2, 1]],
  ] as const)('puts most %s first', async (sort, expected) => {
    const list = await openClusters(dataset, grouping, { ...ALL, sort }, UNWATCHED);
    expect(list.lines(0, 9).map((line) => line.cluster)).toEqual(expected);
  });

  it('shows those alone that several groups join, as many as the summary counts', async () => {
    const found = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
    const list = await openClusters(dataset, found, { ...ALL, joined: true }, UNWATCHED);
    expect(list.size).toBe(found.summary.joinedClusters);
    const own = await openClusters(dataset, grouping, { ...ALL, joined: true }, UNWATCHED);
    expect(own.lines(0, 9).map((line) => line.cluster)).toEqual([0, 2]);
  });

  it('finds clusters by any of their rows', async () => {
    const list = await openClusters(dataset, grouping, { ...ALL, search: '77 dns' }, UNWATCHED);
    expect(list.lines(0, 9).map((line) => line.cluster)).toEqual([1]);
  });
});
