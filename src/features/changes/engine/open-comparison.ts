import type { Dataset } from '../../../model/dataset';
import type { DatasetComparison } from '../compare/compare';
import type { Followed } from './followed';

/** What is shown of a comparison. */
export interface OpenComparison {
  /** The open dataset, or of another one the fields that are shown. */
  readonly later: Dataset;
  readonly comparison: DatasetComparison;
  /** Decisions of the open dataset; `null` where another one is compared. */
  readonly followed: Followed | null;
}
