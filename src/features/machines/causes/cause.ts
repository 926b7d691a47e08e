import type { ApartCause, CauseText, OneMachineCause, Strength } from '../../../model/judgement';
import type { AssetIndex } from '../../../model/units';
import type { Records } from '../records/records';
import type { Indexed, SharedValues } from '../records/shared-values';

/** A machine whose cause is looked for. */
export interface MachineContext {
  readonly records: Records;
  readonly assets: readonly AssetIndex[];
  readonly strength: Strength;
  /** All records' kinds of sources, one upon the other. */
  readonly kinds: number;
}

/** A cause of several records of one machine. The first that applies is the machine's. */
export interface MachineCause extends CauseText {
  readonly id: OneMachineCause;
  applies(context: MachineContext): boolean;
}

/** Two records of different machines, and what they share. */
export interface ApartContext {
  readonly records: Records;
  readonly shared: SharedValues;
  readonly a: AssetIndex;
  readonly b: AssetIndex;
  /** The identifier whose group is looked at. */
  readonly kind: Indexed;
  /** How many machines share it. */
  readonly holders: number;
  readonly holdersOf: readonly AssetIndex[];
}

/** A cause of different machines sharing a value. The first that applies is the value's. */
export interface ApartRule extends CauseText {
  readonly id: ApartCause;
  applies(context: ApartContext): boolean;
}

export const share = (values: Float64Array, { a, b }: ApartContext) =>
  values[a] !== 0 && values[a] === values[b];
export const differ = (values: Float64Array, { a, b }: ApartContext) =>
  values[a] !== 0 && values[b] !== 0 && values[a] !== values[b];
export const areBothAlive = ({ records, a, b }: ApartContext) =>
  records.alive[a] === 1 && records.alive[b] === 1;
export const areInOtherNetworks = ({ records: { network }, a, b }: ApartContext) =>
  network[a] !== 0 && network[b] !== 0 && network[a] !== network[b];
