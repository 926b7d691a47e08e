import { expect, it } from 'vitest';
import { findDuplicates } from '../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import { explainShare, explainSharedValue } from '../../../src/identifiers/shared-value';
import { textAt } from '../../../src/model/columns';
import { groupMembers } from '../../../src/model/grouping';
import { UNWATCHED } from '../../../src/model/progress';
import { RULE_IDS } from '../../../src/model/rule';
import { makeDataset } from '../make-dataset';

it('says why each group stands, and what an asset shares', async () => {
  const dataset = makeDataset([
    { assetName: 'WEB01', macAddresses: ['00:50:56:00:00:01'], address: '10.0.0.1' },
    { assetName: 'web01', dnsName: 'db.example.com.', netbiosName: 'DB' },
    { assetName: 'web01' },
    { macAddresses: ['00:50:56:00:00:01'] },
    { dnsName: 'DB.example.com' },
    { netbiosName: 'db' },
    { address: '10.0.0.1' },
  ]);
  const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
  const groups = [...grouping.stops.keys()].map(
    (group) =>
      [
        RULE_IDS[grouping.rules[group]!]!,
        textAt(grouping.values, group),
        groupMembers(grouping, group).length,
      ] as const,
  );
  expect(groups.map((group) => explainSharedValue(...group))).toEqual([
    '3 assets have the asset name web01',
    '2 assets have the DNS name db.example.com',
    '2 assets have the NetBIOS name db',
    '2 assets share the MAC address 00:50:56:00:00:01',
    '2 assets have the address 10.0.0.1',
  ]);
  expect([0, 3, 4].map((group) => explainShare(...groups[group]!))).toEqual([
    'Shares the asset name web01 with 2 other assets',
    'Shares the MAC address 00:50:56:00:00:01 with 1 other asset',
    'Shares the address 10.0.0.1 with 1 other asset',
  ]);
});
