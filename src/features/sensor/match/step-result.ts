import type { StepEnding } from '../types/result';

/** What one criterion came to, before it is known whether it was reached at all. */
export interface StepResult {
  readonly ending: StepEnding;
  readonly text: string;
  readonly values: readonly string[];
  readonly otherValues: readonly string[];
  readonly shared: readonly string[];
  readonly defaults?: readonly string[];
}
