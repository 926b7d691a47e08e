import type { OpenResult } from '../../worker/api';

/** One setting that is other than the one that holds. */
export interface SettingChange {
  /** As the file has it: `keys.same`. */
  readonly name: string;
  /** The same in words. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What a recipe would change, or has changed. */
export interface RecipeChange {
  readonly title: string;
  readonly settings: readonly SettingChange[];
}

/** A recipe that was read, before it is applied. */
export interface RecipePreview {
  readonly name: string;
  /** One for each part that the file has; without settings where nothing of it differs. */
  readonly changes: readonly RecipeChange[];
  /** Titles of what the file does not say: that stays as it is. */
  readonly absent: readonly string[];
  /** Members of the file that this version does not know. */
  readonly unknown: readonly string[];
  /** Preferences of the page by member, such as the keys of the review; the page checks them. */
  readonly page: Readonly<Record<string, unknown>>;
}

/** What came of applying it, or of taking it back. */
export interface AppliedRecipe {
  /** The result that is open then; `null` where the worker had nothing to change. */
  readonly result: OpenResult | null;
}
