import type { Dataset } from '../../../model/dataset';
import type { DatasetComparison } from '../compare/compare';
import type { Followed } from './followed';

/** What is shown of a comparison. */
export interface OpenComparison {
  readonly later: Dataset;
  readonly comparison: DatasetComparison;
  readonly followed: Followed;
}
