import { For, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { Dialog } from '../../../ui/parts/dialog';
import type { RecipePreview } from '../types';
import { useRecipe } from './context';
import './recipe.css';

/** A look through a recipe before it is applied: each setting as it is, and as it would be. */
export function RecipeDialog() {
  const recipe = useRecipe();
  return (
    <Show when={recipe.preview()}>
      {(preview) => (
        <Dialog open kind="drawer" title={`Recipe ${preview().name}`} onClose={recipe.dismiss}>
          <Look preview={preview()} />
        </Dialog>
      )}
    </Show>
  );
}

function Look(props: { preview: RecipePreview }) {
  const app = useApp();
  const recipe = useRecipe();
  const changing = () => props.preview.changes.filter(({ settings }) => settings.length > 0);
  const same = () => props.preview.changes.filter(({ settings }) => settings.length === 0);
  const titles = (parts: readonly { readonly title: string }[]) => parts.map(({ title }) => title).join(', ');
  return (
    <>
      <div class="recipe-look" tabIndex={0}>
        <Show
          when={changing().length > 0}
          fallback={<p>Nothing would change: every setting in it is as it is here.</p>}
        >
          <table class="plain stacked">
            <thead>
              <tr>
                <th>Setting</th>
                <th>Now</th>
                <th>Then</th>
              </tr>
            </thead>
            <For each={changing()}>
              {({ title, settings }) => (
                <tbody>
                  <tr>
                    <th colSpan={3} scope="rowgroup">
                      {title}
                    </th>
                  </tr>
                  <For each={settings}>
                    {({ label, before, after }) => (
                      <tr>
                        <td>{label}</td>
                        <td data-label="Now">{before}</td>
                        <td data-label="Then">{after}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              )}
            </For>
          </table>
        </Show>
        <Show when={changing().length > 0 && same().length > 0}>
          <p class="quiet">The same in both: {titles(same())}.</p>
        </Show>
        <Show when={props.preview.absent.length > 0}>
          <p class="quiet">Not in the file, and left as it is: {props.preview.absent.join(', ')}.</p>
        </Show>
        <Show when={props.preview.unknown.length > 0}>
          <p class="quiet">Not known to this version, and left out: {props.preview.unknown.join(', ')}.</p>
        </Show>
      </div>
      <div class="dialog-actions recipe-foot">
        <button type="button" class="button" data-first-focus onClick={recipe.dismiss}>
          {changing().length > 0 ? 'Leave it as it is' : 'Close'}
        </button>
        <Show when={changing().length > 0}>
          <button
            type="button"
            class="button button-primary"
            disabled={app.session.job() !== null}
            onClick={() => void recipe.apply()}
          >
            Apply recipe
          </button>
        </Show>
      </div>
    </>
  );
}
