import { For, Show } from 'solid-js';
import { splitAtWords } from './split-at-words';

/** Text with the words that were searched for marked, without regard to case. */
export function MarkedText(props: { text: string; words: readonly string[] }) {
  return (
    <Show when={props.words.length > 0} fallback={props.text}>
      <For each={splitAtWords(props.text, props.words)}>
        {(piece) => (piece.hit ? <mark>{piece.text}</mark> : piece.text)}
      </For>
    </Show>
  );
}
