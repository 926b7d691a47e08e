import { checkSensors } from '../../../../src/features/sensor/match/check';
import { DEFAULT_SENSOR_SETTINGS } from '../../../../src/features/sensor/settings';
import {
  SENSOR_CRITERIA,
  SENSOR_OUTCOMES,
  SENSOR_ROWS,
  type SensorResult,
} from '../../../../src/features/sensor/types/result';
import type { SensorSettings } from '../../../../src/features/sensor/types/settings';
import { textAt } from '../../../../src/model/columns';
import type { Dataset } from '../../../../src/model/dataset';
import { UNWATCHED } from '../../../../src/model/progress';
import { makeDataset, type PlainAsset } from '../../make-dataset';
import type { TwinVerdict } from './twin';

/** The default settings with some changed. */
export function settingsWith(changes: Partial<SensorSettings>): SensorSettings {
  return { ...DEFAULT_SENSOR_SETTINGS, ...changes };
}

/** Checks plain assets and keeps what tests ask for. */
export async function check(
  assets: readonly PlainAsset[],
  changes: Partial<SensorSettings> = {},
): Promise<{ dataset: Dataset; result: SensorResult; verdicts: TwinVerdict[] }> {
  const dataset = makeDataset(assets);
  const result = await checkSensors(dataset, settingsWith(changes), UNWATCHED);
  return { dataset, result, verdicts: plainVerdicts(dataset, result) };
}

/** The columns of a result as the objects of the twin. */
export function plainVerdicts(dataset: Dataset, result: SensorResult): TwinVerdict[] {
  const id = (asset: number) => textAt(dataset.columns.assetId, asset);
  return Array.from(result.passive, (asset, verdict) => {
    const target = result.targets[verdict]!;
    const group = result.groups[verdict]!;
    const start = group > 0 ? result.groupStops[group - 1]! : 0;
    return {
      assetId: id(asset),
      outcome: SENSOR_OUTCOMES[result.outcomes[verdict]!]!,
      criterion: SENSOR_CRITERIA[result.criteria[verdict]! - 1] ?? null,
      row: SENSOR_ROWS[result.rows[verdict]! - 1] ?? null,
      with: target < 0 ? null : id(target),
      group: group < 0 ? [] : Array.from(result.groupMembers.subarray(start, result.groupStops[group]!), id),
    };
  });
}

/** "merges hostname R3 with 2": a verdict as one line. */
export function line(verdict: TwinVerdict | undefined): string {
  if (verdict === undefined) return 'no verdict';
  const { outcome, criterion, row, with: other, group } = verdict;
  const parts = [outcome, criterion, row, other === null ? null : `with ${other}`];
  if (group.length > 0) parts.push(`group ${group.join(' ')}`);
  return parts.filter((part) => part !== null).join(' ');
}
