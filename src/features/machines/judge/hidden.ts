import type { Hidden } from '../../../model/judgement';
import type { Records } from '../records/records';
import { namesOfSeveralMachines } from '../records/several-machines';

/** Records that describe several machines: interfaces with the names of three machines or more. */
export function findHidden({ dataset, several }: Records): Hidden[] {
  return [...several]
    .sort((a, b) => a - b)
    .flatMap((asset): Hidden[] => {
      const names = namesOfSeveralMachines(dataset, asset);
      if (names.length === 0) return [];
      const why = `Its interfaces have the names ${names.slice(0, 5).join(', ')}.`;
      return [{ asset, cause: 'overMergedRecord', why }];
    });
}
