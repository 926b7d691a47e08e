import { expect, test } from 'vitest';
import { openVerdicts } from '../../../../src/features/sensor/list/verdict-list';
import { ALL_VERDICTS, type VerdictQuery } from '../../../../src/features/sensor/types/list';
import { UNWATCHED } from '../../../../src/model/progress';
import type { PlainAsset } from '../../make-dataset';
import { check } from './verdicts';

const NOW = 1_779_300_000_000;
const ASSETS: readonly PlainAsset[] = [
  { assetId: '1', sources: ['QAGENT'], assetName: 'web01', macAddresses: [1] },
  {
    assetId: '20',
    sources: [{ source: 'NPS', lastUpdated: NOW }],
    assetName: 'Sensed Web',
    macAddresses: [1],
    address: '10.0.0.9',
  },
  { assetId: '3', sources: [{ source: 'NPS', lastUpdated: NOW + 5 }], assetName: 'db', address: '10.0.0.10' },
  { assetId: '4', sources: ['NPS'], dnsName: 'db', address: '2001:db8::1' },
  { assetId: '5', sources: ['NPS'], address: '10.0.0.2' },
];

async function shown(query: Partial<VerdictQuery>) {
  const { result } = await check(ASSETS);
  const list = await openVerdicts(result, { ...ALL_VERDICTS, ...query }, UNWATCHED);
  return list.lines(0, 100).map(({ assetId }) => assetId);
}

test('all verdicts stand in dataset order, each a whole line', async () => {
  const { result } = await check(ASSETS);
  const list = await openVerdicts(result, ALL_VERDICTS, UNWATCHED);
  expect(list.size).toBe(4);
  expect(list.lines(0, 1)).toEqual([
    {
      asset: 1,
      assetId: '20',
      name: 'Sensed Web',
      address: '10.0.0.9',
      lastSeen: NOW,
      outcome: 'merges',
      criterion: 'macAddress',
      row: 'R2',
      target: 0,
      targetId: '1',
      targetName: 'web01',
      group: 0,
    },
  ]);
  expect(list.lines(1, 1)[0]).toMatchObject({
    name: 'db',
    outcome: 'merges-passive',
    group: 1,
    targetId: '4',
  });
  expect([list.find(4), list.find(0), list.lines(4, 9)]).toEqual([3, -1, []]);
});

test('a search finds words in any order, also of the asset it merges with', async () => {
  expect(await shown({ search: 'WEB sensed' })).toEqual(['20']);
  expect(await shown({ search: 'web01' })).toEqual(['20']);
  expect(await shown({ search: '10.0.0' })).toEqual(['20', '3', '5']);
  expect(await shown({ search: 'nothing' })).toEqual([]);
});

test('filters narrow by outcome, criterion, row and assets', async () => {
  expect(await shown({ outcome: 'separate' })).toEqual(['5']);
  expect(await shown({ criterion: 'hostname' })).toEqual(['3', '4']);
  expect(await shown({ row: 'R2' })).toEqual(['20']);
  expect(await shown({ assets: Uint32Array.of(4, 1) })).toEqual(['20', '5']);
});

test('every column sorts as what it holds; what is missing comes last', async () => {
  const by = (column: NonNullable<VerdictQuery['sort']>['column'], descending = false) =>
    shown({ sort: { column, descending } });
  expect(await by('assetId')).toEqual(['3', '4', '5', '20']);
  expect(await by('assetId', true)).toEqual(['20', '5', '4', '3']);
  expect(await by('address')).toEqual(['5', '20', '3', '4']);
  expect(await by('name')).toEqual(['3', '4', '20', '5']);
  expect(await by('lastSeen', true)).toEqual(['3', '20', '4', '5']);
  expect(await by('outcome')).toEqual(['20', '3', '4', '5']);
  expect(await by('criterion', true)).toEqual(['3', '4', '20', '5']);
  expect(await by('with')).toEqual(['20', '4', '3', '5']);
  expect(await by('group')).toEqual(['3', '4', '20', '5']);
});
