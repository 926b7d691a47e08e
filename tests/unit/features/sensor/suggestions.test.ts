import { expect, test } from 'vitest';
import { compareResults } from '../../../../src/features/sensor/list/compare-results';
import { checkSensors } from '../../../../src/features/sensor/match/check';
import { suggestSettings } from '../../../../src/features/sensor/suggest/suggestions';
import { UNWATCHED } from '../../../../src/model/progress';
import type { PlainAsset } from '../../make-dataset';
import { makeDataset } from '../../make-dataset';
import { check } from './verdicts';

const HOUR = 3_600_000;
const NOW = 1_779_300_000_000;
const agent = (fields: PlainAsset, seen = NOW): PlainAsset => ({
  sources: [{ source: 'QAGENT', lastUpdated: seen }],
  ...fields,
});
const sensed = (fields: PlainAsset, seen = NOW): PlainAsset => ({
  sources: [{ source: 'NPS', lastUpdated: seen }],
  ...fields,
});

test('domains come with how many more would merge, most first', async () => {
  const { result } = await check([
    agent({ dnsName: 'a.x.org' }),
    agent({ dnsName: 'b.x.org' }),
    agent({ dnsName: 'c.lan' }),
    sensed({ assetName: 'a' }),
    sensed({ assetName: 'b' }),
    sensed({ assetName: 'c' }),
    sensed({ assetName: 'd' }),
    sensed({ assetName: 'd.lan' }),
  ]);
  const { suggestions } = await suggestSettings(result, UNWATCHED);
  expect(suggestions).toMatchObject([
    { kind: 'domain', domain: 'lan', moreMerges: 1, moreMergesPassive: 2 },
    { kind: 'domain', domain: 'x.org', moreMerges: 2, moreMergesPassive: 0 },
  ]);
});

test('a host name that many share with different IPs is worth excluding', async () => {
  const switches = Array.from({ length: 6 }, (_, at) =>
    sensed({ assetName: 'switch', address: `10.0.0.${at + 1}` }),
  );
  const { result } = await check([...switches, sensed({ assetName: 'x' }), sensed({ assetName: 'x' })]);
  const { suggestions } = await suggestSettings(result, UNWATCHED);
  expect(suggestions.filter(({ kind }) => kind === 'exclude-hostname')).toMatchObject([
    { hostname: 'switch', assets: 6, macs: 0, ips: 6, merging: 6 },
  ]);
});

test('each exclusion says how many assets it keeps apart', async () => {
  const { result } = await check(
    [
      agent({ assetName: 'hmi-1' }),
      sensed({ assetName: 'hmi-1' }),
      sensed({ assetName: 'hmi-2' }),
      sensed({ assetName: 'plc' }),
      sensed({ assetName: 'plc' }),
    ],
    { excludedHostnames: ['hmi-*', 'plc', 'nothing'] },
  );
  const { exclusions } = await suggestSettings(result, UNWATCHED);
  expect(exclusions).toEqual([
    { pattern: 'hmi-*', hostnames: 2, keptApart: 1 },
    { pattern: 'plc', hostnames: 1, keptApart: 2 },
    { pattern: 'nothing', hostnames: 0, keptApart: 0 },
  ]);
});

test('IPs in more than one network are listed with their networks', async () => {
  const { result } = await check([
    agent({ address: '10.0.0.1', networkName: 'N1' }),
    sensed({ address: '10.0.0.1', networkName: 'N2' }),
    sensed({ address: '10.0.0.1' }),
    sensed({ address: '10.0.0.2' }),
  ]);
  const { addresses, addressCount } = await suggestSettings(result, UNWATCHED);
  expect(addressCount).toBe(1);
  expect(addresses).toEqual([
    { ip: '10.0.0.1', networks: ['N1', 'N2', 'Global default network'], assets: 3 },
  ]);
});

test('a subnet whose addresses stay with their devices looks static, one whose addresses move dynamic', async () => {
  const kept = [1, 2, 3].flatMap((at) => [
    agent({ assetName: `srv${at}`, address: `10.1.0.${at}` }, NOW - 100 * HOUR),
    sensed({ assetName: `srv${at}`, address: `10.1.0.${at}` }),
  ]);
  const waiting = [agent({ address: '10.1.0.9' }, NOW - 100 * HOUR), sensed({ address: '10.1.0.9' })];
  const moved = [1, 2, 3].flatMap((at) => [
    agent({ macAddresses: [at], address: `10.2.0.${at}` }),
    sensed({ macAddresses: [at + 100], address: `10.2.0.${at}` }),
  ]);
  const { result } = await check([...kept, ...waiting, ...moved]);
  const ranges = (await suggestSettings(result, UNWATCHED)).suggestions.filter(
    ({ kind }) => kind === 'range',
  );
  expect(ranges).toMatchObject([
    { range: '10.1.0.0/24', assignment: 'static', supporting: 3, against: 0, outsideWindow: 1 },
    { range: '10.2.0.0/24', assignment: 'dynamic', supporting: 3, against: 0 },
  ]);
  const configured = await check([...kept, ...moved], {
    ranges: [{ range: '10.0.0.0/8', assignment: 'dynamic' }],
  });
  expect(
    (await suggestSettings(configured.result, UNWATCHED)).suggestions.some(({ kind }) => kind === 'range'),
  ).toBe(false);
});

test('the difference of two results names who merges now, who no longer, and who merges elsewhere', async () => {
  const dataset = makeDataset([
    agent({ dnsName: 'a.x.org' }),
    agent({ address: '10.0.0.2' }),
    agent({ dnsName: 'c.x.org' }, NOW),
    sensed({ assetName: 'a' }),
    sensed({ address: '10.0.0.2' }),
    sensed({ assetName: 'c', address: '10.0.0.2' }),
    { sources: [{ source: 'EASM', lastUpdated: NOW }] },
  ]);
  const { result: first } = await check([]);
  const before = await checkSensors(dataset, { ...first.settings, ipInactivityHours: 24 }, UNWATCHED);
  const after = await checkSensors(
    dataset,
    {
      ...first.settings,
      domains: ['x.org'],
      networks: [{ name: 'N', sensors: [], ranges: ['10.9.0.0/16'] }],
      sourceClasses: { EASM: 'passive' },
    },
    UNWATCHED,
  );
  expect(compareResults(before, after)).toEqual({
    more: Uint32Array.of(3),
    fewer: Uint32Array.of(),
    moved: Uint32Array.of(5),
    passiveNow: Uint32Array.of(6),
    passiveBefore: Uint32Array.of(),
  });
  expect(compareResults(after, before)).toMatchObject({
    fewer: Uint32Array.of(3),
    passiveBefore: Uint32Array.of(6),
  });
});
