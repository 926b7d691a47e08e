import type { OpenResult } from '../../worker/api';

/** What a recipe would change, or has changed. */
export interface RecipeChange {
  readonly title: string;
  /** Names of the settings that are other than those that hold, as the file has them; none: nothing changes. */
  readonly settings: readonly string[];
}

/** A recipe that was read, before it is applied. */
export interface RecipePreview {
  readonly name: string;
  readonly changes: readonly RecipeChange[];
  /** Titles of what the file does not say: that stays as it is. */
  readonly absent: readonly string[];
  /** Members of the file that this version does not know. */
  readonly unknown: readonly string[];
  /** Preferences of the page, such as the keys of the review; the page checks them. `null` where there are none. */
  readonly page: unknown;
}

/** What came of applying it. */
export interface AppliedRecipe {
  readonly changes: readonly RecipeChange[];
  /** The result that is open then; `null` where it is the one that was. */
  readonly result: OpenResult | null;
}
