import type { Outcome } from '../../model/outcome';
import type { OnProgress, SavedReport } from '../../worker/api';
import type { AppliedRecipe, RecipePreview } from './types';

/** What the page can ask about recipes: all settings as one file. */
export interface RecipeCalls {
  /** All settings that hold, with the page's preferences by member, as `doublet-recipe` (docs/contract.md). */
  saveRecipe(page: Readonly<Record<string, unknown>>): Promise<Outcome<SavedReport>>;
  /**
   * Reads a recipe and says what it would change, also of the page's preferences, which are given as they are.
   * Nothing is changed before `applyRecipe`.
   */
  readRecipe(
    file: Pick<File, 'name' | 'size' | 'text'>,
    page: Readonly<Record<string, unknown>>,
  ): Promise<Outcome<RecipePreview>>;
  /** Applies the recipe that was read last: all of it, or nothing. */
  applyRecipe(onProgress: OnProgress): Promise<Outcome<AppliedRecipe>>;
  /** Lets the settings hold again that held before the recipe that was applied last. */
  undoRecipe(onProgress: OnProgress): Promise<Outcome<AppliedRecipe>>;
}
