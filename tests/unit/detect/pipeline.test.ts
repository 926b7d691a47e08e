import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import { textAt } from '../../../src/model/columns';
import type { Grouping } from '../../../src/model/grouping';
import { UNWATCHED } from '../../../src/model/progress';
import { RULE_IDS, type RuleId } from '../../../src/model/rule';
import { makeDataset, type PlainAsset } from '../make-dataset';
import { twin } from './twin';

/** The groups of a `Grouping` as plain objects. */
function groupsOf(grouping: Grouping) {
  return [...grouping.stops].map((stop, group) => ({
    rule: RULE_IDS[grouping.rules[group]!]!,
    value: textAt(grouping.values, group),
    members: [...grouping.members.subarray(group === 0 ? 0 : grouping.stops[group - 1]!, stop)],
    matching: [...grouping.rulesOfRow.subarray(group === 0 ? 0 : grouping.stops[group - 1]!, stop)].map(
      rulesOf,
    ),
    inCommon: rulesOf(grouping.rulesOfGroup[group]!),
  }));
}

const rulesOf = (bits: number) => RULE_IDS.filter((_, place) => bits & (1 << place));

function clustersOf(grouping: Grouping) {
  return [...grouping.clusterStops].map((stop, cluster) => [
    ...grouping.clusterMembers.subarray(cluster === 0 ? 0 : grouping.clusterStops[cluster - 1]!, stop),
  ]);
}

/** The twin's own list of what identifies nothing, as far as the random values below reach it. */
const isIgnored = (rule: RuleId, value: string) =>
  rule === 'macAddress'
    ? value === '000000000000' || value.startsWith('00005e0001')
    : rule === 'ipv4Address'
      ? !/[.:]/.test(value) || /^(::ffff:)?169\.254\./.test(value) || value === '::1' || /^fe80:/i.test(value)
      : value === 'localhost' || value === 'n/a';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const name = fc.constantFrom(
  'a',
  'A',
  ' a',
  'b',
  'b.',
  'B.\t',
  'É',
  'é',
  '\u00a0é',
  '.',
  '',
  'localhost',
  'N/A',
  'ab',
  '\ud800',
);
const address = fc.constantFrom(
  '10.0.0.1',
  ' 10.0.0.1',
  '10.0.0.2',
  '10.0.0.3',
  '169.254.7.7',
  '\u00a0169.254.7.8',
  '::ffff:169.254.7.7',
  '::1',
  'FE80::1',
  'fe80::1',
  '',
  'x',
);
const mac = fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 0x00005e000107, 0xfffffffffffe);
const asset = fc.record(
  {
    assetName: maybe(name),
    dnsName: maybe(name),
    netbiosName: maybe(name),
    macAddresses: fc.array(mac, { maxLength: 4 }),
    address: maybe(address),
    interfaceAddresses: fc.array(address, { maxLength: 3 }),
    sources: fc.array(fc.constantFrom('EASM', 'IP'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<PlainAsset>;
const settings = fc.record({
  rules: fc.oneof(fc.constant(RULE_IDS), fc.subarray([...RULE_IDS])),
  matchExactly: fc.boolean(),
  interfaceAddresses: fc.boolean(),
  leaveOutEasmOnly: fc.boolean(),
});

describe('findDuplicates', () => {
  it('finds what the twin finds, in any inventory under any settings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asset, { maxLength: 24, size: 'max' }), settings, async (assets, choice) => {
        const chosen = { ...DEFAULT_SETTINGS, ...choice };
        const dataset = makeDataset(assets);
        const grouping = await findDuplicates(dataset, chosen, UNWATCHED);
        const expected = twin(dataset, chosen, isIgnored);
        expect(groupsOf(grouping)).toEqual(expected.groups);
        expect(clustersOf(grouping)).toEqual(expected.clusters);
        expect(grouping.ignored.map(({ reason: _, ...ignored }) => ignored)).toEqual(expected.ignored);
        expect([...grouping.rulesOfAsset].map(rulesOf)).toEqual(expected.sharing);
        expect(grouping.summary).toMatchObject({
          hostAssets: assets.length - expected.leftOut.length,
          duplicateAssets: expected.duplicates.length,
          groups: expected.groups.length,
          clusters: expected.clusters.length,
          joinedClusters: expected.clusters.filter(
            (cluster) => expected.groups.filter((group) => cluster.includes(group.members[0]!)).length > 1,
          ).length,
          pairs: expected.pairs,
          leftOut: expected.leftOut.length,
          withValue: expected.withValue,
        });
      }),
      { numRuns: 2000 },
    );
  }, 240_000);
});
