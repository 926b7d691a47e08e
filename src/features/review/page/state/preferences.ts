import { createSignal } from 'solid-js';
import { isRecord, readPreference, writePreference } from '../../../../ui/state/preferences';
import { ACTION_LABELS, ACTIONS, DEFAULT_KEYS, type Keys, keyFault, readKeys } from './keys';

/** How a person likes to review; kept in this browser. */
export interface ReviewPreferences {
  readonly keys: Keys;
  /** Whether single keys act at all (WCAG 2.1.4). */
  readonly keysOn: boolean;
  /** Hides what the judgement proposes until the question is answered. */
  readonly blind: boolean;
}

/** Preferences as they were kept, or as a file has them. */
export function readReviewPreferences(kept: Readonly<Record<string, unknown>>): ReviewPreferences {
  return {
    keys: readKeys(kept['keys'] ?? DEFAULT_KEYS),
    keysOn: kept['keysOn'] !== false,
    blind: kept['blind'] === true,
  };
}

/** What is wrong with preferences from a file, one sentence; `null` where they can be used. */
export function reviewPreferencesFault(value: unknown): string | null {
  if (!isRecord(value)) return 'the preferences of the review are no object.';
  const { keys } = value;
  if (keys === undefined) return null;
  if (!isRecord(keys)) return 'the keys of the review are no object.';
  const all = { ...DEFAULT_KEYS, ...keys } as Keys;
  for (const action of ACTIONS) {
    const key: unknown = all[action];
    const fault = typeof key === 'string' ? keyFault(all, action, key) : 'It is no text.';
    if (fault !== null) return `the key of “${ACTION_LABELS[action]}”: ${fault}`;
  }
  return null;
}

/** The preferences as a signal; a change is kept at once. */
export function createReviewPreferences() {
  const [preferences, setPreferences] = createSignal<ReviewPreferences>(
    readReviewPreferences(readPreference('review', isRecord) ?? {}),
  );
  return {
    preferences,
    change: (change: Partial<ReviewPreferences>) => {
      setPreferences((before) => ({ ...before, ...change }));
      writePreference('review', preferences());
    },
  };
}
