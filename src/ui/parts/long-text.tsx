import { createSignal, Show } from 'solid-js';
import { isCutWhenShown, shownText } from '../../wording/shown-text';
import { countText } from '../words';

/** A text of any length: one that is too long for the screen is cut, and shown whole in a box of its own when asked for. */
export function LongText(props: { text: string; label: string }) {
  const [whole, setWhole] = createSignal(false);
  return (
    <Show when={isCutWhenShown(props.text)} fallback={props.text}>
      <Show when={whole()} fallback={shownText(props.text)}>
        {/* A text box lays out only the lines in sight. */}
        <textarea class="field whole-text" readOnly rows={8} aria-label={`${props.label}, whole`}>
          {props.text}
        </textarea>
      </Show>{' '}
      <button type="button" class="button button-small" onClick={() => setWhole(!whole())}>
        {whole() ? 'Show its beginning' : `Show all ${countText(props.text.length)} characters`}
      </button>
    </Show>
  );
}
