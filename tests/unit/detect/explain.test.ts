import { expect, it } from 'vitest';
import { explainGroup, explainMatch } from '../../../src/detect/explain';
import { findDuplicates } from '../../../src/detect/pipeline';
import { RULES } from '../../../src/detect/rules';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
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
  expect([...grouping.stops.keys()].map((group) => explainGroup(grouping, group))).toEqual([
    '3 assets have the asset name web01',
    '2 assets have the DNS name db.example.com',
    '2 assets have the NetBIOS name db',
    '2 assets share the MAC address 00:50:56:00:00:01',
    '2 assets have the address 10.0.0.1',
  ]);
  expect(explainMatch(grouping, 0)).toEqual([
    { group: 0, why: 'Shares the asset name web01 with 2 other assets' },
    { group: 3, why: 'Shares the MAC address 00:50:56:00:00:01 with 1 other asset' },
    { group: 4, why: 'Shares the address 10.0.0.1 with 1 other asset' },
  ]);
});

it('rules come in the order in which they report', () => {
  expect(RULES.map(({ id }) => id)).toEqual(RULE_IDS);
});
