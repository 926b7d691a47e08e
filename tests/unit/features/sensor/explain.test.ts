import { describe, expect, test } from 'vitest';
import { explainVerdict } from '../../../../src/features/sensor/explain/explain';
import type { SensorSettings } from '../../../../src/features/sensor/types/settings';
import type { PlainAsset } from '../../make-dataset';
import { check } from './verdicts';

const HOUR = 3_600_000;
const NOW = 1_779_300_000_000;
const managed = (fields: PlainAsset, seen = NOW): PlainAsset => ({
  assetId: '1',
  sources: [{ source: 'IP', lastUpdated: seen }],
  ...fields,
});
const sensed = (fields: PlainAsset, seen = NOW): PlainAsset => ({
  assetId: '2',
  sources: [{ source: 'NPS', lastUpdated: seen }],
  ...fields,
});
const IP = '10.0.0.5';

async function explain(assets: readonly PlainAsset[], changes: Partial<SensorSettings> = {}) {
  const { result } = await check(assets, changes);
  return explainVerdict(result, 1)!;
}
const endings = (detail: Awaited<ReturnType<typeof explain>>) => detail.steps.map(({ ending }) => ending);

describe('how each criterion ended', () => {
  test('same, different and N/A, and what was not needed', async () => {
    const detail = await explain([
      managed({ correlationId: 'C1', macAddresses: [1], assetName: 'a', address: IP }),
      sensed({ macAddresses: [2], assetName: 'a', address: IP }),
    ]);
    expect(endings(detail)).toEqual(['not-available', 'different', 'same', 'not-reached']);
    expect(detail.steps[2]).toMatchObject({
      decides: true,
      shared: ['a'],
      text: 'Both have the host name a.',
      candidates: 1,
    });
    expect(detail.text).toBe('Should merge into managed asset 1 by host name (row R3).');
  });
  test('a criterion of which the export has nothing is not evaluated, and says what would supply it', async () => {
    const detail = await explain([managed({ address: IP }), sensed({ address: IP })]);
    expect(endings(detail)).toEqual(['not-evaluated', 'not-evaluated', 'not-evaluated', 'same']);
    expect(detail.steps[0]!.text).toContain(
      'it takes a field or custom attribute with the agent correlation ID',
    );
  });
  test('excluded, outside the window by so much, and in another network', async () => {
    const excluded = await explain([managed({ assetName: 'hmi' }), sensed({ assetName: 'hmi' })], {
      excludedHostnames: ['h*'],
    });
    expect(endings(excluded)).toContain('excluded');
    const late = await explain([managed({ address: IP }, NOW - 30 * HOUR), sensed({ address: IP })]);
    expect(endings(late).at(-1)).toBe('outside-window');
    expect(late.steps.at(-1)!.text).toContain('30 hours apart: 6 hours outside the window of 24 hours');
    const apart = await explain([
      managed({ address: IP, networkName: 'N1' }),
      sensed({ address: IP, networkName: 'N2' }),
    ]);
    expect(endings(apart).at(-1)).toBe('other-network');
    expect(apart.row).toBe('R7');
  });
  test('a default of ours is named where its result is shown', async () => {
    const detail = await explain([managed({ address: IP }), sensed({ address: IP })]);
    expect(detail.steps.at(-1)!.defaults).toEqual([
      'An address in no configured range counts as dynamic (Doublet’s assumption).',
    ]);
    expect(detail.asset.addresses[0]).toMatchObject({
      network: 'Global default network',
      assignment: 'dynamic',
      windowHours: 24,
    });
  });
  test('a time that the export lacks is not evaluated', async () => {
    const detail = await explain([managed({ address: IP }, Number.NaN), sensed({ address: IP })]);
    expect(endings(detail).at(-1)).toBe('not-evaluated');
    expect(detail.nearMisses[0]).toMatchObject({
      kind: 'not-evaluated',
      criterion: 'ipAddress',
      candidate: 0,
    });
  });
});

describe('why it is still separate in the export', () => {
  const reasons = async (assets: readonly PlainAsset[], changes: Partial<SensorSettings> = {}) =>
    (await explain(assets, changes)).stillSeparate.map(({ reason }) => reason);

  test('de-duplication runs only when the sensor next reports', async () => {
    expect(
      await reasons([managed({ macAddresses: [1] }, NOW + HOUR), sensed({ macAddresses: [1] })]),
    ).toEqual(['next-report', 'backlog']);
  });
  test('the sensor saw no MAC: it is not in the access network', async () => {
    expect(await reasons([managed({ assetName: 'a' }), sensed({ assetName: 'a' })])).toContain('no-mac');
  });
  test('an unauthenticated scan gave only an IP', async () => {
    expect(await reasons([managed({ address: IP }), sensed({ address: IP })])).toContain(
      'unauthenticated-scan',
    );
  });
  test('the reports lie further apart than the inactivity period', async () => {
    const found = await reasons([
      managed({ macAddresses: [1] }, NOW - 30 * HOUR),
      sensed({ macAddresses: [1] }),
    ]);
    expect(found).toEqual(['apart', 'backlog']);
  });
  test('backlog or maintenance, which an export cannot show', async () => {
    const detail = await explain([managed({ macAddresses: [1] }), sensed({ macAddresses: [1] })]);
    expect(detail.stillSeparate).toMatchObject([{ reason: 'backlog', seenInData: false }]);
  });
  test('a match that rests on the settings says so', async () => {
    const assets = [
      managed({ assetName: 'a.x.org', macAddresses: [1] }),
      sensed({ assetName: 'a', macAddresses: [2] }),
    ];
    expect(await reasons(assets, { domains: ['x.org'] })).toContain('settings');
  });
});

describe('near misses', () => {
  const kinds = async (assets: readonly PlainAsset[], changes: Partial<SensorSettings> = {}) =>
    (await explain(assets, changes)).nearMisses
      .filter((miss) => miss.kind !== 'not-evaluated')
      .map(({ kind, candidateClass }) => `${kind} ${candidateClass}`);

  test('a domain to add, of the passive or of the managed name', async () => {
    expect(await kinds([managed({ dnsName: 'a.x.org' }), sensed({ assetName: 'a' })])).toEqual([
      'domain managed',
    ]);
    expect(await kinds([managed({ dnsName: 'a' }), sensed({ assetName: 'a.x.org' })])).toEqual([
      'domain managed',
    ]);
    expect(await kinds([sensed({ assetId: '1', dnsName: 'a' }), sensed({ assetName: 'a.x.org' })])).toEqual([
      'domain passive',
    ]);
  });
  test('mobile devices, CAPS with a managed MAC, CAPS by IP', async () => {
    const phone = { assetName: 'a', hardwareCategory: 'Phone' };
    expect(await kinds([sensed({ assetId: '1', ...phone }), sensed({ assetName: 'a' })])).toEqual([
      'mobile passive',
    ]);
    const caps = { sources: [{ source: 'CAPS', lastUpdated: NOW }] };
    expect(
      await kinds([managed({ assetName: 'a', macAddresses: [1] }), sensed({ assetName: 'a', ...caps })]),
    ).toEqual(['caps managed']);
    expect(await kinds([managed({ address: IP }), sensed({ address: IP, ...caps })])).toEqual([
      'caps managed',
    ]);
  });
  test('assets that merge have none', async () => {
    expect((await explain([managed({ assetName: 'a' }), sensed({ assetName: 'a' })])).nearMisses).toEqual([]);
  });
});
