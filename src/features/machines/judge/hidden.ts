import { isDefaultName } from '../../../identifiers/default-names';
import { canonicalName } from '../../../identifiers/hostname';
import { itemStart, itemStop, textsAt } from '../../../model/columns';
import type { Hidden } from '../../../model/judgement';
import type { Records } from '../records/records';

/** Interfaces with so many unrelated names are those of several machines. */
const MOST_NAMES = 3;

/** Records that describe several machines: interfaces with the names of three machines or more. */
export function findHidden(records: Records): Hidden[] {
  const { interfaceHostnames } = records.dataset.columns;
  const hidden: Hidden[] = [];
  for (let record = 0; record < records.size; record++) {
    const count = itemStop(interfaceHostnames.stops, record) - itemStart(interfaceHostnames.stops, record);
    if (count < MOST_NAMES) continue;
    const names = new Set(
      textsAt(interfaceHostnames, record)
        .map((name) => canonicalName(name).split('.')[0]!)
        .filter((name) => name !== '' && !isDefaultName(name)),
    );
    if (names.size < MOST_NAMES) continue;
    const why = `Its interfaces have the names ${[...names].slice(0, 5).join(', ')}.`;
    hidden.push({ asset: record, cause: 'overMergedRecord', why });
  }
  return hidden;
}
