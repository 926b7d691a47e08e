import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { For } from 'solid-js';
import { REDACTED_KIND_WORDS, REDACTED_KINDS } from '../../model/redaction';
import type { Reports } from '../state/reports';
import { Icon } from './icon';

/** What decides whether reports are redacted, and how. */
export type RedactionChoice = Pick<
  Reports,
  'redacted' | 'setRedacted' | 'kinds' | 'setKind' | 'samePseudonyms' | 'setSamePseudonyms'
>;

interface Choice {
  readonly label: string;
  readonly tip: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** The choices as they stand: those after the first one only count with it. */
function redactionChoices(redaction: RedactionChoice): Choice[] {
  const redact: Choice = {
    label: 'Redact names and addresses',
    tip: 'Values become pseudonyms; equal values stay equal. The report and its file name say so.',
    on: redaction.redacted(),
    set: redaction.setRedacted,
  };
  if (!redaction.redacted()) return [redact];
  const kinds = REDACTED_KINDS.map(
    (kind): Choice => ({
      label: `Redact ${REDACTED_KIND_WORDS[kind]}`,
      tip: 'A value that may hold one of another kind that is redacted is redacted, too.',
      on: redaction.kinds().includes(kind),
      set: (on) => redaction.setKind(kind, on),
    }),
  );
  const same: Choice = {
    label: 'Same pseudonyms in every copy',
    tip: 'The key stays in this browser until this is switched off. Otherwise each copy has a key of its own.',
    on: redaction.samePseudonyms(),
    set: redaction.setSamePseudonyms,
  };
  return [redact, ...kinds, same];
}

/** The choices as items of a menu, which stays open. */
export function RedactItems(props: { redaction: RedactionChoice }) {
  return (
    <For each={redactionChoices(props.redaction).map(({ label }) => label)}>
      {(label) => {
        const choice = () => redactionChoices(props.redaction).find((other) => other.label === label);
        return (
          <DropdownMenu.CheckboxItem
            class="menu-item"
            closeOnSelect={false}
            title={choice()?.tip ?? ''}
            checked={choice()?.on ?? false}
            onChange={(on) => choice()?.set(on)}
          >
            {label}
            <DropdownMenu.ItemIndicator class="menu-check">
              <Icon name="check" />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.CheckboxItem>
        );
      }}
    </For>
  );
}

/** Whether the next reports are redacted, and of what: a menu, whose button says how it stands. */
export function RedactMenu(props: { redaction: RedactionChoice }) {
  const all = () => props.redaction.kinds().length === REDACTED_KINDS.length;
  return (
    <DropdownMenu gutter={4} placement="bottom-end">
      <DropdownMenu.Trigger class="button" classList={{ 'button-on': props.redaction.redacted() }}>
        {props.redaction.redacted() ? (all() ? 'Redacted' : 'Redacted in part') : 'Not redacted'}{' '}
        <Icon name="down" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <RedactItems redaction={props.redaction} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
