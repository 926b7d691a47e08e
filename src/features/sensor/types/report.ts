import type { SensorCriterion, SensorFigures, SensorOutcome, SensorRow } from './result';
import type { SensorSettings } from './settings';

/** One near miss in the results file. */
export interface NearMissEntry {
  readonly kind: string;
  readonly criterion: SensorCriterion;
  /** Asset id, `null` where no asset can be named. */
  readonly with: string | null;
  readonly row: SensorRow | null;
  readonly text: string;
  readonly [more: string]: unknown;
}

/** One verdict in the results file. */
export interface VerdictEntry {
  readonly assetId: string;
  readonly outcome: SensorOutcome;
  readonly criterion: SensorCriterion | null;
  readonly row: SensorRow | null;
  readonly with: string | null;
  /** Number of the passive group, from 1; `null` for none. */
  readonly group: number | null;
  readonly nearMisses: readonly NearMissEntry[];
}

export interface PassiveGroupEntry {
  readonly id: number;
  readonly assetIds: readonly string[];
}

/** What the results file takes from the sensor check, made as it is read: of any size. */
export interface SensorSection {
  readonly settings: SensorSettings;
  readonly figures: SensorFigures;
  /** Every passive asset, in dataset order. */
  verdicts(): Iterable<VerdictEntry>;
  passiveGroups(): Iterable<PassiveGroupEntry>;
}
