import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { judgeRecords } from '../machines/read-cases';
import { assetLists, csvRows, decided, filesOf, planOf, proposalsOf } from './kit-of';

const AT = '2026-11-25T09:00:00.000Z';
const OLD = '2026-08-01T09:00:00.000Z';

/** A machine with a living agent and one record of a scan, or of an agent that fell silent. */
function pair(number: number, more: Record<string, unknown> = {}, agent = false): Record<string, unknown>[] {
  const name = `wks-${number}`;
  const mac = `8c:17:59:${hex(number >> 16)}:${hex(number >> 8)}:${hex(number)}`;
  const common = {
    assetName: name,
    dnsName: `${name}.corp.example`,
    biosSerialNumber: `5CG${String(number).padStart(7, '0')}`,
    networkInterfaceListData: { networkInterface: [{ macAddress: mac, addressIpV4: '10.0.0.1' }] },
  };
  const source = (source: string, created: string, lastUpdated: string) => ({
    inventoryListData: { inventory: [{ source, created, lastUpdated }] },
  });
  return [
    {
      assetId: 1_000_000 + number * 2,
      ...common,
      agentId: `aa13752d-98d6-59ef-8b82-${String(number).padStart(12, '0')}`,
      ...source('QAGENT', '2026-09-01T09:00:00.000Z', AT),
    },
    {
      assetId: 1_000_001 + number * 2,
      ...common,
      ...(agent ? { agentId: `bb13752d-98d6-59ef-8b82-${String(number).padStart(12, '0')}` } : {}),
      ...source(agent ? 'QAGENT' : 'IP', '2026-01-01T09:00:00.000Z', OLD),
      ...more,
    },
  ];
}

function hex(number: number): string {
  return (number & 255).toString(16).padStart(2, '0');
}

async function kitOf(records: readonly unknown[], settings = {}) {
  const judged = await judgeRecords(records);
  const plan = planOf(judged, proposalsOf(judged));
  return { judged, plan, ...(await filesOf(plan, settings)) };
}

