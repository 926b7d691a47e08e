import { createEffect, createSignal, on, Show } from 'solid-js';
import type { AssetRecord } from '../../model/comparison';
import type { Outcome } from '../../model/outcome';
import { countText } from '../words';

/** The record as it stands in its file, when asked for. */
export function OriginalRecord(props: {
  record: AssetRecord;
  load: (asset: number) => Promise<Outcome<string>>;
}) {
  const [text, setText] = createSignal<string | null>(null);
  const [note, setNote] = createSignal('');
  createEffect(
    on(
      () => props.record.asset,
      () => {
        setText(null);
        setNote('');
      },
    ),
  );
  const show = async () => {
    if (text() !== null) {
      setText(null);
      return;
    }
    const asked = props.record.asset;
    const outcome = await props.load(asked);
    if (asked !== props.record.asset) return;
    if (outcome.ok) setText(outcome.value);
    else if (outcome.trouble !== null) setNote(`${outcome.trouble.what} ${outcome.trouble.remedy}`);
  };
  return (
    <section class="original">
      <button
        type="button"
        class="button button-small"
        aria-expanded={text() !== null}
        onClick={() => void show()}
      >
        {text() === null ? 'Show the record as exported' : 'Hide the record as exported'}
      </button>
      <Show when={props.record.origin}>
        {(origin) => (
          <p class="quiet">
            {origin().file}, byte {countText(origin().byte)}, {countText(origin().length)} bytes
          </p>
        )}
      </Show>
      <p role="status">{note()}</p>
      <Show when={text()}>{(json) => <pre tabIndex={0}>{json()}</pre>}</Show>
    </section>
  );
}
