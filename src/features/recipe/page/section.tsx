import { useApp } from '../../../ui/context';
import { UndoNotice } from '../../../ui/parts/undo-notice';
import { useRecipe } from './context';

/** All settings as one file, beside what was read under them. */
export function RecipeSection() {
  const app = useApp();
  const recipe = useRecipe();
  return (
    <section aria-labelledby="recipe-title">
      <div class="section-head">
        <h2 id="recipe-title">Recipe: all settings as one file</h2>
        <button
          type="button"
          class="button button-small"
          disabled={app.session.job() !== null}
          onClick={() => void recipe.save()}
        >
          Save recipe
        </button>
        <label class="button button-small">
          Load recipe
          <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            aria-label="Load recipe"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) void recipe.read(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <p class="section-note">
        Rules, lists, judgement, sensor check, hand-over and keys, to keep or to share. It holds no asset.
        What a recipe would change is shown before it is applied.
      </p>
      <UndoNotice
        label="What became of the recipe"
        canUndo={recipe.undo() !== null && app.session.job() === null}
        onUndo={() => recipe.undo()?.()}
      >
        {recipe.said()}
      </UndoNotice>
    </section>
  );
}
