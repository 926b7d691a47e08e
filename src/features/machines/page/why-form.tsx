import { createSignal, Show } from 'solid-js';
import { copyText } from '../../../ui/browser/clipboard';
import { useEngine } from '../../../ui/context';
import { PairEvidenceTable } from '../../../ui/evidence/pair-evidence';
import type { MachinesCalls, PairExplanation } from '../calls';

/** Why, or why not, for any two assets that a person names by id. */
export function WhyForm() {
  const engine = useEngine<MachinesCalls>();
  const [first, setFirst] = createSignal('');
  const [second, setSecond] = createSignal('');
  const [found, setFound] = createSignal<PairExplanation | null>(null);
  const [refusal, setRefusal] = createSignal('');
  const [copied, setCopied] = createSignal(false);
  const ask = async () => {
    const outcome = await engine.explainAssets(first(), second());
    setCopied(false);
    setFound(outcome.ok ? outcome.value : null);
    setRefusal(outcome.ok ? '' : `${outcome.trouble?.what ?? ''} ${outcome.trouble?.remedy ?? ''}`);
  };
  return (
    <section class="why" aria-labelledby="why-title">
      <h2 id="why-title">Why, and why not</h2>
      <form
        class="why-form"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <label>
          First asset ID
          <input
            class="field"
            type="text"
            autocomplete="off"
            value={first()}
            onInput={(event) => setFirst(event.currentTarget.value)}
          />
        </label>
        <label>
          Second asset ID
          <input
            class="field"
            type="text"
            autocomplete="off"
            value={second()}
            onInput={(event) => setSecond(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={first().trim() === '' || second().trim() === ''}>
          Why
        </button>
      </form>
      <Show when={refusal() !== ''}>
        <p role="alert" class="why-refusal">
          {refusal()}
        </p>
      </Show>
      <Show when={found()}>
        {(explanation) => (
          <>
            <PairEvidenceTable pair={explanation().evidence} />
            <button
              type="button"
              class="button button-small"
              onClick={() => void copyText(explanation().text).then(setCopied)}
            >
              Copy as text
            </button>
            <span role="status"> {copied() ? 'Copied.' : ''}</span>
          </>
        )}
      </Show>
    </section>
  );
}
