import type { SensorDifference } from './list';
import type { SensorFigures } from './result';
import type { CorrelationField, SensorSettings, SensorSource } from './settings';

/** Whether sensor settings hold for every dataset in this browser, or for one alone. */
export type SensorScope = 'all' | 'dataset';

/** The sensor check of the open dataset as the page shows it; lists and details are asked for. */
export interface SensorView {
  readonly settings: SensorSettings;
  readonly scope: SensorScope;
  /** Whether the settings outlast the page; without storage they last as long as it is open. */
  readonly kept: boolean;
  readonly figures: SensorFigures;
  readonly sources: readonly SensorSource[];
  readonly correlationFields: readonly CorrelationField[];
  /** What the last change of settings did; `null` before the first. */
  readonly difference: SensorDifference | null;
  /** Grows with every result, so that lists know when to ask again. */
  readonly revision: number;
}
