import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/features/machines/judge/judge';
import { DEFAULT_JUDGEMENT_SETTINGS } from '../../../../src/features/machines/settings';
import { importSources } from '../../../../src/import/import';
import { UNWATCHED } from '../../../../src/model/progress';
import { CASES, datasetOf, idOf, type MachineCase, partitionOf } from './read-cases';

const named = (number: number): MachineCase => CASES.find((one) => one.case === number)!;

async function judged(one: MachineCase) {
  const dataset = await datasetOf(one.records.map(({ record }) => record));
  const { judgement, records } = await judge(dataset, null, DEFAULT_JUDGEMENT_SETTINGS, UNWATCHED);
  return { dataset, judgement, records };
}

describe('cases at import', () => {
  const two = named(79);
  it(`79 ${two.title}`, async () => {
    const { dataset, judgement, records } = await judged(two);
    expect(two.cause).toBe('severalSubscriptions');
    expect(partitionOf({ judgement, records } as never)).toEqual([['700007901'], ['700007901 (2)']]);
    expect(judgement.hidden.map(({ asset, cause }) => [idOf(dataset, asset), cause])).toEqual([
      ['700007901', two.cause],
      ['700007901 (2)', two.cause],
    ]);
    expect(judgement.atImport).toEqual([{ cause: two.cause, count: 1 }]);
    expect(judgement.machines).toEqual([]);
    expect(dataset.header.notices?.map(({ kind }) => kind)).toContain('separatedIds');
  });

  it('79 over two files, and over an import that adds to a dataset', async () => {
    const [first, second] = two.records.map(({ record }, at) => ({
      name: `export-${at}.json`,
      blob: new Blob([JSON.stringify([record])]),
    }));
    const options = { origin: 'files' } as const;
    const together = await importSources([first!, second!], options, null, UNWATCHED);
    const alone = await importSources([first!], options, null, UNWATCHED);
    if (together.kind !== 'dataset' || alone.kind !== 'dataset') throw new Error('A mapping was asked for.');
    const added = await importSources([second!, first!], options, alone.dataset, UNWATCHED);
    if (added.kind !== 'dataset') throw new Error('A mapping was asked for.');
    const again = await importSources([second!], options, added.dataset, UNWATCHED);
    if (again.kind !== 'dataset') throw new Error('A mapping was asked for.');
    for (const { dataset } of [together, added, again]) {
      expect([idOf(dataset, 0), idOf(dataset, 1)]).toEqual(['700007901', '700007901 (2)']);
      expect(dataset.size).toBe(2);
      expect(dataset.header.notices?.filter(({ kind }) => kind === 'separatedIds')).toHaveLength(1);
    }
  });

  const repeated = named(80);
  it(`80 ${repeated.title}`, async () => {
    for (const one of [repeated, { ...repeated, records: [...repeated.records].reverse() }]) {
      const { dataset, judgement } = await judged(one);
      expect(dataset.size).toBe(1);
      expect(idOf(dataset, 0)).toBe(repeated.keep[0]);
      expect(dataset.columns.sources.lastUpdated).toEqual(
        new Float64Array([Date.parse('2026-11-25T09:36:00.000Z')]),
      );
      expect(judgement.atImport).toEqual([{ cause: repeated.cause, count: 1 }]);
      expect(judgement.hidden).toEqual([]);
    }
  });

  it('leaves one asset over time one asset, with its newest record, whatever changed', async () => {
    const overTime = CASES.filter(({ group }) => group === 'over time');
    for (const one of overTime) {
      const { dataset } = await judged(one);
      const ids = new Set(one.records.map(({ record }) => String(record?.['assetId'])));
      expect([one.case, dataset.size]).toEqual([one.case, ids.size]);
    }
  });
});
