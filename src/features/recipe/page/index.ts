import { engineOf } from '../../../ui/context';
import type { FeaturePage } from '../../../ui/feature-page';
import type { RecipeCalls } from '../calls';
import { RecipeContext } from './context';
import { RecipeDialog } from './dialog';
import { beginsAsRecipe } from './dropped';
import { RecipeSection } from './section';
import { createRecipeState } from './state';

/** All settings as one file: saved, looked through, applied, taken back. */
export const RECIPE_PAGE: FeaturePage = {
  overview: [{ zone: 'details', component: RecipeSection }],
  dialogs: [RecipeDialog],
  start: (app) => {
    const recipe = createRecipeState(engineOf<RecipeCalls>(app), app);
    return {
      provider: RecipeContext.provider(recipe),
      commands: [
        {
          id: 'recipe.save',
          label: 'Save recipe (all settings)',
          section: 'Save',
          available: () => app.session.result() !== null && app.session.job() === null,
          run: () => void recipe.save(),
        },
      ],
      takes: async ([first, ...others]) => {
        if (first === undefined || others.length > 0 || !(await beginsAsRecipe(first.blob))) return false;
        await recipe.read(new File([first.blob], first.name));
        return true;
      },
    };
  },
};
