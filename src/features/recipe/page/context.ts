import { createFeatureContext } from '../../../ui/feature-context';
import type { RecipeState } from './state';

export const RecipeContext = createFeatureContext<RecipeState>('the recipe');

/** All settings as one file. */
export const useRecipe = RecipeContext.use;