describe('the hand-over kit', () => {
  it('has its files in one order, and the same bytes each time', async () => {
    const records = [...pair(1), ...pair(2, { hostId: 77 }, true)];
    const { texts, bytes } = await kitOf(records);
    expect([...texts.keys()]).toEqual([
      'README.txt',
      'redundant.csv',
      'keep.csv',
      'not-listed.csv',
      'stale.csv',
      'collisions.csv',
      'host-ids.txt',
      'qql.txt',
      'redundant.xlsx',
      'qps/0-find-tag.xml',
      'qps/1-look-001.xml',
      'qps/1-look-002.xml',
      'qps/2-tag-001.xml',
      'qps/2-tag-002.xml',
      'qps/3-delete-001.xml',
      'qps/3-delete-002.xml',
      'qps/3-uninstall-001.xml',
    ]);
    const judged = await judgeRecords(records);
    const { header } = judged.records.dataset;
    const at = (importedAt: number) => ({
      ...judged,
      records: {
        ...judged.records,
        dataset: { ...judged.records.dataset, header: { ...header, importedAt } },
      },
    });
    const made = await Promise.all(
      [0, 1].map(async () => (await filesOf(planOf(at(1e12), proposalsOf(judged)))).bytes),
    );
    expect(made[0]).toEqual(made[1]);
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it('names in each list the redundant records and nothing else, at most 100 a call', async () => {
    const records = Array.from({ length: 130 }, (_, at) => pair(at + 1, {}, at < 120)).flat();
    const { texts, plan } = await kitOf(records, { chunkSize: 50 });
    const all = plan.redundant.map(({ assetId }) => assetId);
    expect(all).toHaveLength(130);
    const lists = assetLists(texts);
    for (const list of ['redundant.csv', 'qql.txt', 'qps/1-look', 'qps/2-tag', 'qps/3-delete'])
      expect([...lists.get(list)!].sort(), list).toEqual([...all].sort());
    expect(lists.get('qps/3-uninstall')).toHaveLength(120);
    for (const [path, text] of texts) {
      const ids = /operator="IN">([^<]*)</.exec(text)?.[1]?.split(',') ?? [];
      expect(ids.length, path).toBeLessThanOrEqual(100);
      const number = /qps\/[23]-\w+-(\d+)\.xml/.exec(path)?.[1];
      // Each is preceded by its look: the same criterion, so that counts can be compared.
      if (number !== undefined) expect(texts.get(`qps/1-look-${number}.xml`)).toContain(`>${ids.join(',')}<`);
    }
    const queries = texts.get('qql.txt')!.trim().split('\r\n');
    expect(queries).toHaveLength(3);
    expect(queries[0]).toMatch(/^assetId:\[`\d+`(,`\d+`){49}\]$/);
  });

  it('asks for the tag of agents where it uninstalls', async () => {
    const { texts } = await kitOf(pair(1, {}, true));
    expect(texts.get('qps/3-uninstall-001.xml')).toContain(
      '<Criteria field="tagName" operator="EQUALS">Cloud Agent</Criteria>',
    );
  });

  it('uninstalls no agent whose id a record that stays has too', async () => {
    const agentId = 'aa13752d-98d6-59ef-8b82-000000000001';
    const { texts, plan } = await kitOf(pair(1, { agentId }, true));
    expect(plan.redundant).toHaveLength(1);
    expect([...texts.keys()].filter((path) => path.includes('uninstall'))).toEqual([]);
  });

  it('keeps the two spaces of ids apart, and says how many have no host id', async () => {
    const { texts, plan } = await kitOf([
      ...pair(1, { hostId: 501 }),
      ...pair(2),
      ...pair(3, { hostId: 503, qwebHostId: 504 }),
      ...pair(4, { hostId: 505 }),
      { assetId: 9_000_000, assetName: 'another', hostId: 505 },
    ]);
    expect(texts.get('host-ids.txt')).toBe('501\r\n');
    expect(plan.hostIds).toMatchObject({ none: 1, shared: 1, differing: 1 });
    expect(texts.get('README.txt')).toContain('1 has no host ID');
    const rows = csvRows(texts.get('redundant.csv')!);
    expect(rows.map(([, host]) => host)).toEqual(['Host ID', '501', '', '', '']);
  });

  it('leaves out what has no id of Qualys, and says so', async () => {
    const [kept, other] = pair(1);
    const { assetId: _, ...nameless } = other!;
    const { plan, texts } = await kitOf([kept, nameless]);
    expect(plan.redundant).toEqual([]);
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual(['noAssetId']);
    expect(texts.get('README.txt')).toContain('no asset ID that Qualys gave');
    expect(texts.get('not-listed.csv')).toContain('#2');
    expect([...texts.keys()].some((path) => path.startsWith('qps/'))).toBe(false);
  });

  it('has "Asset ID" as the header of nothing that is to stay', async () => {
    const { texts, bytes } = await kitOf(pair(1));
    const headers = [...texts]
      .filter(([path]) => path.endsWith('.csv'))
      .map(([path, text]) => [path, csvRows(text)[0]!] as const);
    for (const [path, row] of headers) {
      if (path === 'redundant.csv') expect(row[0]).toBe('Asset ID');
      expect(
        row.slice(path === 'redundant.csv' ? 1 : 0).some((text) => /asset id/i.test(text)),
        path,
      ).toBe(false);
    }
    const workbook = read(unzipSync(bytes)['redundant.xlsx']!);
    const rows = utils.sheet_to_json<string[]>(workbook.Sheets['Redundant']!, { header: 1 });
    expect(rows[0]![0]).toBe('Asset ID');
    expect(rows[1]![0]).toBe('1000003');
    expect(rows).toHaveLength(2);
  });

  it('disarms formulas and markup that a name, a tag or a person brings', async () => {
    const evil = '=HYPERLINK("http://evil","x")';
    const judged = await judgeRecords(pair(1, { assetName: evil }));
    const [machine] = proposalsOf(judged);
    const plan = planOf(judged, [
      { ...decided(machine!.assets, machine!.keep, '@SUM(1)'), cause: 'renamed' },
    ]);
    const { texts } = await filesOf(plan, { tagName: 'A & <B> "c"', tagId: '12' });
    const [, row] = csvRows(texts.get('redundant.csv')!);
    expect(row![3]).toBe(`'${evil}`);
    expect(row![7]).toBe("'@SUM(1)");
    expect(texts.get('qps/0-find-tag.xml')).toContain('A &amp; &lt;B&gt; &quot;c&quot;');
    expect(texts.get('qps/2-tag-001.xml')).toContain('<id>12</id>');
  });

  it('has a README that goes through the steps safest first', async () => {
    const { texts } = await kitOf([...pair(1, { hostId: 501 }), ...pair(2, {}, true)]);
    const readme = texts.get('README.txt')!;
    const steps = ['STEP 1, LOOK', 'STEP 2, TAG', 'STEP 3, UNINSTALL', 'STEP 4, DELETE', 'STEP 5, PURGE'];
    const places = steps.map((step) => readme.indexOf(step));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(readme).toContain('2 records of strong proposals that nobody looked at');
    for (const line of readme.split('\r\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    // Each file that it speaks of is there.
    for (const [path] of readme.matchAll(/qps\/[\w-]+\.xml|[\w-]+\.(csv|txt|xlsx)/g))
      expect(texts.has(path), path).toBe(true);
  });
});
