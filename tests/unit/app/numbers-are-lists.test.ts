import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MACHINE_LISTS, type MachineQuery } from '../../../src/features/machines/calls';
import { ALL_VERDICTS, SENSOR_DISAGREEMENTS } from '../../../src/features/sensor/types/list';
import { SENSOR_CRITERIA, SENSOR_OUTCOMES, SENSOR_ROWS } from '../../../src/features/sensor/types/result';
import { RULE_IDS } from '../../../src/model/rule';
import type { TableQuery } from '../../../src/model/table';
import { WHOLE_TABLE } from '../../../src/tables/table';
import { engineIn, jsonFile, must, opened, silent } from '../worker/support';

/** Few values of each field, so that they meet; passive and managed sources, machines seen twice. */
const asset = fc.record({
  assetName: fc.constantFrom('a', 'b', 'c', 'd', 'localhost', ''),
  dnsName: fc.constantFrom('a.corp', 'b.corp', 'e.corp', ''),
  netbiosName: fc.constantFrom('A', 'B', ''),
  address: fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.1.1', ''),
  agentId: fc.constantFrom('agent-1', 'agent-2', null),
  biosSerialNumber: fc.constantFrom('SN100001', 'SN100002', 'SN100003', null),
  mac: fc.constantFrom('00:50:56:00:00:01', '00:50:56:00:00:02', '00:50:56:00:00:03', ''),
  source: fc.constantFrom('QAGENT', 'IP', 'PASSIVE_SENSOR', 'EASM'),
  days: fc.nat(200),
});

function exported(assets: readonly (typeof asset extends fc.Arbitrary<infer T> ? T : never)[]) {
  return assets.map(({ mac, source, days, ...fields }, at) => ({
    assetId: 100 + at,
    ...fields,
    networkInterfaceListData: { networkInterface: [{ macAddress: mac, addressIpV4: fields.address }] },
    inventoryListData: {
      inventory: [{ source, lastUpdated: Date.UTC(2026, 4, 25) - days * 86_400_000 }],
    },
  }));
}

test('every number of the Overview, Machines and the sensor check is the length of its list', async () => {
  const { engine } = await engineIn();
  await fc.assert(
    fc.asyncProperty(fc.array(asset, { minLength: 1, maxLength: 40 }), async (assets) => {
      const { summary, sharedWidely } = opened(
        await engine.importSources([jsonFile(exported(assets))], { origin: 'files', add: false }, silent),
      );
      const table = async (filter: Partial<TableQuery>) =>
        must(await engine.openTable({ ...WHOLE_TABLE, ...filter }));
      const clusters = async (joined: boolean) =>
        must(await engine.openClusters({ sort: 'order', search: '', joined }));

      const whole = await table({});
      expect([whole.assets, whole.groups]).toEqual([summary.duplicateAssets, summary.groups]);
      expect(await clusters(false)).toBe(summary.clusters);
      expect(await clusters(true)).toBe(summary.joinedClusters);
      for (const [place, rule] of RULE_IDS.entries()) {
        expect((await table({ rules: [rule] })).groups, rule).toBe(summary.byRule[rule]);
        const matched = summary.overlap.reduce((sum, n, bits) => (bits & (1 << place) ? sum + n : sum), 0);
        expect((await table({ matching: rule })).assets, rule).toBe(matched);
      }
      for (const [overlap, count] of summary.overlap.entries())
        if (overlap > 0) expect((await table({ overlap })).assets, `overlap ${overlap}`).toBe(count);
      for (const { group, assets: many } of sharedWidely) expect((await table({ group })).assets).toBe(many);

      const { figures } = must(await engine.judgement(silent));
      const machines = async (query: Partial<MachineQuery>) =>
        must(
          await engine.openMachines({
            list: 'machines',
            search: '',
            cause: null,
            strength: null,
            sort: 'records',
            ...query,
          }),
        );
      for (const list of MACHINE_LISTS) expect(await machines({ list }), list).toBe(figures[list]);
      for (const { cause, machines: count } of figures.byCause)
        expect(await machines({ cause }), cause).toBe(count);

      const sensor = must(await engine.sensorCheck(silent)).figures;
      const verdicts = async (query: Partial<typeof ALL_VERDICTS>) =>
        must(await engine.openVerdicts({ ...ALL_VERDICTS, ...query }));
      expect(await verdicts({})).toBe(sensor.passive);
      for (const outcome of SENSOR_OUTCOMES)
        expect(await verdicts({ outcome }), outcome).toBe(sensor.outcomes[outcome]);
      for (const row of SENSOR_ROWS) expect(await verdicts({ row }), row).toBe(sensor.rows[row]);
      for (const criterion of SENSOR_CRITERIA) {
        expect(await verdicts({ criterion, outcome: 'merges' })).toBe(sensor.merges[criterion]);
        expect(await verdicts({ criterion, outcome: 'merges-passive' })).toBe(
          sensor.mergesPassive[criterion],
        );
      }
      const disagreements = must(await engine.sensorDisagreements());
      for (const kind of SENSOR_DISAGREEMENTS)
        expect(await verdicts({ assets: disagreements[kind] })).toBe(disagreements[kind].length);
    }),
    { numRuns: 20 },
  );
});
