import { createSignal } from 'solid-js';
import { isRecord, readPreference, writePreference } from '../../../../ui/state/preferences';
import { DEFAULT_KEYS, type Keys, readKeys } from './keys';

/** How a person likes to review; kept in this browser. */
export interface ReviewPreferences {
  readonly keys: Keys;
  /** Whether single keys act at all (WCAG 2.1.4). */
  readonly keysOn: boolean;
  /** Hides what the judgement proposes until the question is answered. */
  readonly blind: boolean;
}

/** The preferences as a signal; a change is kept at once. */
export function createReviewPreferences() {
  const kept = readPreference('review', isRecord) ?? {};
  const [preferences, setPreferences] = createSignal<ReviewPreferences>({
    keys: readKeys(kept['keys'] ?? DEFAULT_KEYS),
    keysOn: kept['keysOn'] !== false,
    blind: kept['blind'] === true,
  });
  return {
    preferences,
    change: (change: Partial<ReviewPreferences>) => {
      setPreferences((before) => ({ ...before, ...change }));
      writePreference('review', preferences());
    },
  };
}
