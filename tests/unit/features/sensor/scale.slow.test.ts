import { expect, test } from 'vitest';
import { checkSensors } from '../../../../src/features/sensor/match/check';
import { suggestSettings } from '../../../../src/features/sensor/suggest/suggestions';
import type { Dataset } from '../../../../src/model/dataset';
import { emptyColumns } from '../../../../src/model/field';
import { UNWATCHED } from '../../../../src/model/progress';
import { makeDataset, type PlainAsset } from '../../make-dataset';
import { settingsWith } from './verdicts';

const NOW = 1_779_300_000_000;

test('twenty thousand passive and as many managed assets that share everything are no pairs', async () => {
  const size = 20_000;
  const shared = { assetName: 'same', address: '10.0.0.1' };
  const assets: PlainAsset[] = [];
  for (let at = 0; at < size; at++) {
    assets.push({ ...shared, sources: [{ source: 'QAGENT', lastUpdated: NOW + at }] });
    assets.push({ ...shared, sources: [{ source: 'NPS', lastUpdated: NOW + at }], sensorName: ['S'] });
  }
  const dataset = makeDataset(assets);
  const byName = await checkSensors(dataset, settingsWith({}), UNWATCHED);
  expect(byName.figures.merges.hostname).toBe(size);
  // Each merges with the managed asset that was last seen at the same moment: the one before it.
  expect(byName.targets.every((target, verdict) => target === 2 * verdict)).toBe(true);
  const excluded = settingsWith({ excludedHostnames: ['same'], ipInactivityHours: 0 });
  const byAddress = await checkSensors(dataset, excluded, UNWATCHED);
  expect(byAddress.figures.rows.R6).toBe(size);
  const apart = settingsWith({
    excludedHostnames: ['same'],
    networks: [{ name: 'N', sensors: ['S'], ranges: [] }],
  });
  const separate = await checkSensors(dataset, apart, UNWATCHED);
  expect(separate.figures.rows.R7).toBe(size);
  const { addresses, exclusions } = await suggestSettings(separate, UNWATCHED);
  expect(addresses[0]).toMatchObject({ assets: 2 * size });
  expect(exclusions[0]).toMatchObject({ keptApart: size });
}, 240_000);

test('fifty thousand passive assets with one address and two sensors are one group', async () => {
  const size = 50_000;
  const dataset = passiveDataset(size);
  const result = await checkSensors(dataset, settingsWith({ ipInactivityHours: 1000 }), UNWATCHED);
  expect(result.figures).toMatchObject({ passiveGroups: 1, outcomes: { 'merges-passive': size } });
}, 240_000);

/** One asset of one sensor, all others of another one: the worst order for finding a partner. */
function passiveDataset(size: number): Dataset {
  const small = makeDataset([{ address: '10.0.0.1', sources: ['NPS'], sensorName: ['A', 'B'] }]);
  const repeat = <T>(value: T) => Array.from({ length: size }, () => value);
  const stops = Uint32Array.from({ length: size }, (_, at) => at + 1);
  const text = small.columns.address.bytes;
  return {
    ...small,
    size,
    columns: {
      ...emptyColumns(),
      assetId: { kind: 'text', bytes: new Uint8Array(size).fill(49), ends: stops },
      address: {
        kind: 'text',
        bytes: Uint8Array.from({ length: size * text.length }, (_, at) => text[at % text.length]!),
        ends: stops.map((stop) => stop * text.length),
      },
      sources: {
        kind: 'sources',
        codes: new Uint32Array(size).fill(1),
        dictionary: ['', 'NPS'],
        created: new Float64Array(size).fill(Number.NaN),
        lastUpdated: Float64Array.from(repeat(NOW), (time, at) => time + at),
        stops,
      },
      sensorName: {
        kind: 'codes',
        codes: new Uint32Array(size).fill(2).fill(1, 0, 1),
        dictionary: ['', 'A', 'B'],
        stops,
      },
    },
  };
}
