import type { Dataset } from '../../../model/dataset';
import type { Watch } from '../../../model/progress';
import { countFigures } from '../list/figures';
import { eachInSlices } from '../time-slice';
import type { SensorResult } from '../types/result';
import type { SensorSettings } from '../types/settings';
import { matchManaged } from './managed-match';
import { CLASS, indexPool, keepMatching, readMatching } from './matching';
import { groupPassive } from './passive-groups';

/** Codes of `SENSOR_OUTCOMES`. */
export const OUTCOME = { merges: 0, mergesPassive: 1, separate: 2 } as const;

/**
 * Says for every passively sensed asset into which managed or other passive asset Qualys should fold it, and
 * by which criterion. A model of the published rules, run over an export; near-linear in the number of assets,
 * whatever they share. Reading the dataset is kept: under other settings it runs in a fraction of the time.
 */
export async function checkSensors(
  dataset: Dataset,
  settings: SensorSettings,
  watch: Watch,
): Promise<SensorResult> {
  const matching = await readMatching(dataset, settings, watch);
  const passive = passiveAssets(matching.classes);
  const verdicts = {
    passive,
    outcomes: new Uint8Array(passive.length).fill(OUTCOME.separate),
    criteria: new Uint8Array(passive.length),
    rows: new Uint8Array(passive.length),
    targets: new Int32Array(passive.length).fill(-1),
    groups: new Int32Array(passive.length).fill(-1),
  };
  const outsideRows = new Uint8Array(passive.length);
  await eachInSlices(passive.length, watch, 'Comparing with managed assets', (verdict) => {
    const match = matchManaged(matching, passive[verdict]!);
    if (match.criterion > 0) verdicts.outcomes[verdict] = OUTCOME.merges;
    verdicts.criteria[verdict] = match.criterion;
    verdicts.rows[verdict] = match.row;
    verdicts.targets[verdict] = match.target;
    outsideRows[verdict] = match.outside;
  });
  const pool = await indexPool(
    matching,
    passive.filter((_, verdict) => verdicts.criteria[verdict] === 0),
    watch,
  );
  matching.pool = pool;
  const groups = await groupPassive(matching, pool, watch);
  for (let verdict = 0; verdict < passive.length; verdict++) {
    const group = groups.ofAsset[passive[verdict]!]!;
    if (group < 0) continue;
    outsideRows[verdict] = 0;
    const first = group === 0 ? 0 : groups.stops[group - 1]!;
    const lead = groups.members[first]!;
    verdicts.outcomes[verdict] = OUTCOME.mergesPassive;
    verdicts.criteria[verdict] = groups.criteria[passive[verdict]!]!;
    verdicts.rows[verdict] = 0;
    verdicts.groups[verdict] = group;
    verdicts.targets[verdict] = lead === passive[verdict] ? groups.members[first + 1]! : lead;
  }
  const columns = { ...verdicts, groupStops: groups.stops, groupMembers: groups.members };
  const count = (row: number) => outsideRows.reduce((sum, value) => sum + (value === row ? 1 : 0), 0);
  const outside = { R4: count(4), R6: count(6) };
  const figures = countFigures(matching, columns, outside);
  const result: SensorResult = { settings, figures, classes: matching.classes, ...columns };
  keepMatching(result, matching);
  return result;
}

function passiveAssets(classes: Uint8Array): Uint32Array {
  const found = new Uint32Array(classes.reduce((sum, code) => sum + (code >= CLASS.passive ? 1 : 0), 0));
  let next = 0;
  classes.forEach((code, asset) => {
    if (code >= CLASS.passive) found[next++] = asset;
  });
  return found;
}
