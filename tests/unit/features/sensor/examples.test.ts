import { expect, test } from 'vitest';
import { listExamples, openExample } from '../../../../src/features/sensor/examples';
import { nearMissesOf } from '../../../../src/features/sensor/explain/near-misses';
import { checkSensors } from '../../../../src/features/sensor/match/check';
import { readSensorSettings } from '../../../../src/features/sensor/settings';
import { importSources } from '../../../../src/import/import';
import { UNWATCHED } from '../../../../src/model/progress';
import { line, plainVerdicts } from './verdicts';

/** Opens an example as a person would: the export through the importer, the settings through their reader. */
async function open(id: string) {
  const example = openExample(id)!;
  const settings = readSensorSettings(example.settingsJson);
  const source = { name: `${id}.json`, blob: new Blob([example.exportJson]) };
  const imported = await importSources([source], { origin: 'sample' }, null, UNWATCHED);
  if (!settings.ok || imported.kind !== 'dataset') throw new Error('The example cannot be opened.');
  const result = await checkSensors(imported.dataset, settings.value, UNWATCHED);
  const lines = plainVerdicts(imported.dataset, result).map(
    (verdict) => `${verdict.assetId} ${line(verdict)}`,
  );
  return { result, lines };
}

test('worked example: two branch offices with one subnet and two networks are two assets', async () => {
  const { lines, result } = await open('branch-offices');
  expect(lines).toEqual(['101 separate', '102 separate']);
  expect(nearMissesOf(result, 0)[0]).toMatchObject({ kind: 'other-network', networks: ['N1', 'N2'] });
});

test('worked example: with both sensors in one network the two are one asset', async () => {
  expect((await open('one-office')).lines).toEqual([
    '101 merges-passive ipAddress with 102 group 101 102',
    '102 merges-passive ipAddress with 101 group 101 102',
  ]);
});

test('worked example: johndoe against johndoe.somedomain.org is separate', async () => {
  const { lines, result } = await open('no-domain');
  expect(lines).toEqual(['202 separate']);
  expect(nearMissesOf(result, 0)[0]).toMatchObject({
    kind: 'domain',
    domain: 'somedomain.org',
    candidate: 0,
  });
});

test('worked example: with the domain configured johndoe merges by host name', async () => {
  expect((await open('domain')).lines).toEqual(['202 merges hostname R3 with 201']);
});

test('worked example: forty switches with one default host name are one asset', async () => {
  const { result } = await open('forty-switches');
  expect(result.figures).toMatchObject({ passive: 40, passiveGroups: 1, outcomes: { 'merges-passive': 40 } });
  expect(result.figures.mergesPassive.hostname).toBe(40);
});

test('worked example: with the host name excluded the forty switches are forty assets', async () => {
  const { result } = await open('switches-excluded');
  expect(result.figures).toMatchObject({ passiveGroups: 0, outcomes: { separate: 40 } });
  expect(nearMissesOf(result, 7)[0]).toMatchObject({ kind: 'excluded-hostname', pattern: 'switch-default' });
});

test('worked example: an IP both static and dynamic, last seen 30 days apart, merges at once', async () => {
  expect((await open('static-and-dynamic')).lines).toEqual(['402 merges ipAddress R6 with 401']);
});

test('worked example: 9 hours apart with a lease of 8 hours is separate, and the near miss says by how much', async () => {
  const { lines, result } = await open('lease-of-8-hours');
  expect(lines).toEqual(['502 separate']);
  expect(nearMissesOf(result, 0)[0]).toMatchObject({
    kind: 'outside-window',
    hoursApart: 9,
    windowHours: 8,
    row: 'R6',
  });
  expect(nearMissesOf(result, 0)[0]!.text).toContain('9 hours apart: 1 hour more than the 8 hours allowed');
});

test('worked example: one passive asset on each row of the table', async () => {
  const { lines, result } = await open('seven-rows');
  expect(result.figures.rows).toEqual({ R1: 1, R2: 1, R3: 1, R4: 1, R5: 1, R6: 1, R7: 1 });
  expect(lines).toEqual([
    '611 merges correlationId R1 with 601',
    '612 merges macAddress R2 with 602',
    '613 merges hostname R3 with 603',
    '614 merges ipAddress R4 with 604',
    '615 separate R5 with 605',
    '616 merges ipAddress R6 with 606',
    '617 separate R7 with 607',
  ]);
});

test('every listed example can be opened, and no other', () => {
  for (const { id } of listExamples()) expect(openExample(id)).not.toBeNull();
  expect(openExample('nothing')).toBeNull();
});
