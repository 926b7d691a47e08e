import { For } from 'solid-js';
import type { Reports } from '../state/reports';

/** What decides whether reports are redacted. */
export type RedactionChoice = Pick<
  Reports,
  'redacted' | 'setRedacted' | 'samePseudonyms' | 'setSamePseudonyms'
>;

interface Choice {
  readonly label: string;
  readonly tip: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** The choices as they stand: the second one only counts with the first. */
export function redactionChoices(redaction: RedactionChoice): Choice[] {
  const redact: Choice = {
    label: 'Redact names and addresses',
    tip: 'Names, addresses, MACs, IDs, serials and tags become pseudonyms; equal values stay equal.',
    on: redaction.redacted(),
    set: redaction.setRedacted,
  };
  if (!redaction.redacted()) return [redact];
  const same: Choice = {
    label: 'Same pseudonyms in every copy',
    tip: 'The key stays in this browser until this is switched off. Otherwise each copy has a key of its own.',
    on: redaction.samePseudonyms(),
    set: redaction.setSamePseudonyms,
  };
  return [redact, same];
}

/** Whether the next reports are redacted. */
export function RedactChoice(props: { redaction: RedactionChoice }) {
  return (
    <For each={redactionChoices(props.redaction).map(({ label }) => label)}>
      {(label) => {
        const choice = () => redactionChoices(props.redaction).find((other) => other.label === label);
        return (
          <label class="save-redact" title={choice()?.tip ?? ''}>
            <input
              type="checkbox"
              checked={choice()?.on ?? false}
              onChange={(event) => choice()?.set(event.currentTarget.checked)}
            />
            {label}
          </label>
        );
      }}
    </For>
  );
}
