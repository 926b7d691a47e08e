import type { Grouping } from '../model/grouping';
import { groupingFrom, partsOf } from './grouping-shape';
import type { Result } from './results';

/** A grouping as it is kept beside its dataset. */
export function packGrouping(grouping: Grouping): Result {
  const { ignored, sharedWidely, summary } = grouping;
  return { parts: partsOf(grouping), figures: { ignored, sharedWidely, summary } };
}

/** The grouping of a dataset of that size, `null` where what was kept cannot have been found in it. */
export function unpackGrouping({ parts, figures }: Result, size: number): Grouping | null {
  try {
    return groupingFrom(parts, figures, size);
  } catch {
    return null;
  }
}
