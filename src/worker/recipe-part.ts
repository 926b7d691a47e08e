import type { Watch } from '../model/progress';
import type { OpenResult } from './api';

/** Settings of one work as a recipe holds them. A feature makes one, and `app/` hands them to the recipe. */
export interface RecipePart<T = unknown> {
  /** Its member in the file. */
  readonly member: string;
  /** What people call it. */
  readonly title: string;
  /** What people call a setting, where that is not its name in words. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The settings that hold, as they stand in a file. */
  read(): Promise<T>;
  /** Settings from a file, checked; throws a `TroubleError` that says what is wrong with them. */
  check(value: unknown): T;
  /** Lets settings hold that were checked. Answers the result that is open then, if it is another one. */
  apply(settings: T, watch: Watch): Promise<OpenResult | null>;
  /** Remembers what holds and answers the way back to it, where to apply what was read is not that way. */
  remember?(): Promise<(watch: Watch) => Promise<OpenResult | null>>;
}
