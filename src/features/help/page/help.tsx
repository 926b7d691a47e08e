import { For, Show } from 'solid-js';
import { version } from '../../../../package.json';
import { pageCommit, pageKind } from '../../../ui/browser/page-kind';
import { useApp } from '../../../ui/context';
import { Icon } from '../../../ui/parts/icon';
import { toScreen } from '../../../ui/state/address';
import { closePanel } from '../../../ui/state/table-address';
import { keysText } from '../../../ui/words';
import { EXPORT, SCREENS, TOUR } from './first-day';
import { FIGURES, GATEWAY_PAGE, HAND_OVER, LIMITS, PRIVACY, RECIPE, REVIEW, RULES } from './help-text';
import './help.css';

/** What each figure means, how detection works, what is promised, the keys, the limits. */
export function Help() {
  const app = useApp();
  const sample = () => app.commands().find(({ id }) => id === 'data.sample');
  return (
    <article class="page help">
      <h1 class="page-title">Help</h1>
      <section>
        <h2>Getting an export out of Qualys</h2>
        <ul class="prose">
          <For each={EXPORT}>{(text) => <li>{text}</li>}</For>
        </ul>
      </section>
      <section>
        <h2>What each screen is for</h2>
        <Places places={SCREENS} />
      </section>
      <section>
        <h2>A tour of the sample</h2>
        <p class="prose">
          <button
            type="button"
            class="button"
            disabled={app.session.job() !== null}
            onClick={() => sample()?.run()}
          >
            Try sample data
          </button>
        </p>
        <Places places={TOUR} />
      </section>
      <section>
        <h2>What the figures mean</h2>
        <dl class="terms">
          <For each={FIGURES}>
            {([term, text]) => (
              <div>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            )}
          </For>
        </dl>
      </section>
      <section>
        <h2>How potential duplicates are found</h2>
        <ul class="prose">
          <For each={RULES}>{(text) => <li>{text}</li>}</For>
        </ul>
      </section>
      <section>
        <h2>Handing the result over to Qualys</h2>
        <ul class="prose">
          <For each={HAND_OVER}>{(text) => <li>{text}</li>}</For>
        </ul>
      </section>
      <section>
        <h2>How the review works</h2>
        <ul class="prose">
          <For each={REVIEW}>{(text) => <li>{text}</li>}</For>
        </ul>
      </section>
      <section>
        <h2>Settings as one file</h2>
        <ul class="prose">
          <For each={RECIPE}>{(text) => <li>{text}</li>}</For>
        </ul>
      </section>
      <section>
        <h2>What happens to your data</h2>
        <ul class="prose">
          <For each={pageKind() === 'gateway' ? [...GATEWAY_PAGE, ...PRIVACY.slice(1)] : PRIVACY}>
            {(text) => <li>{text}</li>}
          </For>
        </ul>
      </section>
      <section>
        <h2>Keys</h2>
        <dl class="keys">
          <For each={app.commands().filter((command) => command.keys !== undefined)}>
            {(command) => (
              <div>
                <dt>
                  <kbd>{keysText(command.keys!)}</kbd>
                </dt>
                <dd>{command.label}</dd>
              </div>
            )}
          </For>
          <For each={GRID_KEYS}>
            {([key, text]) => (
              <div>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{text}</dd>
              </div>
            )}
          </For>
        </dl>
      </section>
      <section>
        <h2>Limits</h2>
        <ul class="prose">
          <For each={LIMITS}>{(text) => <li>{text}</li>}</For>
        </ul>
      </section>
      <p class="quiet">
        Doublet {version}
        <Show when={pageCommit()}>
          {(commit) => (
            <>
              , commit <span class="fixed">{commit()}</span>
            </>
          )}
        </Show>
        , MIT licence. It is not made by, or connected with, Qualys.
      </p>
      <Show when={document.getElementById('licences')?.textContent}>
        {(licences) => (
          <details class="read">
            <summary>
              <Icon name="right" />
              Licences of what is inside
            </summary>
            <pre class="licences">{licences()}</pre>
          </details>
        )}
      </Show>
    </article>
  );
}

/** Screens with what to do there; each leads there once a dataset is open. */
function Places(props: { places: typeof SCREENS }) {
  const app = useApp();
  return (
    <dl class="terms">
      <For each={props.places}>
        {([id, name, text]) => (
          <div>
            <dt>
              <Show when={app.session.result() !== null} fallback={name}>
                <a href={app.route.href(toScreen(id), closePanel)} aria-label={`Go to ${name}`}>
                  {name}
                </a>
              </Show>
            </dt>
            <dd>{text}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

const GRID_KEYS: readonly (readonly [string, string])[] = [
  ['Arrow keys', 'Move in the table; the headers are above the first row'],
  ['Enter', 'Open the asset; on a header: sort by it'],
  ['Shift ← →', 'Make the column narrower or wider'],
  ['Ctrl C', 'Copy the cell'],
  ['Esc', 'Close the panel'],
];
