import { createSignal, For, Show } from 'solid-js';
import { useEngine } from '../../../../ui/context';
import { Dialog } from '../../../../ui/parts/dialog';
import type { ReviewCalls } from '../../calls';
import { useReview } from '../context';
import { ACTION_LABELS, ACTIONS, type Action, DEFAULT_KEYS, keyFault, keyText } from '../state/keys';

/** The name under which one decides, and the keys. */
export function SettingsDialog() {
  const review = useReview();
  const engine = useEngine<ReviewCalls>();
  const rename = async (name: string) => {
    if (name.trim() === review.view()?.by) return;
    review.take(await engine.setReviewer(name.trim()));
  };
  return (
    <Dialog open kind="drawer" title="Name and keys" onClose={() => review.setDialog(null)}>
      <div class="review-drawer">
        <section>
          <h3>Your name</h3>
          <label class="review-field">
            <span class="quiet">
              It stands beside each decision and in files that you save. It may stay empty.
            </span>
            <input
              class="field"
              type="text"
              aria-label="Your name"
              data-first-focus
              autocomplete="off"
              maxLength={100}
              value={review.view()?.by ?? ''}
              onChange={(event) => void rename(event.currentTarget.value)}
            />
          </label>
        </section>
        <section>
          <h3>Blind</h3>
          <label class="check">
            <input
              type="checkbox"
              checked={review.preferences().blind}
              onChange={(event) => review.setPreferences({ blind: event.currentTarget.checked })}
            />
            Hide what the judgement proposes until the question is answered
          </label>
        </section>
        <section>
          <h3>Keys</h3>
          <label class="check">
            <input
              type="checkbox"
              checked={review.preferences().keysOn}
              onChange={(event) => review.setPreferences({ keysOn: event.currentTarget.checked })}
            />
            Single keys act on the question
          </label>
          <p class="quiet">
            They rest while you type; Esc leads back to the question. The digits 1 to 9 choose a record. To
            change a key, put the focus into its field and press another one.
          </p>
          <ul class="review-keys">
            <For each={ACTIONS}>{(action) => <KeyField action={action} />}</For>
          </ul>
          <button
            type="button"
            class="button button-small"
            onClick={() => review.setPreferences({ keys: DEFAULT_KEYS })}
          >
            Keys as at first
          </button>
        </section>
      </div>
    </Dialog>
  );
}

function KeyField(props: { action: Action }) {
  const review = useReview();
  const [fault, setFault] = createSignal('');
  const keys = () => review.preferences().keys;
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || ['Tab', 'Shift', 'Escape'].includes(event.key))
      return;
    event.preventDefault();
    const found = keyFault(keys(), props.action, event.key);
    setFault(found ?? '');
    if (found === null)
      review.setPreferences({ keys: { ...keys(), [props.action]: event.key.toLowerCase() } });
  };
  return (
    <li>
      <label>
        <span>{ACTION_LABELS[props.action]}</span>
        <input
          class="field review-key"
          type="text"
          autocomplete="off"
          spellcheck={false}
          aria-label={`Key of “${ACTION_LABELS[props.action]}”`}
          aria-invalid={fault() !== ''}
          value={keyText(keys()[props.action])}
          onKeyDown={press}
          onInput={(event) => {
            event.currentTarget.value = keyText(keys()[props.action]);
          }}
          onBlur={() => setFault('')}
        />
      </label>
      <Show when={fault() !== ''}>
        <p class="refusal" role="alert">
          {fault()}
        </p>
      </Show>
    </li>
  );
}
