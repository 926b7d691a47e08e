import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../../src/app/engine';
import { valueOr } from '../../../../src/model/outcome';
import { CASES } from './read-cases';

const silent = () => undefined;

/** Two machines of two records each, and a third, which share one MAC address: a dock. */
const RECORDS = ['a', 'b', 'c'].flatMap((name, at) => [
  record(10 * at + 1, name, 'QAGENT', `${name}${name}${name}-serial`),
  ...(name === 'c' ? [] : [record(10 * at + 2, name, 'IP', `${name}${name}${name}-serial`)]),
]);

function record(assetId: number, name: string, source: string, biosSerialNumber: string) {
  return {
    assetId,
    assetName: `laptop-${name}`,
    dnsName: `laptop-${name}.corp.example`,
    biosSerialNumber,
    ...(source === 'QAGENT' && {
      agentId: `${String(assetId).padStart(8, '0')}-1111-4111-8111-111111111111`,
    }),
    networkInterfaceListData: { networkInterface: [{ macAddress: '00:e0:4c:12:34:56' }] },
    inventoryListData: {
      inventory: [{ source, created: 1_760_000_000_000, lastUpdated: 1_764_000_000_000 }],
    },
  };
}

describe('the calls of the screen Machines', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(() => Promise.reject(new Error('No storage in this test.')));
    const blob = new Blob([JSON.stringify(RECORDS)]);
    const read = await engine.importSources(
      [{ name: 'a.json', blob }],
      { origin: 'files', add: false },
      silent,
    );
    expect(valueOr(read, null)?.kind).toBe('opened');
  });

  it('take a cluster apart into its machines, with what joins them', async () => {
    const parts = valueOr(await engine.clusterParts(0), null);
    expect(parts?.parts.map(({ title, records, machine }) => [title, records, machine !== null])).toEqual([
      ['laptop-a', 2, true],
      ['laptop-b', 2, true],
      ['laptop-c', 1, false],
    ]);
    expect(parts?.bridges.map(({ value, machines }) => [value, machines])).toEqual([
      ['00:e0:4c:12:34:56', 3],
    ]);
    expect(valueOr(await engine.clusterParts(99), null)?.parts).toEqual([]);
  });

  it('say what ignoring a value would do, and do nothing', async () => {
    const entry = { field: 'macAddress', pattern: '00:e0:4c:12:34:56', reason: '', enabled: true } as const;
    const preview = valueOr(await engine.previewIgnored(entry, silent), null);
    expect(preview).toEqual({ duplicateAssets: 1, groups: 1, clusters: -1 });
    const again = valueOr(await engine.previewIgnored(entry, silent), null);
    expect(again).toEqual(preview);
  });

  it('say why a record is neither kept nor listed', async () => {
    await engine.openMachines({
      list: 'machines',
      search: '',
      cause: null,
      strength: null,
      sort: 'records',
    });
    const lines = valueOr(await engine.machineLines(0, 10), []);
    const details = await Promise.all(lines.map(({ id }) => engine.openMachine('machines', id)));
    for (const detail of details.map((outcome) => valueOr(outcome, null))) {
      const named = [
        detail!.line.keep,
        ...detail!.line.redundant,
        ...detail!.left.map(({ assetId }) => assetId),
      ];
      expect([...named].sort()).toEqual([...detail!.line.assetIds].sort());
      expect(detail!.links).toEqual([]);
    }
  });

  it('draw what ties three records or more', async () => {
    const three = CASES.find(({ truth }) => truth.machines.some((ids) => ids.length >= 3))!;
    const other = createEngine(() => Promise.reject(new Error('No storage in this test.')));
    const blob = new Blob([JSON.stringify(three.records)]);
    await other.importSources([{ name: 'a.json', blob }], { origin: 'files', add: false }, silent);
    await other.openMachines({ list: 'machines', search: '', cause: null, strength: null, sort: 'records' });
    const [line] = valueOr(await other.machineLines(0, 1), []);
    const detail = valueOr(await other.openMachine('machines', line!.id), null)!;
    expect(detail.links.length).toBeGreaterThanOrEqual(2);
    for (const { between, verdict } of detail.links) {
      expect(between[0]).toBeLessThan(between[1]);
      expect(['strong', 'likely', 'weak', 'conflict']).toContain(verdict);
    }
  });
});
