import type { DecisionSource, SettledMachine } from '../../../model/decision';
import type { Judgement } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { AssetIndex } from '../../../model/units';
import type { CellValue } from '../../../report/cell-value';
import type { ReportContribution, RowsColumn } from '../../../report/section';
import { causeTitle } from '../causes/titles';

const COLUMNS: readonly RowsColumn[] = [
  {
    header: 'Keep?',
    sensitivity: 'none',
    width: 9,
    note: 'keep: the record to keep of its machine. redundant: may be purged. leave: neither. Empty: alone, or decided to be different. After decisions.',
  },
  { header: 'Machine', sensitivity: 'none', width: 7 },
  { header: 'Cause', sensitivity: 'none', width: 30 },
  { header: 'Strength', sensitivity: 'none', width: 10 },
];
const ROLES = ['leave', 'redundant', 'keep'] as const;
const NOTHING: readonly CellValue[] = [null, null, null, null];

/** Beside each asset of the duplicates: whether to keep it, its machine, cause and strength, after decisions. */
export function machineColumns(
  judgement: JudgementSource['judgement'],
  { settled }: Pick<DecisionSource, 'settled'>,
): ReportContribution {
  return async ({ dataset }, watch) => {
    const judged = await judgement(watch);
    const machines = await settled(watch);
    const numbers = numbersOf(judged, machines);
    const machineOf = new Int32Array(dataset.size).fill(-1);
    const roleOf = new Uint8Array(dataset.size).fill(ROLES.indexOf('leave'));
    for (const [at, { assets, keep, redundant }] of machines.entries()) {
      for (const asset of assets) machineOf[asset] = at;
      for (const asset of redundant) roleOf[asset] = ROLES.indexOf('redundant');
      if (keep !== null) roleOf[keep] = ROLES.indexOf('keep');
    }
    const cells = (asset: AssetIndex): readonly CellValue[] => {
      const at = machineOf[asset] ?? -1;
      if (at < 0) return NOTHING;
      const { cause, strength } = machines[at]!;
      return [ROLES[roleOf[asset]!]!, numbers[at]!, causeTitle(cause), strength ?? 'decided'];
    };
    return [{ kind: 'rows', columns: COLUMNS, cells }];
  };
}

/** That of the sheet Machines where its records are those that were judged one; those that people made go on behind. */
function numbersOf({ machines, machineOfAsset }: Judgement, settled: readonly SettledMachine[]): number[] {
  let next = machines.length;
  return settled.map(({ assets }) => {
    const at = machineOfAsset[assets[0]!] ?? -1;
    const judged = at < 0 ? undefined : machines[at];
    const same =
      judged?.assets.length === assets.length && assets.every((asset) => machineOfAsset[asset] === at);
    return same ? judged.id : ++next;
  });
}
