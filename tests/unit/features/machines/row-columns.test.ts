import { describe, expect, it } from 'vitest';
import { machineColumns } from '../../../../src/features/machines/report/row-columns';
import type { Decision, SettledMachine } from '../../../../src/model/decision';
import { UNWATCHED } from '../../../../src/model/progress';
import type { RowsSection } from '../../../../src/report/section';
import { judgeRecords } from './read-cases';

const record = (assetId: number, biosSerialNumber: string) => ({
  assetId,
  assetName: `n${assetId}`,
  biosSerialNumber,
});
const PLAIN = { keep: null, keepReason: '', redundant: [], strength: null, warnings: [], decision: null };

async function columnsOf(settled: readonly Partial<SettledMachine>[]): Promise<RowsSection> {
  const { judgement, records } = await judgeRecords([
    record(1, 'serial-aaaa'),
    record(2, 'serial-aaaa'),
    record(3, 'serial-bbbb'),
    record(4, 'serial-bbbb'),
    record(5, 'serial-cccc'),
  ]);
  expect(judgement.machines.map(({ assets }) => assets)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  const contribution = machineColumns(async () => judgement, {
    settled: async () => settled.map((one) => ({ ...PLAIN, cause: 'unclear', assets: [], ...one })),
  });
  const [section] = await contribution({ dataset: records.dataset } as never, UNWATCHED);
  return section as RowsSection;
}

describe('the columns of machines in the rows of the duplicates', () => {
  it('say for each record whether it is kept, with the number of the sheet Machines', async () => {
    const { cells, columns } = await columnsOf([
      { assets: [0, 1], keep: 1, redundant: [0], strength: 'strong', cause: 'reimaged' },
      { assets: [2, 3], keep: 2, redundant: [], strength: 'likely', cause: 'renamed' },
    ]);
    expect(columns.map(({ header }) => header)).toEqual(['Keep?', 'Machine', 'Cause', 'Strength']);
    expect(cells(0).slice(0, 2)).toEqual(['redundant', 1]);
    expect(cells(1).slice(0, 2)).toEqual(['keep', 1]);
    expect(cells(3).slice(0, 2)).toEqual(['leave', 2]);
    expect(cells(3)[3]).toBe('likely');
    expect(cells(4)).toEqual([null, null, null, null]);
  });

  it('number machines that people made behind those that were judged', async () => {
    const decision = {} as Decision;
    const { cells } = await columnsOf([
      { assets: [0, 1], decision },
      { assets: [2, 4], keep: 2, redundant: [4], decision },
    ]);
    expect(cells(0).slice(0, 2)).toEqual(['leave', 1]);
    expect(cells(4)).toEqual(['redundant', 3, 'Not clear', 'decided']);
    expect(cells(3)).toEqual([null, null, null, null]);
  });
});
