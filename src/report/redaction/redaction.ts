import {
  REDACTED_KIND_WORDS,
  REDACTED_KINDS,
  type RedactedKind,
  type Redaction,
} from '../../model/redaction';
import { joinedWords } from '../../wording/joined-words';

/** What stands in the place of a sentence that may have values in it. */
export const LEFT_OUT = 'Left out of this redacted copy';

/** What a redacted copy says of itself. */
export function redactionWords({
  keyKept,
  kinds = REDACTED_KINDS,
}: Pick<Redaction, 'keyKept' | 'kinds'>): string {
  const key = keyKept
    ? 'The key is kept in the browser that saved this copy: its other redacted copies have the same pseudonyms.'
    : 'The key was made for this copy and is not kept: no other copy has the same pseudonyms.';
  const words = (of: readonly RedactedKind[]) => joinedWords(of.map((kind) => REDACTED_KIND_WORDS[kind]));
  const kept = REDACTED_KINDS.filter((kind) => !kinds.includes(kind));
  const rest = kept.length === 0 ? '' : ` As they are: ${words(kept)}.`;
  return `Redacted: ${words(REDACTED_KINDS.filter((kind) => kinds.includes(kind)))} are pseudonyms.${rest} Equal values have equal pseudonyms, and addresses of one network stay in one. ${key}`;
}
