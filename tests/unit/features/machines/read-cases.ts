import { readFileSync } from 'node:fs';
import { type JudgedDataset, judge } from '../../../../src/features/machines/judge/judge';
import { DEFAULT_JUDGEMENT_SETTINGS } from '../../../../src/features/machines/settings';
import type { JudgementSettings } from '../../../../src/features/machines/types';
import { importSources } from '../../../../src/import/import';
import { textAt } from '../../../../src/model/columns';
import type { Dataset } from '../../../../src/model/dataset';
import { UNWATCHED } from '../../../../src/model/progress';

const FILE = new URL('../../../fixtures/cases/machines/cases.json', import.meta.url);

export interface MachineCase {
  readonly case: number;
  readonly group: string;
  readonly title: string;
  readonly truth: {
    readonly machines: readonly (readonly string[])[];
    readonly decidable: boolean;
    readonly alsoAccepted: readonly (readonly (readonly string[])[])[];
  };
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly verdict: string;
    readonly alsoAccepted: readonly string[];
  }[];
  readonly cause: string;
  readonly keep: readonly string[];
  readonly redundant: readonly string[];
  readonly neverInAList: readonly string[];
  readonly records: readonly (Record<string, unknown> & {
    snapshot?: string;
    record?: Record<string, unknown>;
  })[];
}

/** The named cases from life. */
export const CASES: readonly MachineCase[] = JSON.parse(readFileSync(FILE, 'utf8')).cases;

/** Reads records as an export is read. */
export async function datasetOf(records: readonly unknown[]): Promise<Dataset> {
  const blob = new Blob([JSON.stringify(records)]);
  const answer = await importSources([{ name: 'case.json', blob }], { origin: 'files' }, null, UNWATCHED);
  if (answer.kind !== 'dataset') throw new Error('A mapping was asked for.');
  return answer.dataset;
}

export async function judgeRecords(
  records: readonly unknown[],
  settings: JudgementSettings = DEFAULT_JUDGEMENT_SETTINGS,
): Promise<JudgedDataset> {
  return judge(await datasetOf(records), null, settings, UNWATCHED);
}

/** The ids of the judged machines, each sorted, records in none alone. */
export function partitionOf({ judgement, records }: JudgedDataset): string[][] {
  const ids = (assets: readonly number[]) => assets.map((asset) => idOf(records.dataset, asset)).sort();
  const alone = Array.from({ length: records.size }, (_, asset) => asset).filter(
    (asset) => judgement.machineOfAsset[asset] === -1,
  );
  return [
    ...judgement.machines.map(({ assets }) => ids(assets)),
    ...alone.map((asset) => ids([asset])),
  ].sort();
}

export function idOf(dataset: Dataset, asset: number): string {
  return textAt(dataset.columns.assetId, asset);
}
