import type { Outcome } from '../../model/outcome';
import type { OnProgress, SavedReport } from '../../worker/api';
import type { AppliedRecipe, RecipePreview } from './types';

/** What the page can ask about recipes: all settings as one file. */
export interface RecipeCalls {
  /** All settings that hold, with those of the page, as `doublet-recipe` (docs/contract.md). */
  saveRecipe(page: unknown): Promise<Outcome<SavedReport>>;
  /** Reads a recipe and says what it would change. Nothing is changed before `applyRecipe`. */
  readRecipe(file: File): Promise<Outcome<RecipePreview>>;
  /** Applies the recipe that was read last: all of it, or nothing. */
  applyRecipe(onProgress: OnProgress): Promise<Outcome<AppliedRecipe>>;
}
