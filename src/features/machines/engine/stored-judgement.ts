import type { Judgement } from '../../../model/judgement';
import type { Result } from '../../../store/results';

/** Grows with every change of the rules: what was judged by others is judged anew. */
export const JUDGEMENT_VERSION = 3;

type Stored = Omit<Judgement, 'machineOfAsset'>;

/** As it is kept beside the dataset. */
export function packJudgement({ machineOfAsset, ...figures }: Judgement): Result {
  return { parts: { machineOfAsset: Float64Array.from(machineOfAsset) }, figures };
}

/** Checks what was kept against the dataset's size; throws a `RangeError` where it cannot be of it. */
export function unpackJudgement({ parts, figures }: Result, size: number): Judgement {
  const stored = figures as Stored;
  const machineOfAsset = Int32Array.from(parts['machineOfAsset'] ?? []);
  const lists = [
    stored.machines,
    stored.apart,
    stored.hidden,
    stored.atImport,
    stored.suspects,
    stored.stale,
    stored.replaced,
  ];
  if (
    machineOfAsset.length !== size ||
    !lists.every(Array.isArray) ||
    typeof stored.figures?.machines !== 'number'
  ) {
    throw new RangeError('The stored judgement is of another dataset');
  }
  const named = [
    ...stored.machines.flatMap(({ assets }) => assets),
    ...stored.apart.flatMap(({ assets }) => assets),
    ...stored.stale,
    ...stored.replaced,
  ];
  if (named.some((asset) => !(asset >= 0 && asset < size)))
    throw new RangeError('An asset is not in the dataset');
  return { ...stored, machineOfAsset };
}
